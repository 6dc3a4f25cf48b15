"""A whole timetable is brought in by machines alone; what it says is what stands."""

from datetime import timedelta

import pytest

from danban.conferences import actions
from danban.conferences.actions import ConferenceRow
from danban.conferences.models import Conference
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY

ROOMS = ("conferences",)


def row_of(one: Conference) -> ConferenceRow:
    """A conference that was held, two items dealt with."""
    return ConferenceRow(
        conference_id=one.pk, status="held", day=FRIDAY, session="eve",
        hall=(one.placement.unit_id, "Nhà văn hóa", "", 90), starts_at=AT, announced_at=AT, opened_at=AT,
        closed_at=AT + timedelta(hours=2), is_pilot=True,
        agenda=(("Một", "Tổ trưởng", 10, None, True), ("Hai", "", None, None, False)),
        officers=(("chair", "Bà Lan", "Trưởng ban"),),
    )  # fmt: skip


def test_day_hall_agenda_and_officers_stand(one: Conference) -> None:
    count = actions.load_conferences([row_of(one)], actor=machine("demo"), at=AT)

    one.refresh_from_db()
    assert (count, one.status, one.held_on, one.is_pilot) == (1, "held", FRIDAY, True)
    assert one.hall is not None
    assert one.hall.seats == 90
    assert [entry.ended_at for entry in one.agenda.order_by("position")] == [
        AT + timedelta(hours=1), AT + timedelta(hours=2),
    ]  # fmt: skip
    assert one.officers.get().full_name == "Bà Lan"
    assert last_event()[0] == "conferences.loaded"


def test_people_do_not_bring_in_years(cast: Cast, one: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.load_conferences([row_of(one)], actor=cast.actors["mrs_ha"], at=AT)
