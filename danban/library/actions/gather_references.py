"""Gather what the plan of a year cites: papers the library does not know yet are entered."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.models import Campaign, Citation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.library import queries, rules
from danban.library.actions.writing import unsaved_reference
from danban.library.models import Reference


@transaction.atomic
def gather_references(campaign_id: int, *, actor: Actor, at: datetime) -> list[Reference]:
    """Enter the unknown ones, by symbol and day; a second time there is nothing left to enter.

    What the plan does not say (often the title) stays empty and is marked in the note. Raises ``NotFound`` or
    ``NotYours``.
    """
    campaigns = Campaign.objects.select_for_update(of=("self",), no_key=True).defer("plan_text")
    campaign = campaigns.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    rules.check_can_gather(actor, campaign, at=at)
    known = queries.Shelf.of_everything()
    entered = [
        _enter(citation, campaign, known, at)
        for citation in campaign.citations.order_by("position", "pk")
        if not known.cited_by(citation)
    ]
    if entered:
        record(
            actor=actor, event="references.gathered", subject="campaign", subject_id=campaign.pk, at=at,
            unit_id=actor.unit_id, changes={"entered": [one.pk for one in entered]},
        )  # fmt: skip
    return entered


def _enter(citation: Citation, campaign: Campaign, known: queries.Shelf, at: datetime) -> Reference:
    reference = unsaved_reference(rules.sheet_of_citation(citation), None, at)
    missing = "" if reference.title else " Kế hoạch không nêu trích yếu."
    reference.note = f"Ghi theo cách kế hoạch năm {campaign.year} dẫn, chưa đối chiếu với văn bản gốc.{missing}"
    reference.save(force_insert=True)
    known.add(reference)
    return reference
