"""Hands add up or somebody says why not; what the law reserves is measured against every household."""

from datetime import date
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput
from danban.sittings import actions
from danban.sittings.models import HandCount
from danban.sittings.rules import HandSheet, judge, needed, rule_set_on, rule_sets
from danban.sittings.states import Matter, Outcome
from danban.units.models import Placement
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, hands


def count(cast: Cast, one: Conference, sheet: HandSheet) -> HandCount:
    """Hands counted."""
    return actions.count_hands(one.pk, uuid=uuid4(), sheet=sheet, actor=cast.actors[HEAD], at=EVENING)


def test_what_does_not_add_up_needs_a_reason(cast: Cast, meeting: Conference) -> None:
    odd = hands(present=10, in_favour=7, against=1, other=1)
    with no_trace(*ROOMS), pytest.raises(BadInput, match="= 9, khác số có mặt 10"):
        count(cast, meeting, odd)

    kept = count(cast, meeting, HandSheet(**(odd.__dict__ | {"gap_reason": "Một người đã về"})))
    assert (kept.outcome, kept.gap_reason) == (Outcome.PASSED, "Một người đã về")


def test_the_same_count_sent_again_is_one(cast: Cast, meeting: Conference) -> None:
    uuid = uuid4()
    for number in (10, 12):
        actions.count_hands(meeting.pk, uuid=uuid, sheet=hands(present=number), actor=cast.actors[HEAD], at=EVENING)
    assert HandCount.objects.get().present == 10


def test_a_reserved_matter_short_of_all_households_is_a_consultation(cast: Cast, meeting: Conference) -> None:
    Placement.objects.filter(pk=meeting.placement_id).update(households=100)
    short = count(cast, meeting, hands(present=50, matter=Matter.CONVENTION, goes_to="clusters"))
    enough = count(cast, meeting, hands(present=51, matter=Matter.CONVENTION))

    assert (short.outcome, short.goes_to, short.household_reps) == (Outcome.CONSULTED, "clusters", 100)
    assert (enough.outcome, enough.goes_to, enough.rule_set) == (Outcome.PASSED, "", "lien-tich-09-2008")


def test_where_nobody_counted_the_households_nothing_is_decided(cast: Cast, meeting: Conference) -> None:
    Placement.objects.filter(pk=meeting.placement_id).update(households=None)
    assert count(cast, meeting, hands(present=90, matter=Matter.CONTRIBUTION)).outcome == Outcome.CONSULTED


@pytest.mark.parametrize(
    ("day", "in_favour", "outcome"),
    [
        (date(2023, 6, 30), 50, Outcome.CONSULTED),
        (date(2023, 6, 30), 51, Outcome.PASSED),
        (date(2023, 7, 1), 66, Outcome.CONSULTED),
        (date(2023, 7, 1), 67, Outcome.PASSED),
    ],
)
def test_contributions_need_more_than_half_and_from_july_2023_two_thirds(
    day: date, in_favour: int, outcome: Outcome
) -> None:  # fmt: skip
    found = judge(Matter.CONTRIBUTION, day, present=80, in_favour=in_favour, against=0, households=100)
    assert found == outcome


def test_exactly_two_thirds_is_enough() -> None:
    day = date(2024, 1, 10)
    assert judge(Matter.CONTRIBUTION, day, present=60, in_favour=60, against=0, households=90) == Outcome.PASSED
    assert needed(Matter.CONTRIBUTION, day, 90) == (46, 60)


@given(st.sampled_from([m for m in Matter if m != Matter.ORDINARY]), st.integers(1, 400), st.integers(0, 400))
def test_what_is_needed_is_exactly_where_a_matter_begins_to_pass(matter: Matter, households: int, hands: int) -> None:
    for day in (date(2023, 1, 5), date(2024, 1, 5)):
        quorum, majority = needed(matter, day, households)
        present = max(hands, quorum)
        found = judge(matter, day, present=present, in_favour=hands, against=0, households=households)
        assert (found == Outcome.PASSED) == (hands >= majority)
        fewer = judge(matter, day, present=quorum - 1, in_favour=quorum - 1, against=0, households=households)
        assert fewer == Outcome.CONSULTED


def test_rule_sets_follow_each_other_without_a_gap() -> None:
    older, newer = rule_sets()
    assert older.ends_on is not None
    assert (newer.starts_on - older.ends_on).days == 1
    assert rule_set_on(date(2026, 1, 1)) == newer
