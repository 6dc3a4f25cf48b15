"""What is decided: hands, secret votes, the station where people without a phone vote."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from danban.conferences.queries import conference_for
from danban.sittings import actions, queries
from danban.web.desk.conferences.heads import head
from danban.web.desk.sittings.forms import HandsForm, PollForm, ReasonForm
from danban.web.desk.sittings.pages import asked, to
from danban.web.desk.sittings.views.running import FOLDER, do
from danban.web.ui.answers import attempt
from danban.web.ui.ballots import BallotForm
from danban.web.ui.requests import DeskRequest

_BOTH = ("GET", "POST")
_OFFICERS = {"chair": "Bầu chủ tọa hội nghị", "secretary": "Bầu thư ký hội nghị"}


def _lists(found: queries.Sitting) -> dict[str, Any]:
    return {
        "entries": [(entry.pk, entry.title) for entry in found.record.entries],
        "villages": [(one.placement_id, one.name) for one in found.presence.by_village],
    }


def _proposed(found: queries.Sitting, chooses: str, target_id: str) -> dict[str, Any]:
    """What a new count begins with: the officers proposed, the target put, everybody in favour of nothing yet."""
    filled: dict[str, Any] = {"present": found.presence.present or None, "against": 0, "other": 0}
    if found.running:
        filled["entry_id"] = found.running.pk
    if chooses in _OFFICERS:
        names = ", ".join(one.full_name for one in found.record.officers if one.role == chooses)
        filled |= {"chooses": chooses, "question": f"{_OFFICERS[chooses]}: {names}" if names else _OFFICERS[chooses]}
    target = next((one for one in found.record.targets if str(one.pk) == target_id), None)
    if target is not None:
        value = f"{target.value.normalize():f}".replace(".", ",")
        filled |= {
            "target_id": target.pk,
            "question": f"Chỉ tiêu: {target.indicator} {value} {target.unit_label}".strip(),
        }
    return filled


@require_http_methods(_BOTH)
def hands(request: DeskRequest, pk: int) -> HttpResponse:
    """Hands are counted."""
    found = queries.sitting(request.actor, pk, at=request.at)
    start = _proposed(found, request.GET.get("bau", ""), request.GET.get("chi_tieu", ""))
    form = HandsForm(request.POST or None, initial=start, **_lists(found))
    words = (
        "Đếm biểu quyết", "Đồng ý + không đồng ý + ý kiến khác phải bằng số có mặt; lệch thì ghi vì sao.",
        "Đã ghi kết quả biểu quyết.",
    )  # fmt: skip
    return asked(
        request, found.conference, words, form,
        lambda: actions.count_hands(
            pk, uuid=form.cleaned_data["uuid"], sheet=form.sheet(), actor=request.actor, at=request.at
        ),
        part="bieu-quyet",
    )  # fmt: skip


@require_http_methods(_BOTH)
def correct(request: DeskRequest, count: int) -> HttpResponse:
    """A count typed wrong is put right."""
    one = queries.count_for(request.actor, count)
    found = queries.sitting(request.actor, one.conference_id, at=request.at)
    lists = _lists(found)
    names = [name for name in HandsForm.base_fields if name != "uuid"]
    form = HandsForm(request.POST or None, initial={name: getattr(one, name) for name in names}, **lists)
    words = ("Sửa số đếm", "Nhật ký giữ cả số cũ và số mới.", "Đã sửa số đếm.")
    return asked(
        request, found.conference, words, form,
        lambda: actions.correct_count(count, sheet=form.sheet(), actor=request.actor, at=request.at),
        part="bieu-quyet",
    )  # fmt: skip


@require_http_methods(_BOTH)
def prepare(request: DeskRequest, pk: int) -> HttpResponse:
    """A secret vote is prepared."""
    one = conference_for(request.actor, pk)
    entries = [(entry.pk, entry.title) for entry in queries.record_of(pk).entries]
    form = PollForm(request.POST or None, entries=entries, initial={"options": "Đồng ý\nKhông đồng ý\nÝ kiến khác"})
    words = (
        "Chuẩn bị bỏ phiếu kín",
        "Người có mặt bỏ phiếu trên điện thoại của mình hoặc tại máy của ban tổ chức. Không lưu lá phiếu nào kèm tên.",
        "Đã chuẩn bị. Bấm “Mở bỏ phiếu” khi hội nghị sẵn sàng.",
    )  # fmt: skip
    return asked(
        request, one, words, form,
        lambda: actions.prepare_poll(pk, sheet=form.sheet(), actor=request.actor, at=request.at), part="bieu-quyet",
    )  # fmt: skip


@require_POST
def open_poll(request: DeskRequest, poll: int) -> HttpResponse:
    """Voting begins."""
    one = queries.poll_for(request.actor, poll)
    return do(
        request, one.conference_id, lambda: actions.open_poll(poll, actor=request.actor, at=request.at),
        "Đã mở bỏ phiếu.", "bieu-quyet",
    )  # fmt: skip


@require_POST
def close_poll(request: DeskRequest, poll: int) -> HttpResponse:
    """The box is counted."""
    one = queries.poll_for(request.actor, poll)
    return do(
        request, one.conference_id, lambda: actions.close_poll(poll, actor=request.actor, at=request.at),
        "Đã kiểm phiếu.", "bieu-quyet",
    )  # fmt: skip


@require_http_methods(_BOTH)
def cancel_poll(request: DeskRequest, poll: int) -> HttpResponse:
    """A vote is given up."""
    one = queries.poll_for(request.actor, poll)
    form = ReasonForm(request.POST or None)
    words = ("Hủy cuộc bỏ phiếu", "Các phiếu đã bỏ được xóa hết.", "Đã hủy cuộc bỏ phiếu.")
    return asked(
        request, one.conference, words, form,
        lambda: actions.cancel_poll(poll, reason=form.cleaned_data["reason"], actor=request.actor, at=request.at),
        part="bieu-quyet",
    )  # fmt: skip


@require_safe
def station(request: DeskRequest, poll: int) -> HttpResponse:
    """Who is present and has not voted: find the person, hand the phone over."""
    words = request.GET.get("q", "")[:80]
    found, people, rest = queries.voters_to_come(request.actor, poll, words=words)
    return render(
        request, FOLDER + "station.html",
        {
            "poll": found, "people": people, "rest": rest, "words": words,
            "head": head(request.actor, found.conference, "desk:sittings:run"),
        },
    )  # fmt: skip


@require_http_methods(_BOTH)
def ballot(request: DeskRequest, poll: int, attendance: int) -> HttpResponse:
    """One person's ballot at the station; afterwards the list again, without a word of what was chosen."""
    found, voter, has_voted = queries.voter_for(request.actor, poll, attendance)
    form = BallotForm(request.POST if request.method == "POST" else None, options=found.options, most=found.most)

    def go() -> str:
        written = actions.cast_vote(poll, attendance_id=attendance, choices=form.chosen())
        messages.success(request, "Đã nhận lá phiếu." if written else "Người này đã bỏ phiếu từ trước.")
        return to("station", poll)

    def again(sentence: str) -> HttpResponse:
        return render(
            request, FOLDER + "ballot.html",
            {"poll": found, "voter": voter, "has_voted": has_voted, "form": form, "sentence": sentence},
        )  # fmt: skip

    return attempt(go, again=again, form=form) if request.method == "POST" else again("")
