"""Sign out other machines of one's own."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from danban.accounts import actions
from danban.web.ui.middleware import office_not_required
from danban.web.ui.requests import DeskRequest


@office_not_required
@require_POST
def end_session(request: DeskRequest, pk: int) -> HttpResponse:
    """Sign out one machine."""
    actions.end_session(request.user.pk, session_id=pk, actor=request.actor, at=request.at)
    messages.success(request, "Đã đăng xuất máy đó.")
    return redirect("desk:accounts:account")


@office_not_required
@require_POST
def end_other_sessions(request: DeskRequest) -> HttpResponse:
    """Sign out every machine but this one."""
    kept = request.session.session_key or ""
    ended = actions.end_other_sessions(request.user.pk, kept=kept, actor=request.actor, at=request.at)
    messages.success(request, f"Đã đăng xuất {ended} máy khác.")
    return redirect("desk:accounts:account")
