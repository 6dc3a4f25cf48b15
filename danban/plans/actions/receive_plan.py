"""A unit confirms that it has a plan: the year's, or an edition of a unit above or below it."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.models import Campaign
from danban.documents.actions import read_document
from danban.documents.models import Delivery
from danban.documents.rules import check_can_read
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.plans import rules
from danban.plans.models import PlanEdition, Receipt
from danban.units.models import Placement


@transaction.atomic
def receive_plan(campaign_id: int, *, edition_id: int | None = None, actor: Actor, at: datetime) -> Receipt:
    """The receipt of the actor's unit, which has then read the paper sent to it. Confirming again is harmless.

    ``edition_id`` is None for the plan of the year.

    Raises ``NotFound`` (not a plan of the own line), ``NotYours`` (an own plan) or ``NotNow`` (closed, returned).
    """
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    place = Placement.objects.filter(tree_id=campaign.tree_id, unit_id=actor.unit_id or 0).first()
    edition = _edition(edition_id) if edition_id is not None else None
    rules.check_can_receive(actor, campaign, place, edition, at=at)
    assert place is not None
    mine = Receipt.objects.filter(campaign=campaign, edition=edition, placement=place)
    known = mine.first()
    if known is not None:
        return known
    receipt = Receipt(campaign=campaign, edition=edition, placement=place, appointment_id=actor.appointment_id, at=at)
    Receipt.objects.bulk_create([receipt], ignore_conflicts=True)  # a colleague may confirm this very moment
    receipt = mine.get()
    if edition is not None and _was_sent(edition, actor):
        read_document(edition.document_id, actor=actor, at=at)
    record(
        actor=actor,
        event="plan.received",
        subject="receipt",
        subject_id=receipt.pk,
        at=at,
        unit_id=place.unit_id,
        changes={"campaign": campaign.pk, "edition": edition_id},
    )
    return receipt


def _was_sent(edition: PlanEdition, actor: Actor) -> bool:
    """Whether the paper came into the inbox of the actor's unit, and the actor takes papers in there."""
    sent = Delivery.objects.filter(document_id=edition.document_id, unit_id=actor.unit_id or 0).first()
    return is_allowed(lambda: check_can_read(actor, sent, at=edition.issued_at))


def _edition(edition_id: int) -> PlanEdition:
    edition = PlanEdition.objects.select_related("plan__placement").filter(pk=edition_id).first()
    if edition is None:
        raise NotFound
    return edition
