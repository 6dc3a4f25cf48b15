"""What was said at a conference and marked becomes a petition, once, with its place in the minutes."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences.models import Conference
from danban.kit.actor import machine
from danban.kit.refusals import NotFound
from danban.petitions import actions, queries
from danban.petitions.models import Petition
from danban.sittings.models import Opinion
from tests.campaigns.traces import no_trace
from tests.cast import AT, TODAY, Cast
from tests.conferences.factories import conference_of, hall_of, plan
from tests.petitions.factories import LAMP
from tests.sittings.factories import announced_with_agenda, opened, opinion

ROOMS = ("petitions",)


@pytest.fixture
def sitting(cast: Cast, campaign: Campaign) -> Opinion:
    """A conference that runs, with one opinion marked as a petition."""
    plan(cast, campaign)
    ready = announced_with_agenda(cast, conference_of(cast, campaign, "00001.01"), hall_of(cast))
    found = opinion(cast, opened(cast, ready), text=LAMP)
    Opinion.objects.filter(pk=found.pk).update(is_petition=True)
    found.refresh_from_db()
    return found


def test_each_marked_opinion_is_taken_in_once(cast: Cast, sitting: Opinion) -> None:
    front = cast.actors["phuc_xa"]
    [one] = actions.take_in_opinions(sitting.conference_id, actor=front, at=AT)

    assert (one.opinion, one.conference, one.text, one.source) == (sitting, sitting.conference, LAMP, "opinion")
    assert (one.uuid, one.seat) == (sitting.uuid, cast.places["00001.01"])
    with no_trace(*ROOMS):
        assert actions.take_in_opinions(sitting.conference_id, actor=front, at=AT) == []
    assert not queries.waiting_opinions().exists()


def test_with_confirmed_minutes_the_duty_to_gather_is_done(cast: Cast, campaign: Campaign, sitting: Opinion) -> None:
    owed = Obligation.objects.filter(campaign=campaign, placement=cast.places["00001.01"]).select_related("kind")[0]
    kind = owed.kind
    kind.pk, kind.code = None, "petitions"
    kind.save()
    owed.pk, owed.kind = None, kind
    owed.save()
    actions.take_in_opinions(sitting.conference_id, actor=cast.actors["phuc_xa"], at=AT)
    owed.refresh_from_db()
    assert owed.fulfilled_on is None

    Conference.objects.filter(pk=sitting.conference_id).update(records_locked_at=AT)
    actions.take_in_opinions(sitting.conference_id, actor=cast.actors["head_of_group_1"], at=AT)
    done = Obligation.objects.get(pk=owed.pk)
    assert (done.fulfilled_on, done.fulfilled_by) == (TODAY, "petition.recorded")


def test_an_opinion_not_marked_stays_an_opinion(cast: Cast, sitting: Opinion) -> None:
    Opinion.objects.update(is_petition=False)

    assert actions.take_in_opinions(sitting.conference_id, actor=cast.actors["phuc_xa"], at=AT) == []


def test_the_machine_sweeps_up_and_a_neighbour_does_not(cast: Cast, sitting: Opinion) -> None:
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.take_in_opinions(sitting.conference_id, actor=cast.actors["truc_bach"], at=AT)

    actions.take_in_opinions(sitting.conference_id, actor=machine("petitions"), at=AT)
    assert Petition.objects.count() == 1
