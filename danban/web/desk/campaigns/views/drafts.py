"""A draft year: review it beside its document, launch it, apply it, or throw it away."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.campaigns import actions, queries
from danban.petitions import actions as petitions
from danban.plans import actions as plans
from danban.web.desk.campaigns import launching, sheets
from danban.web.desk.campaigns.differing import changes_of
from danban.web.desk.campaigns.forms import HeadingForm, ReasonForm
from danban.web.desk.campaigns.views.plans import INDEX
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.campaigns.models import Draft


@require_safe
def review(request: DeskRequest, pk: int) -> HttpResponse:
    """The document on the left, the draft year on the right."""
    return review_page(request, pk)


def review_page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    """The review page, with a refusal on top if there is one."""
    page = queries.draft_page(request.actor, pk, at=request.at)
    only_look = request.GET.get("loc") == "can-xem"
    shown = sheets.review_of(page, today=request.today, panel=request.GET.get("phan", ""), only_look=only_look)
    context = {
        "page": page,
        "draft": page.draft,
        "shown": shown,
        "figures": sheets.figures_of(page),
        "crumbs": [Link(INDEX, reverse("desk:campaigns:index")), Link(f"Bản nháp năm {page.draft.year}")],
        "base": reverse("desk:campaigns:review", args=[pk]),
        "sentence": sentence,
    }
    return render(request, "desk/campaigns/review.html", context)


def crumbs_to(draft: "Draft") -> list[Link]:
    """Index / the draft, for a page below it."""
    home = Link(INDEX, reverse("desk:campaigns:index"))
    return [home, Link(f"Bản nháp năm {draft.year}", reverse("desk:campaigns:review", args=[draft.pk]))]


@require_http_methods(["GET", "POST"])
def retitle(request: DeskRequest, pk: int) -> HttpResponse:
    """Year, name and theme."""
    draft = queries.draft_to("retitle", request.actor, pk, at=request.at)
    if request.method != "POST":
        return _retitle_page(request, draft, HeadingForm.of(draft))
    form = HeadingForm(request.POST)
    return attempt(
        lambda: _retitle(request, pk, form), form=form, again=lambda said: _retitle_page(request, draft, form, said)
    )


def _retitle(request: DeskRequest, pk: int, form: HeadingForm) -> str:
    actions.retitle_draft(pk, **form.cleaned_data, actor=request.actor, at=request.at)
    return reverse("desk:campaigns:review", args=[pk])


def _retitle_page(request: DeskRequest, draft: "Draft", form: HeadingForm, sentence: str = "") -> HttpResponse:
    asked = Asked(
        "Tên và chủ đề", draft.name, "Ghi tên và chủ đề", reverse("desk:campaigns:review", args=[draft.pk]),
        "Một năm có thể có nhiều kế hoạch; tên phân biệt chúng với nhau.",
    )  # fmt: skip
    return ask(request, asked, crumbs_to(draft), form, sentence)


@require_http_methods(["GET", "POST"])
def launch(request: DeskRequest, pk: int) -> HttpResponse:
    """The dry run; then the launch itself, which is harmless to repeat."""
    if request.method != "POST":
        return _launch_page(request, pk)
    return attempt(lambda: _launch(request, pk), again=lambda sentence: _launch_page(request, pk, sentence))


def _launch(request: DeskRequest, pk: int) -> str:
    campaign = petitions.launch_year(pk, actor=request.actor, at=request.at)
    messages.success(request, f"Năm {campaign.year} đã phát hành. Từ bây giờ mỗi đơn vị thấy việc của mình và hạn.")
    return reverse("desk:campaigns:show", args=[campaign.pk])


def _launch_page(request: DeskRequest, pk: int, sentence: str = "") -> HttpResponse:
    page = queries.draft_page(request.actor, pk, at=request.at)
    context = {
        "page": page,
        "draft": page.draft,
        "shown": launching.launch_of(page, request.today),
        "sentence": sentence,
        "crumbs": [*crumbs_to(page.draft), Link("Phát hành")],
    }
    return render(request, "desk/campaigns/launch.html", context)


@require_http_methods(["GET", "POST"])
def apply(request: DeskRequest, pk: int) -> HttpResponse:
    """What an amendment changes; then the change itself, with its reason."""
    if request.method != "POST":
        return _apply_page(request, pk, ReasonForm())
    form = ReasonForm(request.POST)
    return attempt(
        lambda: _apply(request, pk, form), form=form, again=lambda said: _apply_page(request, pk, form, said)
    )


def _apply(request: DeskRequest, pk: int, form: ReasonForm) -> str:
    campaign = plans.apply_amendment(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
    messages.success(
        request, "Đã áp dụng sửa đổi. Hạn của những việc chưa xong đã đổi theo; các đơn vị có kế hoạch được báo."
    )
    return reverse("desk:campaigns:show", args=[campaign.pk])


def _apply_page(request: DeskRequest, pk: int, form: ReasonForm, sentence: str = "") -> HttpResponse:
    found = queries.amendment_page(request.actor, pk, at=request.at)
    context = {
        "page": found.page,
        "draft": found.page.draft,
        "difference": found.difference,
        "changes": changes_of(found.difference, found.page.ground.shape),
        "alerts": sheets.alerts_of(found.page),
        "form": form,
        "sentence": sentence,
        "crumbs": [*crumbs_to(found.page.draft), Link("Khác biệt")],
    }
    return render(request, "desk/campaigns/apply.html", context)


@require_http_methods(["GET", "POST"])
def discard(request: DeskRequest, pk: int) -> HttpResponse:
    """Throw the draft away, after asking."""
    draft = queries.draft_to("discard", request.actor, pk, at=request.at)
    if request.method != "POST":
        return _discard_page(request, draft)
    return attempt(lambda: _discard(request, pk), again=lambda sentence: _discard_page(request, draft, sentence))


def _discard(request: DeskRequest, pk: int) -> str:
    draft = actions.discard_draft(pk, actor=request.actor, at=request.at)
    messages.success(request, f"Đã bỏ bản nháp “{draft.name}”. Văn bản gốc vẫn được giữ.")
    return reverse("desk:campaigns:index")


def _discard_page(request: DeskRequest, draft: "Draft", sentence: str = "") -> HttpResponse:
    asked = Asked(
        "Bỏ bản nháp", draft.name, "Bỏ bản nháp này", reverse("desk:campaigns:review", args=[draft.pk]),
        "Chưa đơn vị nào nhận việc từ bản nháp này. Các dòng đã sửa, đã thêm sẽ không dùng được nữa; bản nháp vẫn nằm"
        " trong danh sách để đọc, văn bản gốc vẫn được giữ.",
    )  # fmt: skip
    return ask(request, asked, crumbs_to(draft), sentence=sentence)
