"""One's own inbox: what is new, and from each notice on to its thing."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from danban.kit.vietnamese import number
from danban.notices import actions, queries
from danban.web.desk.notices import pages
from danban.web.desk.notices.addresses import thing_of
from danban.web.ui.middleware import OFFICE_KEY, office_not_required
from danban.web.ui.requests import DeskRequest

if TYPE_CHECKING:
    from danban.notices.models import Notice


@office_not_required
@require_safe
def inbox(request: DeskRequest) -> HttpResponse:
    """Unread first, day by day."""
    asked = request.GET.get("trang", "")
    page = int(asked) if asked.isdecimal() and len(asked) < 9 else 1
    found = queries.inbox_for(request.actor, number=page)
    return render(request, "desk/notices/inbox.html", pages.inbox(found, request.today))


@office_not_required
@require_safe
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One notice in full: where the link of a mail leads."""
    return render(request, "desk/notices/show.html", pages.show(queries.notice_for(request.actor, pk)))


@office_not_required
@require_POST
def mark_read(request: DeskRequest, pk: int) -> HttpResponse:
    """Open a notice: it is read, and the thing it is about comes up, in the office it was told for."""
    notice = actions.mark_read(pk, actor=request.actor, at=request.at)
    _act_for_its_office(request, notice)
    address = thing_of(notice)
    return redirect(address) if address else redirect("desk:notices:show", pk)


def _act_for_its_office(request: DeskRequest, notice: "Notice") -> None:
    """Change to the office a notice was told for, where the person still holds it: only there its thing is seen."""
    held = {office.pk: office for office in request.offices}
    office = held.get(notice.appointment_id or 0)
    if office and request.office and office.pk != request.office.pk:
        request.session[OFFICE_KEY] = office.pk
        messages.info(request, f"Bạn đang làm việc ở vị trí: {office.title}.")


@office_not_required
@require_POST
def mark_all_read(request: DeskRequest) -> HttpResponse:
    """Nothing is new any more."""
    count = actions.mark_all_read(actor=request.actor, at=request.at)
    messages.success(request, f"Đã đánh dấu đọc {number(count)} tin." if count else "Không còn tin nào chưa đọc.")
    return redirect("desk:notices:inbox")
