"""What an agenda must hold and who may write it: the contents of the plan stay, the two heads agree (II.1.a.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from danban.campaigns.rules import check_is_running
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.rules.contents import LAST_YEAR, missing_contents, stays
from danban.conferences.rules.customs import LONGEST_PRESENTER
from danban.conferences.rules.heads import Heads
from danban.conferences.rules.permits import OPEN_TO_TIMETABLE, check_holds
from danban.conferences.rules.programme import Programme
from danban.conferences.states import CONFERENCE
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.kit.vietnamese import squeeze
from danban.units.models import Body

MOST_ENTRIES = 40
LONGEST_TITLE = 1_000
LONGEST_NOTE = 10_000
MOST_MINUTES = 240
PREPARE = "Chương trình do Trưởng ban công tác Mặt trận, Trưởng thôn, Tổ trưởng tổ dân phố hoặc cấp xã chuẩn bị."
_AGREEING = (
    "Chương trình do hai người thống nhất: Trưởng ban công tác Mặt trận và Trưởng thôn, Tổ trưởng tổ dân phố của đơn vị"
    " chủ trì; ở cấp xã là Ủy ban MTTQ và UBND."
)
_CHANGED = "Chương trình vừa có người sửa. Hãy xem lại bản mới rồi làm tiếp."


@dataclass(frozen=True)
class AgendaLine:
    """One line of an agenda as wanted: ``entry_id`` names one that stands, None is a new one of the place's own.

    The words of a mandatory content are the plan's: a line's ``title`` is not read for it.
    """

    title: str = ""
    presenter: str = ""
    minutes: int | None = None
    entry_id: int | None = None


def check_can_draft_agenda(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds the conference, while it is not announced."""
    _check_may_change(actor, conference)


def check_can_set_agenda(
    actor: Actor, conference: Conference, entries: Sequence[AgendaEntry], lines: Sequence[AgendaLine], *, at: datetime
) -> None:  # fmt: skip
    """The same; mandatory contents stay, every line has words."""
    check_can_draft_agenda(actor, conference, at=at)
    if not entries:
        raise NotNow("Hội nghị chưa có chương trình. Hãy lập chương trình từ nội dung của kế hoạch trước.")
    _check_lines(entries, lines)


def check_can_agree_agenda(actor: Actor, conference: Conference, programme: Programme, *, at: datetime) -> None:
    """Each of the two heads, through their own office, once, to an agenda that lacks nothing mandatory."""
    _check_may_change(actor, conference)
    body = head_for(actor, programme.heads)
    if not programme.entries:
        raise NotNow("Hội nghị chưa có chương trình để thống nhất.")
    if missing := missing_contents(programme.entries, of=conference):
        raise NotNow(f"Chương trình còn thiếu nội dung bắt buộc: {'; '.join(missing)}.")
    if body not in programme.waited_for:
        raise NotNow(f"{body.name} đã thống nhất chương trình này.")


def check_is_seen(programme: Programme, seen: str) -> None:
    """The agenda is still the one looked at, by its mark ("" asks nothing); raises ``NotNow``."""
    if seen and seen != programme.mark:
        raise NotNow(_CHANGED)


def head_for(actor: Actor, heads: Heads) -> Body:
    """The body whose head the actor is; raises ``NotYours``."""
    body = next((one for one in heads.bodies if one.pk == actor.body_id), None)
    if body is None:
        raise NotYours(_AGREEING)
    return body


def check_can_note_entry(actor: Actor, conference: Conference, note: str, *, at: datetime) -> None:
    """A note of a content, until the conference is closed; the words the heads agreed to stay as they are."""
    check_holds(actor, conference, "conference:prepare", PREPARE)
    check_is_running(conference.campaign)
    check_not_over(conference)
    if len(note) > LONGEST_NOTE:
        raise BadInput("Ghi chú dài quá.", {"note": f"Hãy rút xuống {LONGEST_NOTE} ký tự."})


def check_not_over(conference: Conference) -> None:
    """Still to be held, or being held; raises ``NotNow``."""
    if not {"announce", "schedule", "open", "close"} & set(CONFERENCE.allowed(conference.status)):
        raise NotNow(f"Hội nghị {CONFERENCE.label(conference.status).lower()} nên phần chuẩn bị không sửa được nữa.")


def _check_may_change(actor: Actor, conference: Conference) -> None:
    check_holds(actor, conference, "conference:prepare", PREPARE)
    check_is_running(conference.campaign)
    if conference.status not in OPEN_TO_TIMETABLE:
        label = CONFERENCE.label(conference.status).lower()
        raise NotNow(f"Hội nghị {label} nên chương trình đã chốt, không sửa được nữa.")


def _check_lines(entries: Sequence[AgendaEntry], lines: Sequence[AgendaLine]) -> None:
    known = {one.pk: one for one in entries}
    named = [line.entry_id for line in lines if line.entry_id is not None]
    if len(named) != len(set(named)) or set(named) - set(known):
        raise NotNow(_CHANGED)
    if dropped := [one.title for one in entries if stays(one) and one.pk not in named]:
        raise BadInput(f"Nội dung bắt buộc của kế hoạch không bỏ được: {'; '.join(dropped)}.")
    if len(lines) > MOST_ENTRIES:
        raise BadInput(f"Chương trình có nhiều nhất {MOST_ENTRIES} mục.")
    for number, line in enumerate(lines, start=1):
        _check_line(number, line, known.get(line.entry_id or 0))


def _check_line(number: int, line: AgendaLine, entry: AgendaEntry | None) -> None:
    title = squeeze(line.title)
    if not (entry and stays(entry)) and not 0 < len(title) <= LONGEST_TITLE:
        raise BadInput(f"Mục {number} cần có nội dung, nhiều nhất {LONGEST_TITLE} ký tự.")
    if entry is None and title == LAST_YEAR:
        raise BadInput(f"Mục “{LAST_YEAR}” đã có sẵn trong chương trình.")
    if len(squeeze(line.presenter)) > LONGEST_PRESENTER:
        raise BadInput(f"Người trình bày mục {number}: nhiều nhất {LONGEST_PRESENTER} ký tự.")
    if line.minutes is not None and not 0 < line.minutes <= MOST_MINUTES:
        raise BadInput(f"Thời lượng mục {number}: từ 1 đến {MOST_MINUTES} phút.")
