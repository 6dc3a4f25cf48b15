"""When a conference opens, goes on, closes: on its day, item by item, with nothing mandatory left out."""

from collections.abc import Sequence
from datetime import datetime

from danban.campaigns.rules import check_is_running
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.rules.permits import check_holds
from danban.conferences.states import CONFERENCE, ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow
from danban.kit.vietnamese import day

_NOT_RUNNING = "Điều hành hội nghị là việc của đơn vị tổ chức: hai trưởng của thôn, tổ dân phố và cấp xã."


def check_can_open(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds it, on its own day, once it was announced."""
    _check_runs(actor, conference)
    CONFERENCE.target("open", conference.status)
    if conference.day != day_of(at):
        when = day(conference.day) if conference.day else ""
        raise NotNow(f"Hội nghị họp ngày {when}. Chỉ khai mạc được đúng ngày ấy; họp ngày khác thì đổi lịch trước.")


def check_can_step(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds it, while it meets."""
    _check_runs(actor, conference)
    check_meets(conference)


def check_can_close(
    actor: Actor, conference: Conference, entries: Sequence[AgendaEntry], *, at: datetime
) -> None:  # fmt: skip
    """Whoever holds it, once every mandatory content was dealt with or its absence explained (II.1)."""
    _check_runs(actor, conference)
    CONFERENCE.target("close", conference.status)
    missing = [entry.title for entry in entries if is_untreated(entry)]
    if missing:
        raise NotNow(
            f"Còn {len(missing)} nội dung bắt buộc chưa bàn: {'; '.join(missing)}. "
            "Hãy chuyển tới từng nội dung, hoặc ghi vì sao không bàn, rồi bế mạc."
        )


def check_can_explain(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds it says why an item is not dealt with, while it meets."""
    check_can_step(actor, conference, at=at)


def check_meets(conference: Conference) -> None:
    """The conference is meeting now; raises ``NotNow`` with what to do."""
    if conference.status != ConferenceStatus.OPENED:
        now = CONFERENCE.label(conference.status).lower()
        raise NotNow(f"Hội nghị {now} nên chưa ghi được việc này. Chỉ ghi trong lúc hội nghị đang họp.")


def is_untreated(entry: AgendaEntry) -> bool:
    """A mandatory item that was neither dealt with nor explained."""
    return entry.is_mandatory and entry.started_at is None and not entry.note.strip()


def _check_runs(actor: Actor, conference: Conference) -> None:
    check_holds(actor, conference, "conference:run", _NOT_RUNNING)
    check_is_running(conference.campaign)
