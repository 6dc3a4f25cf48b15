"""A deed was undone: it is owed again."""

from typing import Any

import pytest

from danban.campaigns import actions
from danban.campaigns.models import Campaign, Obligation
from danban.kit.refusals import BadInput, NotFound, NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast


def _reopen(cast: Cast, campaign: Campaign, who: str = "phuc_xa", **changed: Any) -> int:
    asked: dict[str, Any] = {
        "campaign_id": campaign.pk, "placement_id": cast.places["00001"].pk, "kind_code": "plan",
        "reason": "Ghi nhầm", "actor": cast.actors[who], "at": AT,
    }  # fmt: skip
    return actions.reopen_obligations(**{**asked, **changed})


@pytest.fixture
def done(cast: Cast, campaign: Campaign) -> Obligation:
    """Phúc Xá has issued its plan."""
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["00001"].pk, kind_code="plan", event="plan.issued",
        on=TODAY, actor=cast.actors["phuc_xa"], at=AT,
    )  # fmt: skip
    return Obligation.objects.get(placement=cast.places["00001"], kind__code="plan")


def test_it_is_owed_again_as_if_never_done(cast: Cast, campaign: Campaign, done: Obligation) -> None:
    assert _reopen(cast, campaign) == 1

    done.refresh_from_db()
    assert (done.fulfilled_on, done.fulfilled_at, done.fulfilled_by) == (None, None, "")
    assert last_event() == ("obligation.reopened", "obligation", done.pk)


def test_what_is_open_stays_open_without_a_trace(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        assert _reopen(cast, campaign) == 0


def test_no_reason_others_and_a_closed_year_are_refused(cast: Cast, campaign: Campaign, done: Obligation) -> None:
    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            _reopen(cast, campaign, reason=" ")
        with pytest.raises(NotFound):
            _reopen(cast, campaign, "truc_bach")
    actions.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        _reopen(cast, campaign)


def test_of_another_body_or_occurrence_nothing_is_reopened(cast: Cast, campaign: Campaign, done: Obligation) -> None:
    with no_trace():
        assert _reopen(cast, campaign, body_id=cast.bodies["00001", "front_committee"].pk) == 0
        assert _reopen(cast, campaign, occurrence=1) == 0

    assert _reopen(cast, campaign, occurrence=0) == 1
