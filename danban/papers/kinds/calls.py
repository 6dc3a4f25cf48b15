"""What brings people to a conference: the invitation and the agenda."""

from dataclasses import dataclass
from datetime import datetime

from danban.papers.kinds.desk import Desk, text
from danban.papers.paper import Align, Column, Field, Paper, Table
from danban.papers.wording import day_in_words


@dataclass(frozen=True)
class Invitation:
    """To whom, to what, who chairs, when (Hanoi time) and where."""

    guest: str
    meeting: str
    chair: str
    starts_at: datetime
    venue: str
    note: str = ""


def moment_in_words(moment: datetime) -> str:
    """ "19 giờ 30 phút, ngày 12 tháng 02 năm 2023"."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút, {day_in_words(moment.date())}"


def invitation(desk: Desk, call: Invitation) -> Paper:
    """Giấy mời, in the order of form 1.7 of Decree 30: who invites, to what, who chairs, when, where."""
    inviter = " và ".join(issuer.name for issuer in desk.issuers)
    blocks = (
        text(f"{inviter} trân trọng kính mời: {call.guest}"),
        Field("Tới dự", call.meeting),
        Field("Chủ trì", call.chair),
        Field("Thời gian", moment_in_words(call.starts_at)),
        Field("Địa điểm", call.venue),
        *((text(call.note),) if call.note else ()),
    )
    return desk.paper("Giấy mời", call.meeting, blocks)


def agenda(desk: Desk, subject: str, items: tuple[tuple[str, str, str], ...]) -> Paper:
    """The agenda: (time, what, who presents it), in order."""
    rows = tuple((str(number), *item) for number, item in enumerate(items, start=1))
    columns = (
        Column("STT", 0.5, Align.CENTRE), Column("Thời gian", 1.1, Align.CENTRE), Column("Nội dung", 3.6),
        Column("Người thực hiện", 1.8),
    )  # fmt: skip
    return desk.paper("Chương trình", subject, (Table(columns, rows),))
