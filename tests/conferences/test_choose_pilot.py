"""Exactly one pilot village in a commune."""

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, conference_of
from tests.conferences.owing import owe


def test_another_choice_replaces_the_first_and_the_duty_is_done(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference
) -> None:
    owe(cast, campaign, "pilot", "commune")
    actions.choose_pilot(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    assert Obligation.objects.get(kind__code="pilot", placement=cast.places["00001"]).fulfilled_on is not None

    actions.choose_pilot(other.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    assert list(Conference.objects.filter(is_pilot=True)) == [other]
    assert last_event() == ("conference.chosen_as_pilot", "conference", other.pk)
    with no_trace(*ROOMS):
        actions.choose_pilot(other.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_each_commune_has_its_own(cast: Cast, campaign: Campaign, one: Conference) -> None:
    beside = conference_of(cast, campaign, "00004.01")
    actions.choose_pilot(one.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.choose_pilot(beside.pk, actor=cast.actors["truc_bach"], at=AT)

    assert Conference.objects.filter(is_pilot=True).count() == 2


def test_others_the_commune_itself_and_the_given_up_are_refused(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    own = conference_of(cast, campaign, "00001")
    with no_trace(*ROOMS):
        for who, refusal in (("truc_bach", NotFound), ("head_of_group_1", NotYours), ("ba_dinh", NotYours)):
            with pytest.raises(refusal):
                actions.choose_pilot(one.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(BadInput):
            actions.choose_pilot(own.pk, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.choose_pilot(0, actor=cast.actors["phuc_xa"], at=AT)
    actions.give_up_conference(one.pk, cause="Mưa", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.choose_pilot(one.pk, actor=cast.actors["phuc_xa"], at=AT)
