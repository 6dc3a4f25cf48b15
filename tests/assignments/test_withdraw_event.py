"""A joint event recorded by mistake."""

import pytest

from danban.assignments import actions
from danban.assignments.models import JointEvent
from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import event_sheet, last_event, no_trace
from tests.cast import AT, Cast


def test_the_other_body_may_withdraw_it_and_it_may_be_recorded_anew(cast: Cast, campaign: Campaign) -> None:
    event = actions.record_event(campaign.pk, event_sheet(cast), actor=cast.actors["mrs_ha"], at=AT)

    actions.withdraw_event(event.pk, reason="Nhầm ngày", actor=cast.actors["mr_dung"], at=AT)

    assert JointEvent.objects.get().withdrawn_at == AT
    assert last_event() == ("joint_event.withdrawn", "joint_event", event.pk)
    actions.record_event(campaign.pk, event_sheet(cast), actor=cast.actors["mrs_ha"], at=AT)
    assert JointEvent.objects.standing().count() == 1


def test_no_reason_twice_others_and_units_elsewhere_are_refused(cast: Cast, campaign: Campaign) -> None:
    event = actions.record_event(campaign.pk, event_sheet(cast, "001"), actor=cast.actors["ba_dinh"], at=AT)

    with no_trace():
        with pytest.raises(BadInput, match="lý do"):
            actions.withdraw_event(event.pk, reason="", actor=cast.actors["ba_dinh"], at=AT)
        for who, refusal in (("mrs_ha", NotYours), ("culture_department", NotYours), ("dong_anh", NotFound)):
            with pytest.raises(refusal):
                actions.withdraw_event(event.pk, reason="Nhầm", actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.withdraw_event(0, reason="Nhầm", actor=cast.actors["ba_dinh"], at=AT)
    actions.withdraw_event(event.pk, reason="Nhầm", actor=cast.actors["ba_dinh"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã được rút"):
        actions.withdraw_event(event.pk, reason="Nhầm", actor=cast.actors["ba_dinh"], at=AT)
