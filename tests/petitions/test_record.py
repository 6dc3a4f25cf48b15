"""Somebody types what was said: by a village for itself, by offices above for their area."""

from uuid import uuid4

import pytest

from danban.campaigns.actions import close_campaign
from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import LAMP, said

ROOMS = ("petitions", "notices")


def test_it_lies_with_the_front_of_the_commune_and_its_way_begins(cast: Cast, campaign: Campaign) -> None:
    one = said(cast, campaign, speaker="  Bà   Sáu ", kind="comment")

    assert (one.seat, one.holder, one.body) == (cast.places["00001.01"], cast.places["00001"], None)
    assert (one.status, one.kind, one.speaker, one.text) == ("recorded", "comment", "Bà Sáu", LAMP)
    assert one.title == LAMP
    assert [step.verb for step in one.steps.all()] == ["record"]
    assert one.keys.filter(area=cast.places["00001"].unit_id, key="s:street_lamp").exists()
    assert last_event() == ("petition.recorded", "petition", one.pk)


def test_the_same_sheet_sent_twice_is_one_petition(cast: Cast, campaign: Campaign) -> None:
    number = uuid4()

    assert said(cast, campaign, uuid=number).pk == said(cast, campaign, uuid=number).pk
    assert Petition.objects.count() == 1


def test_what_a_commune_conference_asks_lies_with_the_commune(cast: Cast, campaign: Campaign) -> None:
    one = said(cast, campaign, code="00001", who="phuc_xa")

    assert (one.seat, one.holder) == (cast.places["00001"], cast.places["00001"])


def test_a_neighbour_a_department_and_nobody_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace(*ROOMS):
        with pytest.raises(NotFound):
            said(cast, campaign, who="truc_bach")
        with pytest.raises(NotYours, match="không ghi mới"):
            said(cast, campaign, who="culture_department")


def test_no_words_another_kind_and_a_closed_year_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace(*ROOMS):
        for values, sentence in (
            ({"text": "  "}, "điều bà con nói"), ({"text": "x" * 4_001}, "4000"), ({"kind": "complaint"}, "hiến kế"),
            ({"field": "moon"}, "lĩnh vực"),
        ):  # fmt: skip
            with pytest.raises(BadInput, match=sentence):
                said(cast, campaign, **values)

    close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="khép lại"):
        said(cast, campaign)
