"""Enter a planned conference for every unit of an area that owes one and has none."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.models import Campaign
from danban.conferences import rules
from danban.conferences.actions.locks import lock_area
from danban.conferences.models import Conference, ConferencePlace
from danban.conferences.queries.missing import missing_places
from danban.kit.actor import Actor
from danban.units.models import Placement

_BATCH = 500


@transaction.atomic
def plan_conferences(campaign_id: int, *, placement_id: int | None = None, actor: Actor, at: datetime) -> int:
    """One conference and one place for each unit under ``placement_id`` (None: the whole year) that owes one.

    May be called again: returns how many were missing, 0 without a trace where none was. Raises ``NotFound``,
    ``NotYours`` or ``NotNow`` (closed). II.1, II.2.
    """
    campaign, area = lock_area(campaign_id, placement_id)
    rules.check_can_plan(actor, campaign, area, at=at)
    return enter_planned(campaign, area, actor, at)


def enter_planned(campaign: Campaign, area: Placement, actor: Actor, at: datetime) -> int:
    """Enter what is missing under a unit whose right to do so has been checked; the unit is locked."""
    places = missing_places(campaign, area)
    if not places:
        return 0
    made = Conference.objects.bulk_create([_planned(campaign.pk, place) for place in places], batch_size=_BATCH)
    _serve(campaign.pk, made)
    record(
        actor=actor, event="conference.planned", subject="campaign", subject_id=campaign.pk, at=at,
        unit_id=actor.unit_id, changes={"placement": area.pk, "count": len(made)},
    )  # fmt: skip
    return len(made)


def _planned(campaign_id: int, place: Placement) -> Conference:
    return Conference(
        campaign_id=campaign_id, placement=place, level_id=place.level_id, at_1=place.at_1, at_2=place.at_2,
        at_3=place.at_3,
    )  # fmt: skip


def _serve(campaign_id: int, made: Sequence[Conference]) -> None:
    ConferencePlace.objects.bulk_create(
        [ConferencePlace(conference=one, campaign_id=campaign_id, placement_id=one.placement_id) for one in made],
        batch_size=_BATCH,
    )
