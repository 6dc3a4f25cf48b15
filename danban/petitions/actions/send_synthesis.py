"""Send a unit's table of petitions to the bodies that answer and to the Front above (IV.7)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from danban.accounts.queries import superiors_of
from danban.audit.actions import record
from danban.campaigns.actions import fulfil_obligations
from danban.campaigns.models import Campaign
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound
from danban.notices.actions import tell, tell_units
from danban.notices.queries import Recipient
from danban.petitions import rules
from danban.petitions.actions.steps import ANSWERING_ROLES
from danban.petitions.models import SynthesisSheet
from danban.petitions.queries.synthesis import Synthesis, synthesis_of
from danban.units.models import Body, Placement


@transaction.atomic
def send_synthesis(campaign_id: int, placement_id: int, *, actor: Actor, at: datetime) -> SynthesisSheet:
    """Freeze the table as it stands and tell every body in it and the unit above; the duty is done with it.

    Sent again only where something changed (a second click gives what is there). Raises ``NotFound``, ``NotYours``
    or ``NotNow``.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).defer("plan_text").filter(pk=campaign_id).first()
    found = Placement.objects.select_related("parent").filter(pk=placement_id)
    place = found.filter(tree_id=campaign.tree_id).first() if campaign else None
    if campaign is None or place is None:
        raise NotFound
    rules.check_can_send_synthesis(actor, campaign, place, at=at)
    synthesis = synthesis_of(campaign, place, today=day_of(at))
    last = SynthesisSheet.objects.filter(campaign=campaign, placement=place).order_by("-revision").first()
    table: dict[str, Any] = synthesis.to_plain()
    if last is not None and last.table == table:
        return last
    sheet = SynthesisSheet.objects.create(
        campaign=campaign, placement=place, revision=last.revision + 1 if last else 1, table=table,
        sent_to=[*synthesis.body_names, place.parent.name if place.parent else ""], sent_at=at,
        sent_by_id=actor.appointment_id,
    )  # fmt: skip
    record(
        actor=actor, event="petition_synthesis.sent", subject="petition_synthesis", subject_id=sheet.pk, at=at,
        unit_id=actor.unit_id, changes={"placement": place.pk, "revision": sheet.revision, "total": synthesis.total},
    )  # fmt: skip
    fulfil_obligations(
        campaign_id=campaign.pk, placement_id=place.pk, kind_code="synthesis", event="petition_synthesis.sent",
        on=day_of(at), actor=actor, at=at,
    )  # fmt: skip
    _tell(sheet, synthesis, place, at)
    return sheet


def _tell(sheet: SynthesisSheet, synthesis: Synthesis, place: Placement, at: datetime) -> None:
    subject = f"Bảng tổng hợp kiến nghị của {place.name}"
    body = f"{synthesis.total} kiến nghị, {synthesis.answered} đã trả lời."
    about = ("petition_synthesis", sheet.pk)
    units = set(Body.objects.filter(pk__in=synthesis.body_ids).values_list("unit_id", flat=True))
    tell_units(
        sorted(units - {place.unit_id}), roles=ANSWERING_ROLES, fact=f"petition_synthesis:{sheet.pk}:bodies",
        topic="petition", subject=subject, body=body, about=about, at=at,
    )  # fmt: skip
    above = superiors_of([place.unit_id], on=day_of(at)).get(place.unit_id, [])
    tell(
        [Recipient(one.account_id, one.pk) for one in above], fact=f"petition_synthesis:{sheet.pk}:above",
        topic="petition", subject=subject, body=body, about=about, at=at,
    )  # fmt: skip
