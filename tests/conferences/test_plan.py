"""Every unit that owes a conference has one, once."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions, queries
from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import ROOMS


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """A year without conferences yet."""
    return run_campaign(cast)


def test_whoever_owes_a_conference_gets_one_and_a_second_call_adds_nothing(cast: Cast, campaign: Campaign) -> None:
    assert len(queries.missing_conferences(cast.actors["mrs_ha"], campaign.pk)) == 12

    made = actions.plan_conferences(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)

    owed = set(Obligation.objects.filter(kind__code="conference").values_list("placement_id", flat=True))
    assert made == len(owed) == 12
    assert set(ConferencePlace.objects.values_list("placement_id", flat=True)) == owed
    assert {one.status for one in Conference.objects.all()} == {ConferenceStatus.PLANNED}
    assert last_event() == ("conference.planned", "campaign", campaign.pk)
    assert queries.missing_conferences(cast.actors["mrs_ha"], campaign.pk) == []
    with no_trace(*ROOMS):
        assert actions.plan_conferences(campaign.pk, actor=cast.actors["mrs_ha"], at=AT) == 0


def test_a_commune_enters_its_own_area_only(cast: Cast, campaign: Campaign) -> None:
    place = cast.places["00001"].pk

    assert actions.plan_conferences(campaign.pk, placement_id=place, actor=cast.actors["phuc_xa"], at=AT) == 3

    with no_trace(*ROOMS):
        with pytest.raises(NotFound):
            actions.plan_conferences(campaign.pk, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.plan_conferences(campaign.pk + 1, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotYours):
            actions.plan_conferences(campaign.pk, actor=cast.actors["head_of_group_1"], at=AT)


def test_a_closed_year_takes_none(cast: Cast, campaign: Campaign) -> None:
    campaign.status, campaign.closed_at = "closed", AT
    campaign.save()

    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.plan_conferences(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)
