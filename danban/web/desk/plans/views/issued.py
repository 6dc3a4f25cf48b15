"""From approval to paper and after: issue, read an edition, confirm receipt, roll out, revise, send back."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.plans import actions, queries
from danban.web.desk.plans import pages
from danban.web.desk.plans.forms import CommentForm, IssueForm, KickoffForm, ReceiveForm
from danban.web.desk.plans.views.own import address_of, page_of
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.plans.models import Plan


@require_POST
def issue(request: DeskRequest, pk: int) -> HttpResponse:
    """Number it and let it count."""
    queries.plan_to("issue", request.actor, pk, at=request.at)
    form = IssueForm(request.POST)

    def deed() -> str:
        edition = actions.issue_plan(
            pk, issued_on=form.cleaned_data["issued_on"], actor=request.actor, at=request.at
        )  # fmt: skip
        messages.success(request, f"Đã ban hành, số {edition.symbol}. Văn bản đã gửi tới cấp trên và cấp dưới.")
        return address_of(edition.plan)

    return attempt(deed, form=form, again=lambda sentence: page_of(request, pk, sentence, issue_form=form))


@require_safe
def show_edition(request: DeskRequest, pk: int) -> HttpResponse:
    """A plan as it was issued, for the units of its line."""
    found = queries.edition_page(request.actor, pk, at=request.at)
    return render(request, "desk/plans/edition.html", pages.edition(found))


@require_POST
def receive(request: DeskRequest, campaign: int) -> HttpResponse:
    """Confirm that the unit has the plan of the year, or an edition."""
    form = ReceiveForm(request.POST)
    edition_id = form.edition_id()
    actions.receive_plan(campaign, edition_id=edition_id, actor=request.actor, at=request.at)
    messages.success(request, "Đã xác nhận đơn vị nhận được kế hoạch.")
    if edition_id is None or request.POST.get("ve") == "don-vi":
        return redirect("desk:plans:own")
    return redirect("desk:plans:show_edition", edition_id)


@require_POST
def record_kickoff(request: DeskRequest, pk: int) -> HttpResponse:
    """The meeting that rolled the plan out."""
    queries.plan_to("record_kickoff", request.actor, pk, at=request.at)
    form = KickoffForm(request.POST)

    def deed() -> str:
        plan = actions.record_kickoff(pk, **form.cleaned_data, actor=request.actor, at=request.at)
        messages.success(request, "Đã ghi hội nghị triển khai.")
        return address_of(plan)

    return attempt(deed, form=form, again=lambda sentence: page_of(request, pk, sentence, kickoff_form=form))


@require_POST
def revise(request: DeskRequest, pk: int) -> HttpResponse:
    """Open an issued or returned plan for a new edition."""

    def deed() -> str:
        actions.revise_plan(pk, actor=request.actor, at=request.at)
        messages.info(
            request, "Đã mở ra sửa. Bản đang có hiệu lực giữ nguyên đến khi bản mới được ban hành với số mới."
        )
        return reverse("desk:plans:edit", args=[pk])

    return attempt(deed, again=lambda sentence: page_of(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def send_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Return a plan of a unit below, with what is to be mended."""
    plan = queries.plan_to("send_back", request.actor, pk, at=request.at)
    form = CommentForm(request.POST or None)

    def deed() -> str:
        actions.send_back_plan(pk, comment=form.cleaned_data["comment"], actor=request.actor, at=request.at)
        messages.success(request, f"Đã trả lại kế hoạch của {plan.placement.name}. Đơn vị được báo ngay.")
        return address_of(plan)

    def again(sentence: str) -> HttpResponse:
        return _ask_to_send_back(request, plan, form, sentence)

    return attempt(deed, form=form, again=again) if request.method == "POST" else again("")


def _ask_to_send_back(request: DeskRequest, plan: "Plan", form: CommentForm, sentence: str) -> HttpResponse:
    asked = Asked(
        f"Trả lại kế hoạch của {plan.placement.name}", plan.title, "Trả lại để sửa", address_of(plan),
        "Việc ban hành kế hoạch của đơn vị trở lại chưa xong; các ngày kế hoạch ấy đặt thôi áp dụng cho đến bản mới."
        " Số đã cấp vẫn giữ trong sổ.",
    )  # fmt: skip
    crumbs = [Link("Kế hoạch cấp dưới", reverse("desk:plans:below")), Link(plan.placement.name, address_of(plan))]
    return ask(request, asked, crumbs, form, sentence)
