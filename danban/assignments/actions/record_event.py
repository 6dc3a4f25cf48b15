"""Two bodies held something together, as police and Front do on the prevention of crime (III.2.2.đ)."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.locks import campaign_of, lock_own_place
from danban.assignments.models import JointEvent
from danban.assignments.rules import EventSheet
from danban.audit.actions import record
from danban.campaigns.models import Assignment, Campaign
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import squeeze
from danban.units.models import Body


@transaction.atomic
def record_event(campaign_id: int, sheet: EventSheet, *, actor: Actor, at: datetime) -> JointEvent:
    """Record a joint event of two bodies of the actor's unit, one of them the actor's own.

    Raises ``NotFound``, ``NotYours`` (neither body is the actor's), ``NotNow`` (closed) or ``BadInput``.
    """
    campaign = campaign_of(campaign_id)
    place = lock_own_place(campaign, actor)
    rules.check_can_record(actor, campaign, at=at)
    if place is None:
        raise NotFound
    rules.check_event(sheet, campaign, at=at)
    bodies = {body.pk: body for body in Body.objects.filter(pk__in=[sheet.host_id, sheet.partner_id]).order_by("pk")}
    host, partner = bodies.get(sheet.host_id), bodies.get(sheet.partner_id)
    rules.check_event_bodies(actor, place, host, partner, on=sheet.held_on)
    assert host is not None
    assert partner is not None
    _check_assignment(campaign, sheet.assignment_id)
    rules.check_is_first(campaign, place, sheet)
    event = JointEvent.objects.create(
        campaign=campaign, assignment_id=sheet.assignment_id, placement=place, host=host, partner=partner,
        topic=squeeze(sheet.topic), held_on=sheet.held_on, place=squeeze(sheet.place), attended=sheet.attended,
        text=sheet.text.strip(), appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    record(
        actor=actor,
        event="joint_event.recorded",
        subject="joint_event",
        subject_id=event.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"bodies": [sheet.host_id, sheet.partner_id], "on": sheet.held_on, "assignment": sheet.assignment_id},
    )
    return event


def _check_assignment(campaign: Campaign, assignment_id: int | None) -> None:
    found = Assignment.objects.standing().filter(campaign=campaign, pk=assignment_id or 0)
    if assignment_id and not found.exists():
        raise BadInput("Hãy chọn lại việc của kế hoạch.", {"assignment": "Việc này không còn trong kế hoạch."})
