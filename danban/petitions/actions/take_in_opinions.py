"""Take in what was said at a conference and marked as a petition: each opinion once, with its place in the minutes."""

from datetime import datetime

from django.db import transaction

from danban.conferences.models import Conference
from danban.kit.actor import Actor
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

    Harmless to repeat, and two at once enter each opinion once. Raises ``NotFound``.
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
    return found


def sheet_of(opinion: Opinion) -> PetitionSheet:
    """An opinion as the petition it becomes."""
    item = f"Mục {opinion.entry.position}: {opinion.entry.title}" if opinion.entry else ""
    return PetitionSheet(
        text=opinion.text, kind=Kind.PETITION, speaker=opinion.speaker, field=opinion.field, source=Source.OPINION,
        item=item, uuid=opinion.uuid,
    )  # fmt: skip
