"""A commune has briefed the heads of its villages, with a guidance pack (III.5.2a)."""

from datetime import datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.keep_attachments import keep_pack
from danban.assignments.actions.locks import campaign_of, lock_own_place
from danban.assignments.models import Briefing
from danban.assignments.queries.briefings import GUIDANCE
from danban.assignments.rules import BriefingSheet
from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import day, squeeze

HELD = "briefing.held"


@transaction.atomic
def hold_briefing(campaign_id: int, sheet: BriefingSheet, *, actor: Actor, at: datetime) -> Briefing:
    """Record a briefing of the actor's own unit; its obligation of guidance is fulfilled on the day it was held.

    Raises ``NotFound``, ``NotYours`` (not a commune of the year), ``NotNow`` (closed) or ``BadInput``.
    """
    campaign = campaign_of(campaign_id)
    place = lock_own_place(campaign, actor)
    rules.check_can_hold(actor, campaign, place, at=at)
    assert place is not None
    rules.check_briefing(sheet, campaign, at=at)
    rules.check_villages(place, sheet.village_ids)
    if Briefing.objects.standing().filter(campaign=campaign, placement=place, held_on=sheet.held_on).exists():
        raise BadInput(
            f"Buổi hướng dẫn ngày {day(sheet.held_on)} đã được ghi. Hãy rút buổi đó nếu ghi nhầm.",
            {"held_on": "Ngày này đã có một buổi."},
        )
    briefing = Briefing.objects.create(
        campaign=campaign, placement=place, held_on=sheet.held_on, place=squeeze(sheet.place), invited=sheet.invited,
        attended=sheet.attended, text=sheet.text.strip(), appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    briefing.villages.set(sheet.village_ids)
    files = keep_pack(briefing, sheet.uploads)
    campaigns.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=place.pk, kind_code=GUIDANCE, event=HELD, on=sheet.held_on, actor=actor,
        at=at,
    )  # fmt: skip
    record(
        actor=actor,
        event="briefing.held",
        subject="briefing",
        subject_id=briefing.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"on": sheet.held_on, "attended": [sheet.attended, sheet.invited], "files": files},
    )
    return briefing
