"""Something changed above: what was, what is, what moved; confirm it or adapt."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from danban.plans import actions, queries
from danban.web.desk.plans import pages
from danban.web.desk.plans.views.own import address_of
from danban.web.ui.answers import attempt
from danban.web.ui.requests import DeskRequest


@require_http_methods(["GET", "POST"])
def confirm_change(request: DeskRequest, pk: int) -> HttpResponse:
    """Side by side; then the note that the unit knows it."""

    def page(sentence: str = "") -> HttpResponse:
        found = queries.change_page(request.actor, pk, at=request.at)
        return render(request, "desk/plans/change.html", {**pages.change(found), "sentence": sentence})

    def deed() -> str:
        plan = actions.confirm_change(pk, actor=request.actor, at=request.at)
        messages.success(request, "Đã xác nhận. Cấp trên thấy đơn vị đã nắm thay đổi.")
        return address_of(plan)

    return attempt(deed, again=page) if request.method == "POST" else page()
