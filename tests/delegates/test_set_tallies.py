"""Counts that belong to nobody: written whole, read where nobody stands by name."""

import pytest

from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.delegates import actions, queries
from danban.delegates.rules import TallyLine
from danban.delegates.states import Group
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import ROOMS, household, on_its_day, walk_in

LINES = [
    TallyLine("", "", 61),
    TallyLine(Group.HOUSEHOLD, "", 48),
    TallyLine(Group.FRONT, "", 2),
    TallyLine("", "Nữ", 30),
]


@pytest.fixture
def one(cast: Cast) -> Conference:
    """The conference of group 1 of Phúc Xá, opened."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    found = on_its_day(cast, campaign)
    Conference.objects.filter(pk=found.pk).update(status=ConferenceStatus.OPENED, opened_at=AT)
    return found


def test_counts_from_paper_are_read_until_somebody_stands_by_name(cast: Cast, one: Conference) -> None:
    household(cast.places["00001.01"], 1)
    actor = cast.actors["head_of_group_1"]

    actions.set_tallies(one.pk, tallies=LINES, actor=actor, at=AT)

    count = queries.presence_of(one.pk)
    assert last_event() == ("tallies.set", "conference", one.pk)
    assert (count.present, count.households, count.roll) == (61, 48, 1)
    assert [(group.label, group.present) for group in count.by_group] == [
        ("Mặt trận Tổ quốc", 2), ("Đại diện hộ gia đình", 48)
    ]  # fmt: skip
    assert [(village.present, village.households) for village in count.by_village] == [(61, 48)]
    actions.check_in([walk_in()], conference_id=one.pk, actor=actor, at=AT)
    assert queries.presence_of(one.pk).present == 1
    assert [one.label for one in queries.tallies_of(one.pk)] == ["", "", "", "Nữ"]


def test_groups_alone_make_the_sum_and_the_same_again_leaves_no_trace(cast: Cast, one: Conference) -> None:
    actor = cast.actors["head_of_group_1"]
    actions.set_tallies(one.pk, tallies=LINES[1:], actor=actor, at=AT)

    assert queries.presence_of(one.pk).present == 50
    with no_trace(*ROOMS, "audit"):
        actions.set_tallies(one.pk, tallies=LINES[1:], actor=actor, at=AT)


def test_others_too_early_and_bad_counts_are_refused(cast: Cast, one: Conference) -> None:
    actor = cast.actors["head_of_group_1"]
    bad = (
        [LINES[0], LINES[0]],
        [TallyLine("queen", "", 1)],
        [TallyLine("", "Nữ", -1)],
        [TallyLine("", "Nữ", 1, cast.places["00004.01"].pk)],
    )
    with no_trace(*ROOMS):
        for lines in bad:
            with pytest.raises(BadInput):
                actions.set_tallies(one.pk, tallies=lines, actor=actor, at=AT)
        with pytest.raises(NotYours):
            actions.set_tallies(one.pk, tallies=LINES, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.set_tallies(one.pk, tallies=LINES, actor=cast.actors["truc_bach"], at=AT)
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.ANNOUNCED, opened_at=None)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.set_tallies(one.pk, tallies=LINES, actor=actor, at=AT)
