"""Carry over: what is open when a new year begins stands in its books, with its whole way, and returns by itself."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.actions.write_year import Progress
from danban.campaigns.models import Campaign
from danban.conferences import actions as conferences
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.actions.deadlines import recount_open
from danban.petitions.models import Petition, PetitionGroup, PetitionStep
from danban.petitions.queries.succession import Seats, seats_in
from danban.petitions.states import SORTING

_BATCH = 400


@transaction.atomic
def launch_year(draft_id: int, *, actor: Actor, at: datetime, progress: Progress | None = None) -> Campaign:
    """``conferences.launch_year``, then what is open from the years before; raises what that raises."""
    campaign = conferences.launch_year(draft_id, actor=actor, at=at, progress=progress)
    carry_over(campaign.pk, actor=actor, at=at)
    return campaign


@transaction.atomic
def carry_over(campaign_id: int, *, actor: Actor, at: datetime) -> int:
    """Move every open petition of earlier years into a year's books; how many. Harmless to repeat.

    Each takes the place of its unit in the year's tree, or of the unit its own went into; what has none stays where
    it is. The clock runs on. Where its body no longer stands, the Front of its new seat sorts it anew. II.1.a.3.
    Raises ``NotFound``, ``NotYours`` or ``NotNow``.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).defer("plan_text").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    rules.check_can_carry_over(actor, campaign, at=at)
    earlier = Petition.objects.filter(rules.IS_OPEN, book__year__lt=campaign.year).exclude(book=campaign)
    related = earlier.select_related("seat", "body", "holder").order_by("pk").select_for_update(of=("self",))
    seats = seats_in(campaign.tree_id, {one.seat.unit_id for one in related}, on=day_of(at))
    moved = [one for one in related if _reseat(one, campaign, seats)]
    _write(moved, campaign, actor, at)
    recount_open([campaign.pk], today=day_of(at))
    return len(moved)


def _reseat(petition: Petition, campaign: Campaign, seats: Seats) -> bool:
    place = seats.place_of(petition.seat.unit_id)
    if place is None:
        return False
    petition.book, petition.seat, petition.carried = campaign, place, petition.carried + 1
    petition.at_1, petition.at_2, petition.at_3 = place.at_1, place.at_2, place.at_3
    holder = seats.holder_of(petition.body) if petition.body is not None else None
    if petition.status in SORTING or holder is None:
        petition.holder, petition.body = rules.desk_of(place), None
        petition.clock_from = petition.acknowledge_due_on = petition.answer_due_on = petition.waiting_since = None
        petition.status = petition.status if petition.status in SORTING else "classified"
    else:
        petition.holder = holder
    return True


def _write(moved: list[Petition], campaign: Campaign, actor: Actor, at: datetime) -> None:
    columns = ["book", "seat", "carried", "at_1", "at_2", "at_3", "holder", "body", "clock_from", "status"]
    columns += ["acknowledge_due_on", "answer_due_on", "waiting_since"]
    Petition.objects.bulk_update(moved, columns, batch_size=_BATCH)
    groups = {one.group_id for one in moved if one.group_id}
    PetitionGroup.objects.filter(pk__in=groups).update(book=campaign)
    PetitionStep.objects.bulk_create(
        (
            PetitionStep(
                petition=one, verb="carry_over", status=one.status, holder=one.holder, body=one.body, book=campaign,
                by_unit_id=actor.unit_id, by_body_id=actor.body_id, appointment_id=actor.appointment_id, at=at,
            )
            for one in moved
        ),
        batch_size=2_000,
    )  # fmt: skip
    for one in moved:
        record(
            actor=actor, event="petition.carried_over", subject="petition", subject_id=one.pk, at=at,
            unit_id=actor.unit_id, changes={"book": campaign.pk, "seat": one.seat_id, "holder": one.holder_id},
        )  # fmt: skip
