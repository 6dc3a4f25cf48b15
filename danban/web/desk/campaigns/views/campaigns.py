"""A year: what it is, the plan it stands on, and what may be done with the whole of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.campaigns import actions, queries
from danban.web.desk.campaigns import years
from danban.web.desk.campaigns.forms import CloneForm, ReasonForm
from danban.web.desk.campaigns.views.plans import INDEX
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.campaigns.models import Campaign


@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """What the year is, as its plan fixed it."""
    return show_page(request, pk)


def show_page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    """The page of a year, with a refusal on top if there is one."""
    page = queries.campaign_page(request.actor, pk, at=request.at)
    context = {
        "page": page,
        "campaign": page.campaign,
        "shown": years.year_of(page, request.today, request.actor.path_in(page.campaign.tree_id)),
        "sentence": sentence,
        "plans": _plans_of(request, page.campaign),
        "crumbs": [Link(INDEX, reverse("desk:campaigns:index")), Link(f"Năm {page.campaign.year}")],
    }
    return render(request, "desk/campaigns/show.html", context)


def _plans_of(request: DeskRequest, campaign: "Campaign") -> Link:
    """The way on to plans of units: at the top those below, elsewhere the own one and those above it."""
    key = f"?nam={campaign.year}-{campaign.pk}"
    if request.actor.path_in(campaign.tree_id) == "":
        return Link("Kế hoạch cấp dưới", reverse("desk:plans:below") + key)
    label = "Kế hoạch của đơn vị" if request.actor.may("plan:derive") else "Kế hoạch cấp trên"
    return Link(label, reverse("desk:plans:own") + key)


def _address(campaign: "Campaign") -> str:
    return reverse("desk:campaigns:show", args=[campaign.pk])


def crumbs_to(campaign: "Campaign") -> list[Link]:
    """Index / the year, for a page below it."""
    home = Link(INDEX, reverse("desk:campaigns:index"))
    return [home, Link(f"Năm {campaign.year}", _address(campaign))]


@require_safe
def show_plan(request: DeskRequest, pk: int) -> HttpResponse:
    """The text of the plan with its parts as an outline."""
    found = queries.plan_page(request.actor, pk)
    context = {
        "campaign": found.campaign,
        "shown": years.plan_of(found),
        "crumbs": [*crumbs_to(found.campaign), Link("Toàn văn")],
    }
    return render(request, "desk/campaigns/show_plan.html", context)


@require_POST
def draft_amendment(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the present lines out into a draft, to change the running year."""
    queries.campaign_to("amend", request.actor, pk, at=request.at)

    def deed() -> str:
        draft = actions.draft_amendment(pk, actor=request.actor, at=request.at)
        messages.info(request, "Đã lập bản sửa đổi. Sửa những dòng cần đổi, xem khác biệt, rồi áp dụng.")
        return reverse("desk:campaigns:review", args=[draft.pk])

    return attempt(deed, again=lambda sentence: show_page(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def clone(request: DeskRequest, pk: int) -> HttpResponse:
    """Copy the year into a draft of another."""
    campaign = queries.campaign_to("clone", request.actor, pk, at=request.at)
    if request.method != "POST":
        return _clone_page(request, campaign, CloneForm(initial={"year": campaign.year + 1}))
    form = CloneForm(request.POST)
    return attempt(
        lambda: _clone(request, pk, form), form=form, again=lambda said: _clone_page(request, campaign, form, said)
    )


def _clone(request: DeskRequest, pk: int, form: CloneForm) -> str:
    draft = actions.clone_campaign(pk, year=form.cleaned_data["year"], actor=request.actor, at=request.at)
    messages.success(request, f"Đã chép sang năm {draft.year}. Ngày giữ nguyên theo lịch; hãy xem các cảnh báo.")
    return reverse("desk:campaigns:review", args=[draft.pk])


def _clone_page(request: DeskRequest, campaign: "Campaign", form: CloneForm, sentence: str = "") -> HttpResponse:
    asked = Asked(
        "Nhân bản sang năm khác", campaign.name, "Nhân bản thành bản nháp", _address(campaign),
        "Mọi dòng của năm này được chép thành bản nháp của năm mới, giữ nguyên ngày trên lịch. Bạn rà soát lại trước"
        " khi phát hành; năm này không đổi.",
    )  # fmt: skip
    return ask(request, asked, crumbs_to(campaign), form, sentence)


@require_http_methods(["GET", "POST"])
def close(request: DeskRequest, pk: int) -> HttpResponse:
    """Close the year, with a reason."""
    campaign = queries.campaign_to("close", request.actor, pk, at=request.at)
    asked = Asked(
        f"Khép lại năm {campaign.year}", campaign.name, "Khép lại năm", _address(campaign),
        "Sau khi khép lại, không đơn vị nào ghi thêm được việc của năm này; mọi trang vẫn đọc được. Có thể mở lại, có"
        " lý do.",
    )  # fmt: skip
    done = f"Năm {campaign.year} đã khép lại. Mọi trang vẫn đọc được."
    return _with_reason(request, campaign, asked, actions.close_campaign, done)


@require_http_methods(["GET", "POST"])
def reopen(request: DeskRequest, pk: int) -> HttpResponse:
    """Open a closed year again, with a reason."""
    campaign = queries.campaign_to("reopen", request.actor, pk, at=request.at)
    asked = Asked(
        f"Mở lại năm {campaign.year}", campaign.name, "Mở lại năm", _address(campaign),
        "Các đơn vị lại ghi được việc của năm này. Việc đã ghi trước khi khép lại giữ nguyên.",
    )  # fmt: skip
    return _with_reason(request, campaign, asked, actions.reopen_campaign, f"Năm {campaign.year} đã mở lại.")


def _with_reason(
    request: DeskRequest, campaign: "Campaign", asked: Asked, act: Callable[..., "Campaign"], done: str
) -> HttpResponse:
    """Ask for the reason; then do the deed with it and say ``done`` on the page of the year."""
    form = ReasonForm(request.POST or None)

    def page(sentence: str = "") -> HttpResponse:
        return ask(request, asked, crumbs_to(campaign), form, sentence)

    def deed() -> str:
        act(campaign.pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.success(request, done)
        return _address(campaign)

    return page() if request.method != "POST" else attempt(deed, form=form, again=page)
