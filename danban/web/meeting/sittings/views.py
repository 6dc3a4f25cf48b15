"""The wall follows the conference by asking again; a ballot is opened by its person's link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from danban.kit.clock import HANOI
from danban.kit.refusals import NotNow
from danban.sittings import actions, queries
from danban.sittings.rules import conference_of
from danban.web.ui.answers import attempt
from danban.web.ui.ballots import BallotForm
from danban.web.ui.requests import DeskRequest


@login_not_required
@require_safe
def projector(request: DeskRequest, token: str) -> HttpResponse:
    """Nothing changed: 304 after one query. No name of anybody stands on it."""
    conference_id = conference_of(token)
    now = request.at.astimezone(HANOI)
    tag = f'"{queries.screen_mark(conference_id)}"'
    if request.headers.get("If-None-Match", "").removeprefix("W/") == tag:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = render(
            request, "meeting/projector.html", {"wall_seconds": 3, "shown": queries.screen(conference_id), "now": now}
        )
    answer["ETag"], answer["Cache-Control"], answer["X-Robots-Tag"] = tag, "private, no-store", "noindex, nofollow"
    return answer


@login_not_required
@require_http_methods(("GET", "POST"))
def ballot(request: DeskRequest, token: str) -> HttpResponse:
    """One's own ballot of the vote open now; afterwards only that it was taken."""
    found = queries.ballot_for(token)
    poll, came = found.poll, found.attendance
    if poll is None or came is None or found.has_voted:
        if request.method == "POST" and not found.has_voted:
            raise NotNow("Phiếu này chưa được nhận: cuộc bỏ phiếu đã đóng, hoặc bạn chưa được điểm danh có mặt.")
        return _ballot_page(request, found)
    form = BallotForm(request.POST or None, poll_id=poll.pk, options=poll.options, most=poll.most)

    def go() -> str:
        if form.cleaned_data["poll"] != poll.pk:
            raise NotNow("Phiếu này của cuộc bỏ phiếu trước. Hãy xem câu hỏi mới rồi chọn lại.")
        actions.cast_vote(poll.pk, attendance_id=came.pk, choices=form.choices())
        return reverse("meeting:ballot", args=[token])

    def again(sentence: str) -> HttpResponse:
        return _ballot_page(request, found, form, sentence)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")


def _ballot_page(
    request: DeskRequest, found: queries.Ballot, form: BallotForm | None = None, sentence: str = ""
) -> HttpResponse:  # fmt: skip
    answer = render(request, "meeting/ballot.html", {"found": found, "form": form, "sentence": sentence})
    answer["X-Robots-Tag"], answer["Referrer-Policy"] = "noindex, nofollow", "same-origin"
    return answer
