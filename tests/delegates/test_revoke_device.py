"""A phone that was lost is shut out; what it recorded stays."""

import pytest

from danban.campaigns.models import Campaign
from danban.delegates import actions, queries
from danban.kit.refusals import NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import ROOMS, device, on_its_day, present, walk_in


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


def test_what_it_recorded_stays_and_twice_is_once(cast: Cast, campaign: Campaign) -> None:
    one = on_its_day(cast, campaign)
    phone = device(cast, one)
    actions.check_in([walk_in()], conference_id=one.pk, device_id=phone.pk, at=AT)

    actions.revoke_device(phone.pk, conference_id=one.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert last_event() == ("device.revoked", "conference", one.pk)
    assert len(present(one)) == 1
    assert [(line.recorded, line.is_open) for line in queries.list_devices(one.pk, at=AT)] == [(1, False)]
    with no_trace(*ROOMS, "audit"):
        actions.revoke_device(phone.pk, conference_id=one.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_only_by_whoever_holds_the_conference(cast: Cast, campaign: Campaign) -> None:
    one, other = on_its_day(cast, campaign), on_its_day(cast, campaign, "00001.02")
    phone = device(cast, one)
    with no_trace(*ROOMS):
        with pytest.raises(NotYours):
            actions.revoke_device(phone.pk, conference_id=one.pk, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.revoke_device(phone.pk, conference_id=one.pk, actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotFound):
            actions.revoke_device(phone.pk, conference_id=other.pk, actor=cast.actors["phuc_xa"], at=AT)
