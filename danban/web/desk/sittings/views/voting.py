"""Secret votes: prepared, opened, counted; the station where those without a phone vote."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.kit.refusals import NotNow
from danban.sittings import actions, queries
from danban.web.desk.sittings import pages
from danban.web.desk.sittings.forms import PollForm, ReasonForm
from danban.web.desk.sittings.views.answering import asked, pressed
from danban.web.ui.answers import attempt
from danban.web.ui.ballots import BallotForm
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")
_PART = "phieu-kin"
_EFFECT = "Máy chỉ giữ số phiếu của từng phương án và ai đã bỏ phiếu, không giữ lá phiếu của ai."


@require_http_methods(_BOTH)
def prepare_poll(request: DeskRequest, pk: int) -> HttpResponse:
    """A question and its options."""
    queries.conference_to("prepare", request.actor, pk, at=request.at)
    found = queries.running(request.actor, pk, at=request.at)
    form = PollForm(request.POST or None, entries=pages.entries_of(found), targets=pages.targets_of(found))
    return asked(
        request, pk, ("Chuẩn bị bỏ phiếu kín", "Lưu câu hỏi", _EFFECT), form,
        lambda: actions.prepare_poll(pk, sheet=form.sheet(), actor=request.actor, at=request.at),
        "Đã chuẩn bị. Bấm Mở bỏ phiếu khi đến lúc.",
    )  # fmt: skip


@require_POST
def open_poll(request: DeskRequest, pk: int, poll: int) -> HttpResponse:
    """Those present may vote."""
    return pressed(
        request, pk, lambda: actions.open_poll(poll, actor=request.actor, at=request.at), "Đã mở bỏ phiếu.", _PART
    )


@require_POST
def close_poll(request: DeskRequest, pk: int, poll: int) -> HttpResponse:
    """Counted."""
    return pressed(
        request, pk, lambda: actions.close_poll(poll, actor=request.actor, at=request.at), "Đã kiểm phiếu.", _PART
    )


@require_http_methods(_BOTH)
def cancel_poll(request: DeskRequest, pk: int, poll: int) -> HttpResponse:
    """Given up."""
    queries.conference_to("target", request.actor, pk, at=request.at)
    form = ReasonForm(request.POST or None)
    return asked(
        request, pk, ("Hủy cuộc bỏ phiếu", "Hủy bỏ phiếu", "Phiếu đã bỏ bị xóa hết."), form,
        lambda: actions.cancel_poll(poll, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at),
        "Đã hủy cuộc bỏ phiếu.",
    )  # fmt: skip


@require_safe
def station(request: DeskRequest, pk: int, poll: int) -> HttpResponse:
    """Choose who votes now."""
    found = queries.station(request.actor, pk, poll, at=request.at)
    return render(request, "desk/sittings/station.html", pages.station(request.actor, found))


@require_http_methods(_BOTH)
def station_ballot(request: DeskRequest, pk: int, poll: int, person: int) -> HttpResponse:
    """The ballot, handed over; afterwards the station, without a word of what was chosen."""
    found = queries.station(request.actor, pk, poll, at=request.at)
    voter = next((one for one in found.waiting if one.pk == person), None)
    if voter is None:
        raise NotNow("Người này đã bỏ phiếu, hoặc chưa điểm danh có mặt.")
    one = found.poll
    form = BallotForm(request.POST or None, poll_id=one.pk, options=one.options, most=one.most)

    def go() -> str:
        is_new = actions.cast_vote(one.pk, attendance_id=voter.pk, choices=form.choices())
        words = "Đã nhận phiếu. Hãy đưa máy lại cho người giữ bàn." if is_new else "Người này đã bỏ phiếu từ trước."
        messages.success(request, words)
        return pages.to("station", pk, poll)

    def again(sentence: str) -> HttpResponse:
        shown = {"poll": one, "voter": voter, "form": form, "sentence": sentence, "back": pages.to("station", pk, poll)}
        return render(request, "desk/sittings/ballot.html", shown)

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
