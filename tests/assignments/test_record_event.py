"""Something two bodies held together (III.2.2.đ)."""

from datetime import date, timedelta
from typing import Any

import pytest

from danban.assignments import actions
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Assignment, Campaign
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.assignments.factories import event_sheet, last_event, make_body, no_trace
from tests.cast import AT, TODAY, Cast


@pytest.mark.parametrize("who", ["mrs_ha", "mr_dung"])
def test_one_of_the_two_bodies_records_it_under_the_work_it_belongs_to(
    cast: Cast, campaign: Campaign, department_work: Assignment, who: str
) -> None:
    sheet = event_sheet(cast, assignment_id=department_work.pk)

    event = actions.record_event(campaign.pk, sheet, actor=cast.actors[who], at=AT)

    assert (event.placement, event.assignment, event.attended) == (cast.city, department_work, 120)
    assert last_event() == ("joint_event.recorded", "joint_event", event.pk)


def test_a_district_records_its_own_and_nobody_need_be_counted(cast: Cast, campaign: Campaign) -> None:
    event = actions.record_event(
        campaign.pk, event_sheet(cast, "001", attended=None), actor=cast.actors["ba_dinh_committee"], at=AT
    )

    assert (event.placement, event.attended) == (cast.places["001"], None)


def test_the_other_body_cannot_record_the_same_again(cast: Cast, campaign: Campaign) -> None:
    sheet = event_sheet(cast)
    actions.record_event(campaign.pk, sheet, actor=cast.actors["mrs_ha"], at=AT)
    turned = event_sheet(cast, host_id=sheet.partner_id, partner_id=sheet.host_id)

    with no_trace():
        for again in (sheet, turned):
            with pytest.raises(NotNow, match="một trong hai cơ quan ghi"):
                actions.record_event(campaign.pk, again, actor=cast.actors["mr_dung"], at=AT)


@pytest.mark.parametrize(
    "changed",
    [
        {"topic": " "},
        {"topic": "x" * 301},
        {"held_on": TODAY + timedelta(days=1)},
        {"place": ""},
        {"attended": -1},
        {"text": "x" * 4_001},
        {"partner_id": 0},
        {"assignment_id": 10**6},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_cannot_be_an_event_leaves_no_trace(cast: Cast, campaign: Campaign, changed: dict[str, Any]) -> None:
    with no_trace(), pytest.raises(BadInput):
        actions.record_event(campaign.pk, event_sheet(cast, **changed), actor=cast.actors["mrs_ha"], at=AT)


def test_one_body_twice_a_body_of_elsewhere_and_one_that_had_ended_are_refused(cast: Cast, campaign: Campaign) -> None:
    host, ha = cast.bodies["01", "front_committee"].pk, cast.actors["mrs_ha"]
    ended = make_body(cast, "Sở cũ", ends_on=date(2023, 1, 31)).pk

    with no_trace():
        for partner in (host, cast.bodies["001", "front_committee"].pk, ended):
            with pytest.raises(BadInput):
                actions.record_event(campaign.pk, event_sheet(cast, partner_id=partner), actor=ha, at=AT)


def test_who_took_no_part_villages_and_strangers_are_refused(cast: Cast, campaign: Campaign) -> None:
    with no_trace():
        for who in ("culture_department", "head_of_group_1"):
            with pytest.raises(NotYours):
                actions.record_event(campaign.pk, event_sheet(cast), actor=cast.actors[who], at=AT)
        for who, pk in (("stranger", campaign.pk), ("mrs_ha", 0)):
            with pytest.raises(NotFound):
                actions.record_event(pk, event_sheet(cast), actor=cast.actors[who], at=AT)
    worker = machine("demo", "assignment:see", "assignment:work")
    with no_trace(), pytest.raises(NotFound):
        actions.record_event(campaign.pk, event_sheet(cast), actor=worker, at=AT)
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        actions.record_event(campaign.pk, event_sheet(cast), actor=cast.actors["mrs_ha"], at=AT)
