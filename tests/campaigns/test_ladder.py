"""The ladder: on which rung an open obligation stands, day by day, and never on two."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.models import Obligation
from danban.campaigns.rules.ladder import LADDERS, due_at, ladder_on
from danban.campaigns.states import ReminderStep
from tests.cast import Cast, run_campaign

DUE = date(2023, 2, 28)


def _steps_on(today: date) -> list[str]:
    village = Obligation.objects.filter(kind__code="conference", kind__level__code="village")
    return [rung.step for rung, stands in due_at(today) if village.filter(stands).exists()]


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        (-8, []),
        (-7, [ReminderStep.WEEK]),
        (-2, [ReminderStep.WEEK]),
        (-1, [ReminderStep.DAY]),
        (0, [ReminderStep.DAY]),
        (1, [ReminderStep.LATE]),
        (2, [ReminderStep.LATE]),
        (3, [ReminderStep.SUPERIOR]),
        (300, [ReminderStep.SUPERIOR]),
    ],
)
def test_a_rung_holds_until_the_next_one_so_that_a_machine_that_stood_still_takes_it_late(
    cast: Cast, days: int, steps: list[str]
) -> None:
    run_campaign(cast)

    assert _steps_on(DUE + timedelta(days=days)) == steps


def test_what_is_done_or_has_no_day_stands_on_no_rung(cast: Cast) -> None:
    run_campaign(cast)
    Obligation.objects.filter(kind__code="conference").update(due_on=None)
    assert _steps_on(DUE) == []

    Obligation.objects.filter(kind__code="conference").update(
        due_on=DUE, fulfilled_on=DUE, fulfilled_at="2023-02-28T02:00Z", fulfilled_by="conference.held"
    )
    assert _steps_on(DUE) == []


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_has_a_ladder_whose_rungs_rise_and_explain_themselves(day: date) -> None:
    rungs = ladder_on(day).rungs

    assert [rung.days for rung in rungs] == sorted({rung.days for rung in rungs})
    assert all(rung.why.endswith(".") for rung in rungs)
    assert rungs[-1].is_for_superior


def test_ladders_follow_each_other_in_time() -> None:
    assert [ladder.starts_on for ladder in LADDERS] == sorted(ladder.starts_on for ladder in LADDERS)
