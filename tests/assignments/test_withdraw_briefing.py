"""A briefing recorded by mistake."""

from datetime import date

import pytest

from danban.assignments import actions
from danban.assignments.models import Briefing
from danban.campaigns.models import Campaign, Obligation
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import last_event, make_briefing, no_trace
from tests.cast import AT, TODAY, Cast


def _fulfilled_on(cast: Cast) -> date | None:
    return Obligation.objects.get(placement=cast.places["00001"], kind__code="guidance").fulfilled_on


def test_guidance_is_owed_again_and_the_day_may_be_recorded_anew(cast: Cast, campaign: Campaign) -> None:
    briefing = make_briefing(cast, campaign)

    actions.withdraw_briefing(briefing.pk, reason="Nhầm ngày", actor=cast.actors["phuc_xa_committee"], at=AT)

    assert Briefing.objects.get().withdrawn_at == AT
    assert _fulfilled_on(cast) is None
    assert last_event() == ("briefing.withdrawn", "briefing", briefing.pk)
    make_briefing(cast, campaign)
    assert _fulfilled_on(cast) == TODAY


def test_another_briefing_that_stands_counts_instead(cast: Cast, campaign: Campaign) -> None:
    wrong = make_briefing(cast, campaign, held_on=date(2022, 12, 28))
    make_briefing(cast, campaign)

    actions.withdraw_briefing(wrong.pk, reason="Không có buổi này", actor=cast.actors["phuc_xa"], at=AT)

    assert _fulfilled_on(cast) == TODAY


def test_no_reason_twice_others_and_unknown_are_refused(cast: Cast, campaign: Campaign) -> None:
    briefing = make_briefing(cast, campaign)

    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            actions.withdraw_briefing(briefing.pk, reason="", actor=cast.actors["phuc_xa"], at=AT)
        for who, refusal in (("ba_dinh", NotYours), ("mrs_ha", NotYours), ("truc_bach", NotFound)):
            with pytest.raises(refusal):
                actions.withdraw_briefing(briefing.pk, reason="Nhầm", actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.withdraw_briefing(0, reason="Nhầm", actor=cast.actors["phuc_xa"], at=AT)
    actions.withdraw_briefing(briefing.pk, reason="Nhầm", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã được rút"):
        actions.withdraw_briefing(briefing.pk, reason="Nhầm", actor=cast.actors["phuc_xa"], at=AT)
