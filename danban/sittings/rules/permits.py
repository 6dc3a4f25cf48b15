"""Who records what at a conference, and when: whoever holds it, while it meets and until its minutes are confirmed."""

from datetime import datetime

from danban.campaigns.rules import check_is_running
from danban.conferences.models import Conference
from danban.conferences.rules import check_holds, check_meets
from danban.conferences.states import CONFERENCE, ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.sittings.models import HandCount, Opinion, Poll, Target, Turn
from danban.sittings.states import POLL, PollStatus

_NOT_RECORDING = "Ghi diễn biến hội nghị là việc của đơn vị tổ chức: hai trưởng của thôn, tổ dân phố và cấp xã."


def check_can_record(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Opinions, answers, hands: while it meets, or after it closed until the minutes are confirmed."""
    check_holds(actor, conference, "conference:run", _NOT_RECORDING)
    check_is_running(conference.campaign)
    if conference.status not in (ConferenceStatus.OPENED, ConferenceStatus.HELD):
        now = CONFERENCE.label(conference.status).lower()
        raise NotNow(f"Hội nghị {now} nên chưa ghi được. Hãy khai mạc trước.")
    if conference.records_locked_at is not None:
        raise NotNow("Biên bản đã được xác nhận nên không ghi thêm được. Cần sửa thì lập bản sửa biên bản.")


def check_can_change_opinion(actor: Actor, opinion: Opinion, *, at: datetime) -> None:
    """As long as records of its conference may be written."""
    check_can_record(actor, opinion.conference, at=at)


def check_can_settle(actor: Actor, opinion: Opinion, *, at: datetime) -> None:
    """The asker's view of an answer that was given."""
    check_can_record(actor, opinion.conference, at=at)
    if not opinion.answer:
        raise NotNow("Ý kiến này chưa được trả lời tại chỗ nên chưa hỏi người nêu được.")


def check_can_queue(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """The speakers' queue lives while it meets."""
    check_can_record(actor, conference, at=at)
    check_meets(conference)


def check_can_begin_turn(actor: Actor, turn: Turn, *, at: datetime) -> None:
    """Somebody who waits is called."""
    check_can_queue(actor, turn.conference, at=at)
    if turn.ended_at is not None or turn.left_at is not None:
        raise NotNow("Người này đã phát biểu xong hoặc đã rút. Hãy thêm lại vào danh sách chờ.")


def check_can_end_turn(actor: Actor, turn: Turn, *, at: datetime) -> None:
    """A turn that began ends, once."""
    check_can_queue(actor, turn.conference, at=at)
    if turn.began_at is None:
        raise NotNow("Lượt này chưa bắt đầu.")


def check_can_leave_queue(actor: Actor, turn: Turn, *, at: datetime) -> None:
    """Who has not begun may step back."""
    check_can_queue(actor, turn.conference, at=at)
    if turn.began_at is not None:
        raise NotNow("Người này đang hoặc đã phát biểu nên không rút được.")


def check_can_put_target(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Targets are prepared beforehand and put at the conference, by whoever holds it."""
    check_holds(actor, conference, "conference:prepare", _NOT_RECORDING)
    check_is_running(conference.campaign)
    if conference.status == ConferenceStatus.NOT_HELD:
        raise NotNow("Hội nghị này không tổ chức.")
    if conference.records_locked_at is not None:
        raise NotNow("Biên bản đã được xác nhận nên không đổi chỉ tiêu được nữa.")


def check_can_change_target(actor: Actor, target: Target, *, at: datetime) -> None:
    """Before its vote; afterwards what was voted stands."""
    check_can_put_target(actor, target.conference, at=at)
    if target.dropped_at is not None:
        raise NotNow("Chỉ tiêu này đã bỏ.")
    voted = target.hand_counts.exists() or target.polls.filter(status__in=("open", "closed")).exists()
    if voted:
        raise NotNow("Chỉ tiêu này đã biểu quyết nên không sửa được nữa.")


def check_can_correct_count(actor: Actor, count: HandCount, *, at: datetime) -> None:
    """A count typed wrong is corrected until the minutes are confirmed."""
    check_can_record(actor, count.conference, at=at)


def check_can_prepare(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """A secret vote is prepared before or while it meets."""
    check_can_put_target(actor, conference, at=at)
    if conference.status == ConferenceStatus.HELD:
        raise NotNow("Hội nghị đã họp xong nên không bỏ phiếu điện tử được nữa.")


def check_can_open_poll(actor: Actor, poll: Poll, *, at: datetime) -> None:
    """One poll at a time, while it meets."""
    check_can_queue(actor, poll.conference, at=at)
    POLL.target("open", poll.status)
    if Poll.objects.filter(conference_id=poll.conference_id, status=PollStatus.OPEN).exists():
        raise NotNow("Đang có một cuộc bỏ phiếu khác. Hãy kiểm phiếu cuộc ấy trước.")


def check_can_close_poll(actor: Actor, poll: Poll, *, at: datetime) -> None:
    """An open vote is counted, by whoever holds the conference."""
    check_can_record(actor, poll.conference, at=at)
    POLL.target("close", poll.status)


def check_can_cancel(actor: Actor, poll: Poll, *, reason: str, at: datetime) -> None:
    """A vote that was not counted is given up, with a reason; the votes in it are thrown away."""
    check_can_put_target(actor, poll.conference, at=at)
    POLL.target("cancel", poll.status)
    if not reason.strip():
        raise BadInput("Hãy ghi lý do hủy.", {"reason": "Không được để trống."})


def check_can_vote(poll: Poll, choices: tuple[int, ...]) -> None:
    """An open vote, and a ballot that fits it; an empty ballot is a blank one."""
    if poll.status != PollStatus.OPEN:
        raise NotNow(f"Cuộc bỏ phiếu này {POLL.label(poll.status).lower()} nên không bỏ phiếu được.")
    if len(set(choices)) < len(choices) or not set(choices) <= set(range(len(poll.options))):
        raise BadInput("Lá phiếu không hợp lệ. Hãy chọn lại.", {"choices": "Hãy chọn lại."})
    if len(choices) > poll.most:
        raise BadInput(f"Chỉ được chọn tối đa {poll.most}.", {"choices": f"Bỏ bớt còn {poll.most}."})


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Bringing in a whole year is for machines: demonstrations, and years kept on paper before."""
    if not actor.is_machine:
        raise NotYours("Nạp hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")
