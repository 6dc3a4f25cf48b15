"""People in charge of areas, and what they found there (III.1.4)."""

from datetime import datetime

from django.db import transaction

from danban.accounts.models import Appointment
from danban.audit.actions import record
from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.envoys import rules
from danban.envoys.actions.steps import count_supervised, uncount_supervised
from danban.envoys.models import AreaCharge, InspectionNote
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.kit.vietnamese import nfc, squeeze
from danban.units.models import Placement


@transaction.atomic
def charge_area(
    campaign_id: int, *, placement_id: int, full_name: str = "", title: str = "", appointment_id: int | None = None,
    actor: Actor, at: datetime,
) -> AreaCharge:  # fmt: skip
    """Put somebody of the actor's unit in charge of an area below.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (has it already) or ``BadInput`` (nobody named).
    """
    campaign, place = _locked(campaign_id, placement_id)
    rules.check_can_charge_area(actor, campaign, place, at=at)
    held = (
        Appointment.objects.select_related("account").filter(pk=appointment_id or 0, unit_id=actor.unit_id or 0).first()
    )
    name = held.account.full_name if held else squeeze(full_name)[:120]
    if not name:
        raise BadInput("Hãy ghi ai phụ trách.", {"full_name": "Không được để trống."})
    unit_id = actor.unit_id or place.unit_id
    standing = AreaCharge.objects.filter(campaign=campaign, placement=place, unit_id=unit_id, ended_at__isnull=True)
    if standing.filter(full_name=name).exists():
        raise NotNow(f"{name} đang phụ trách {place.name} rồi.")
    charge = AreaCharge.objects.create(
        campaign=campaign, placement=place, unit_id=unit_id, appointment=held, full_name=name,
        title=(held.title if held else squeeze(title))[:160], named_at=at,
    )  # fmt: skip
    _write_down(charge, "area.charged", actor, at)
    count_supervised(charge, actor, at)
    return charge


@transaction.atomic
def end_area_charge(charge_id: int, *, actor: Actor, at: datetime) -> AreaCharge:
    """They are in charge no more; an area left alone is owed again. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    charges = AreaCharge.objects.select_for_update(of=("self",)).select_related("campaign", "placement")
    charge = charges.filter(pk=charge_id).first()
    if charge is None:
        raise NotFound
    rules.check_can_end_charge(actor, charge, at=at)
    charge.ended_at = at
    charge.save(update_fields=["ended_at"])
    _write_down(charge, "area.released", actor, at)
    uncount_supervised(charge, actor, at)
    return charge


@transaction.atomic
def note_inspection(
    campaign_id: int, *, placement_id: int, sheet: rules.InspectionSheet, actor: Actor, at: datetime
) -> InspectionNote:  # fmt: skip
    """What was found at a place or its conference. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    campaign, place = _locked(campaign_id, placement_id)
    rules.check_can_note(actor, campaign, place, sheet, at=at)
    conference = Conference.objects.filter(pk=sheet.conference_id or 0, campaign=campaign, placement=place).first()
    note = InspectionNote.objects.create(
        campaign=campaign, placement=place, conference=conference, unit_id=actor.unit_id or place.unit_id,
        checks=sheet.checks, text=nfc(sheet.text).strip(), photo_id=sheet.photo_id, noted_on=sheet.noted_on,
        written_at=at, appointment_id=actor.appointment_id,
    )  # fmt: skip
    record(
        actor=actor, event="inspection.noted", subject="inspection", subject_id=note.pk, at=at, unit_id=actor.unit_id,
        changes={"placement": place.pk, "conference": sheet.conference_id},
    )  # fmt: skip
    return note


def _locked(campaign_id: int, placement_id: int) -> tuple[Campaign, Placement]:
    campaign = Campaign.objects.defer("plan_text").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    places = Placement.objects.select_for_update(of=("self",), no_key=True).filter(tree_id=campaign.tree_id)
    place = places.filter(pk=placement_id).first()
    if place is None:
        raise NotFound
    return campaign, place


def _write_down(charge: AreaCharge, event: str, actor: Actor, at: datetime) -> None:
    record(
        actor=actor, event=event, subject="area_charge", subject_id=charge.pk, at=at, unit_id=actor.unit_id,
        changes={"placement": charge.placement_id, "campaign": charge.campaign_id},
    )  # fmt: skip
