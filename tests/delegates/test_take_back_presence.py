"""A presence ticked by mistake no longer counts; its row stays."""

from datetime import timedelta

import pytest

from danban.campaigns.models import Campaign
from danban.delegates import actions, queries
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import ROOMS, delegate, on_its_day, present, scan


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


def test_it_no_longer_counts_and_may_come_again(cast: Cast, campaign: Campaign) -> None:
    one, actor = on_its_day(cast, campaign), cast.actors["phuc_xa"]
    delegate(one, 1)
    actions.check_in([scan(1)], conference_id=one.pk, actor=actor, at=AT)
    (row,) = present(one)
    mark = queries.presence_mark(one.pk)

    actions.take_back_presence(row.pk, conference_id=one.pk, actor=actor, at=AT)

    assert last_event() == ("presence.taken_back", "conference", one.pk)
    assert (queries.presence_of(one.pk).present, queries.presence_mark(one.pk) == mark) == (0, False)
    with no_trace(*ROOMS, "audit"):
        actions.take_back_presence(row.pk, conference_id=one.pk, actor=actor, at=AT)
    assert actions.check_in([scan(1)], conference_id=one.pk, actor=actor, at=AT).written == 1


def test_others_and_other_days_are_refused(cast: Cast, campaign: Campaign) -> None:
    one, other = on_its_day(cast, campaign), on_its_day(cast, campaign, "00001.02")
    actor = cast.actors["phuc_xa"]
    delegate(one, 1)
    actions.check_in([scan(1)], conference_id=one.pk, actor=actor, at=AT)
    (row,) = present(one)
    with no_trace(*ROOMS):
        with pytest.raises(NotYours):
            actions.take_back_presence(row.pk, conference_id=one.pk, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.take_back_presence(row.pk, conference_id=one.pk, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotFound):
            actions.take_back_presence(row.pk, conference_id=other.pk, actor=actor, at=AT)
        with pytest.raises(NotNow):
            actions.take_back_presence(row.pk, conference_id=one.pk, actor=actor, at=AT + timedelta(days=1))
