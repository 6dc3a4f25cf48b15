"""A deed of an upper room counts as what a unit owed."""

from datetime import timedelta
from typing import Any

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Obligation
from danban.kit.refusals import BadInput, NotFound
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast


def _fulfil(cast: Cast, campaign: Campaign, who: str = "phuc_xa", **changed: Any) -> int:
    asked: dict[str, Any] = {
        "campaign_id": campaign.pk, "placement_id": cast.places["00001"].pk, "kind_code": "plan",
        "event": "plan.issued", "on": TODAY, "actor": cast.actors[who], "at": AT,
    }  # fmt: skip
    return actions.fulfil_obligations(**{**asked, **changed})


def test_the_deed_its_day_and_its_moment_are_kept(cast: Cast, campaign: Campaign) -> None:
    assert _fulfil(cast, campaign) == 1

    owed = Obligation.objects.get(placement=cast.places["00001"], kind__code="plan")
    assert (owed.fulfilled_on, owed.fulfilled_at, owed.fulfilled_by) == (TODAY, AT, "plan.issued")
    assert last_event() == ("obligation.fulfilled", "obligation", owed.pk)


def test_a_second_time_a_thing_not_owed_and_an_unknown_kind_leave_no_trace(cast: Cast, campaign: Campaign) -> None:
    _fulfil(cast, campaign)

    with no_trace():
        assert _fulfil(cast, campaign, on=TODAY - timedelta(days=3)) == 0
        assert _fulfil(cast, campaign, kind_code="agenda") == 0
        assert _fulfil(cast, campaign, kind_code="no-such-thing") == 0


def test_the_district_above_may_and_a_neighbour_may_not(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for who in ("truc_bach", "dong_anh", "head_of_group_1", "stranger"):
            with pytest.raises(NotFound):
                _fulfil(cast, campaign, who)

    assert _fulfil(cast, campaign, "ba_dinh") == 1


def test_a_future_day_an_unknown_campaign_and_an_unknown_place_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        with pytest.raises(BadInput):
            _fulfil(cast, campaign, on=TODAY + timedelta(days=1))
        with pytest.raises(NotFound):
            _fulfil(cast, campaign, campaign_id=0)
        with pytest.raises(NotFound):
            _fulfil(cast, campaign, placement_id=0)


def test_one_body_does_what_it_owes_and_the_others_still_owe_theirs(cast: Cast, campaign: Campaign) -> None:
    owed = Obligation.objects.filter(campaign=campaign, kind__code="assignment-iii-2").order_by("pk")
    extra = owed[0]
    extra.pk, extra.body = None, cast.bodies["01", "movement_board"]
    extra.save(force_insert=True)
    body_id = cast.bodies["01", "department"].pk
    asked = {"placement_id": cast.places["01"].pk, "kind_code": "assignment-iii-2", "who": "mrs_ha"}

    assert _fulfil(cast, campaign, **asked, body_id=body_id, occurrence=7) == 0
    assert _fulfil(cast, campaign, **asked, body_id=body_id) == owed.filter(body_id=body_id).count() > 0

    assert set(owed.open().values_list("body_id", flat=True)) == {
        one for one in owed.values_list("body_id", flat=True) if one != body_id
    }
