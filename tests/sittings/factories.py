"""Conferences that meet, people present, votes, made through the real actions where there is one."""

from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid4

from danban.conferences import actions as conferences
from danban.conferences.models import AgendaEntry, Conference, Hall
from danban.delegates.models import Attendance
from danban.kit.clock import HANOI
from danban.sittings import actions
from danban.sittings.models import Opinion, Poll
from danban.sittings.rules import HandSheet, OpinionSheet, PollSheet
from tests.cast import Cast
from tests.conferences.factories import FRIDAY, announced, evening

EVENING = datetime.combine(FRIDAY, time(19, 30), tzinfo=HANOI)
ROOMS = ("sittings", "conferences", "delegates", "notices", "campaigns")
HEAD = "head_of_group_1"


def announced_with_agenda(cast: Cast, one: Conference, hall: Hall) -> Conference:
    """Announced for Friday evening, three items, two of them mandatory."""
    announced(cast, one, evening(hall=hall))
    titles = [("Đánh giá nghị quyết năm trước", True), ("Bàn chỉ tiêu năm nay", True), ("Ký giao ước thi đua", False)]
    AgendaEntry.objects.filter(conference=one).delete()
    AgendaEntry.objects.bulk_create(
        AgendaEntry(conference=one, position=place, title=title, is_mandatory=is_mandatory)
        for place, (title, is_mandatory) in enumerate(titles, 1)
    )
    one.refresh_from_db()
    return one


def opened(cast: Cast, one: Conference) -> Conference:
    """The same conference, open."""
    return conferences.open_conference(one.pk, actor=cast.actors[HEAD], at=EVENING)


def entries_of(one: Conference) -> list[AgendaEntry]:
    """Its items in order."""
    return list(one.agenda.order_by("position", "pk"))


def opinion(
    cast: Cast, one: Conference, text: str = "Đèn ngõ 12 hỏng", *, uuid: UUID | None = None, **values: Any
) -> Opinion:
    """An opinion said at it."""
    sheet = OpinionSheet(text=text, **values)
    return actions.record_opinion(one.pk, uuid=uuid or uuid4(), sheet=sheet, actor=cast.actors[HEAD], at=EVENING)


def hands(question: str = "Thông qua nghị quyết", present: int = 10, **values: Any) -> HandSheet:
    """A count of hands that adds up unless told otherwise."""
    numbers = {"in_favour": present, "against": 0, "other": 0} | values
    return HandSheet(question=question, present=present, **numbers)


def present(one: Conference, how_many: int = 1) -> list[Attendance]:
    """People ticked present."""
    return Attendance.objects.bulk_create(
        Attendance(
            uuid=uuid4(), conference=one, full_name=f"Người {n}", group="household", way="walk_in", came_at=EVENING,
            recorded_at=EVENING,
        )
        for n in range(how_many)
    )  # fmt: skip


def poll_of(cast: Cast, one: Conference, *options: str, most: int = 1) -> Poll:
    """An open poll."""
    sheet = PollSheet("Chọn phương án", options or ("Đồng ý", "Không đồng ý"), most=most)
    poll = actions.prepare_poll(one.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
    return actions.open_poll(poll.pk, actor=cast.actors[HEAD], at=EVENING)
