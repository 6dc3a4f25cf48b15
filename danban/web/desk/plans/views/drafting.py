"""Drawing a plan up: derive it, fill in its one form, put it to the two bodies."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from danban.plans import actions, queries
from danban.web.desk.plans import pages
from danban.web.desk.plans.forms import ReasonForm
from danban.web.desk.plans.sheet_form import SheetForm
from danban.web.desk.plans.views.own import address_of, page_of
from danban.web.ui.answers import attempt
from danban.web.ui.asking import Asked, ask
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.plans.models import Plan

SUBMIT = "trinh"


@require_POST
def derive(request: DeskRequest, campaign: int, place: int) -> HttpResponse:
    """The plan, pre-filled from the one above; a second press opens the same plan."""
    plan = actions.derive_plan(campaign, placement_id=place, actor=request.actor, at=request.at)
    return redirect("desk:plans:edit", plan.pk)


@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, pk: int) -> HttpResponse:
    """The one form: keep it, or keep it and put it to the other body."""
    page = queries.sheet_page(request.actor, pk, at=request.at)
    if request.method != "POST":
        return _edit_page(request, page, SheetForm(page))
    form = SheetForm(page, request.POST)
    return attempt(
        lambda: _edit(request, pk, form), form=form, again=lambda said: _edit_page(request, page, form, said)
    )


def _edit(request: DeskRequest, pk: int, form: SheetForm) -> str:
    plan = actions.edit_plan(pk, sheet=form.sheet(), actor=request.actor, at=request.at)
    if request.POST.get("viec") != SUBMIT:
        messages.success(request, "Đã lưu bản nháp. Chưa có gì được trình hay ban hành.")
        return reverse("desk:plans:edit", args=[pk])
    messages.info(request, "Bản nháp đã lưu.")
    actions.submit_plan(pk, actor=request.actor, at=request.at)
    messages.success(request, "Đã trình. Bên của bạn coi như đã duyệt; còn chờ bên kia.")
    return address_of(plan)


def _edit_page(request: DeskRequest, page: queries.SheetPage, form: SheetForm, sentence: str = "") -> HttpResponse:
    return render(request, "desk/plans/edit.html", {**pages.sheet(page, form), "sentence": sentence})


@require_POST
def submit(request: DeskRequest, pk: int) -> HttpResponse:
    """Put a complete draft to the other body."""

    def deed() -> str:
        plan = actions.submit_plan(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã trình. Bên của bạn coi như đã duyệt; còn chờ bên kia.")
        return address_of(plan)

    return attempt(deed, again=lambda sentence: page_of(request, pk, sentence))


@require_POST
def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Take it back to draw it up further."""

    def deed() -> str:
        actions.withdraw_plan(pk, actor=request.actor, at=request.at)
        messages.info(request, "Đã rút về soạn lại. Các bên sẽ duyệt lại từ đầu.")
        return reverse("desk:plans:edit", args=[pk])

    return attempt(deed, again=lambda sentence: page_of(request, pk, sentence))


@require_POST
def approve(request: DeskRequest, pk: int) -> HttpResponse:
    """Agree for one's body."""

    def deed() -> str:
        plan = actions.approve_plan(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã duyệt. Kế hoạch đủ hai bên duyệt, có thể ban hành.")
        return address_of(plan)

    return attempt(deed, again=lambda sentence: page_of(request, pk, sentence))


@require_http_methods(["GET", "POST"])
def decline(request: DeskRequest, pk: int) -> HttpResponse:
    """Do not agree, with the reason."""
    plan = queries.plan_to("decline", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)

    def deed() -> str:
        actions.decline_plan(pk, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at)
        messages.info(request, "Đã trả kế hoạch về soạn lại, kèm lý do.")
        return address_of(plan)

    def again(sentence: str) -> HttpResponse:
        return _ask_to_decline(request, plan, form, sentence)

    return attempt(deed, form=form, again=again) if request.method == "POST" else again("")


def _ask_to_decline(request: DeskRequest, plan: "Plan", form: ReasonForm, sentence: str) -> HttpResponse:
    asked = Asked(
        "Không duyệt kế hoạch", plan.title, "Trả về soạn lại", address_of(plan),
        "Kế hoạch trở về bản nháp; sau khi sửa, hai bên duyệt lại từ đầu.",
    )  # fmt: skip
    return ask(request, asked, [Link("Kế hoạch của đơn vị", address_of(plan))], form, sentence)
