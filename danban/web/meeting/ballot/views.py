"""A delegate votes on their own phone, by the link of their invitation; no account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from danban.delegates.queries import delegate_by_token
from danban.kit.refusals import NotFound, NotNow
from danban.sittings import actions, queries
from danban.web.ui import throttle
from danban.web.ui.answers import attempt
from danban.web.ui.ballots import BallotForm
from danban.web.ui.requests import DeskRequest


@login_not_required
@require_http_methods(["GET", "POST"])
def show(request: DeskRequest, token: str) -> HttpResponse:
    """The open vote, if the person was ticked present and has not voted."""
    throttle.count(throttle.address_of(request), throttle.CHECKING)
    delegate = delegate_by_token(token)
    if delegate is None:
        raise NotFound("Đường dẫn này không còn dùng được. Hãy hỏi ban tổ chức hội nghị.")
    found = queries.ballot_of(delegate)
    options, most = (found.poll.options, found.poll.most) if found.poll else ([], 1)
    form = BallotForm(request.POST if request.method == "POST" else None, options=options, most=most)

    def go() -> str:
        if found.poll is None or found.attendance is None:
            raise NotNow("Hiện không có cuộc bỏ phiếu nào mở, hoặc bạn chưa được điểm danh.")
        written = actions.cast_vote(found.poll.pk, attendance_id=found.attendance.pk, choices=form.chosen())
        messages.success(request, "Đã nhận lá phiếu của bạn." if written else "Bạn đã bỏ phiếu từ trước.")
        return reverse("meeting:ballot:show", args=(token,))

    def again(sentence: str) -> HttpResponse:
        shown = {"found": found, "form": form, "sentence": sentence}
        answer = render(request, "meeting/ballot/ballot.html", shown)
        answer["X-Robots-Tag"], answer["Referrer-Policy"] = "noindex, nofollow", "no-referrer"
        return answer

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
