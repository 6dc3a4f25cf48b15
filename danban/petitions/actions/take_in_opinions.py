"""Take in what was said at a conference and marked as a petition: each opinion once, with its place in the minutes."""

from datetime import datetime

from django.db import transaction

from danban.campaigns.actions import fulfil_obligations
from danban.conferences.models import Conference
from danban.kit.actor import Actor, machine
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.actions.record_petition import PetitionSheet, enter
from danban.petitions.models import Petition
from danban.petitions.queries.taking_in import waiting_opinions
from danban.petitions.states import Kind, Source
from danban.sittings.models import Opinion
from danban.units.models import Placement


@transaction.atomic
def take_in_opinions(conference_id: int, *, actor: Actor, at: datetime) -> list[Petition]:
    """Enter every opinion of a conference that is marked and not yet a petition; those entered now.

    Harmless to repeat, and two at once enter each opinion once. Once the minutes are confirmed the duty to gather
    petitions is done, also where there was none. Raises ``NotFound``.
    """
    locked = Conference.objects.select_for_update(of=("self",)).select_related("campaign", "placement")
    conference = locked.defer("campaign__plan_text").filter(pk=conference_id).first()
    if conference is None:
        raise NotFound
    rules.check_can_take_in(actor, conference, at=at)
    marked = list(waiting_opinions().filter(conference=conference).select_related("entry", "village", "conference"))
    seats = {one.village_id or conference.placement_id for one in marked}
    places = Placement.objects.select_related("parent", "level").in_bulk(seats)
    found = []
    for one in marked:
        place = places[one.village_id or conference.placement_id]
        found.append(enter(conference.campaign, place, (sheet_of(one), one), actor, at))
    if conference.records_locked_at is not None:
        _fulfil(conference, actor, at)
    return found


def _fulfil(conference: Conference, actor: Actor, at: datetime) -> None:
    """With the minutes confirmed, each unit served has gathered what its people asked; a guest's is counted too."""
    for served in conference.places.select_related("placement").order_by("pk"):
        own = actor.covers(conference.campaign.tree_id, served.placement.path)
        fulfil_obligations(
            campaign_id=conference.campaign_id, placement_id=served.placement_id, kind_code="petitions",
            event="petition.recorded", on=day_of(at), actor=actor if own else machine("họp chung"), at=at,
        )  # fmt: skip


def sheet_of(opinion: Opinion) -> PetitionSheet:
    """An opinion as the petition it becomes."""
    item = f"Mục {opinion.entry.position}: {opinion.entry.title}" if opinion.entry else ""
    return PetitionSheet(
        text=opinion.text, kind=Kind.PETITION, speaker=opinion.speaker, field=opinion.field, source=Source.OPINION,
        item=item, uuid=opinion.uuid,
    )  # fmt: skip
