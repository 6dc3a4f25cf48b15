"""Joint events of two bodies: a list of an area, one to withdraw, what a new one may be about."""

from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, Sum

from danban.assignments import rules
from danban.assignments.models import JointEvent
from danban.campaigns.models import Assignment, Campaign
from danban.campaigns.queries import Chosen, chosen_campaign
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.units.models import Placement
from danban.units.queries import bodies_of

ROWS_A_PAGE = 30


@dataclass(frozen=True)
class EventFilter:
    """What to list: events of an assignment or of one body, words of a unit's name; empty means all."""

    assignment_id: int | None = None
    body_id: int | None = None
    words: str = ""
    page: int = 1
    key: str = ""


@dataclass(frozen=True)
class EventList:
    """One page of events, the latest first; sums are over the whole list. ``mine`` may be withdrawn by the actor."""

    chosen: Chosen
    filters: EventFilter
    assignment: Assignment | None
    units: int
    attended: int
    page: Page[JointEvent]
    mine: frozenset[int]
    may_record: bool


@dataclass(frozen=True)
class EventChoices:
    """What the form of a new event offers: bodies of the own unit, work of the plan it may belong to; ids and words.

    ``own_id`` is the body the actor speaks for, None where it sits in none.
    """

    campaign: Campaign
    place: Placement
    bodies: tuple[tuple[int, str], ...]
    own_id: int | None
    works: tuple[tuple[int, str], ...]


def event_list(actor: Actor, filters: EventFilter, *, at: datetime) -> EventList | None:
    """Joint events of the actor's area in a year; None where the office has no year. Constant queries."""
    chosen = chosen_campaign(actor, filters.key)
    if chosen is None:
        return None
    rules.check_can_see(actor, chosen.campaign)
    found = JointEvent.objects.standing().visible_to(actor).filter(campaign_id=chosen.campaign.pk)
    found = found.filter(has_every_word(filters.words, of="placement__"))
    if filters.assignment_id is not None:
        found = found.filter(assignment_id=filters.assignment_id)
    if filters.body_id is not None:
        found = found.filter(Q(host_id=filters.body_id) | Q(partner_id=filters.body_id))
    sums = found.aggregate(units=Count("placement", distinct=True), attended=Sum("attended"))
    wide = found.select_related("placement", "host", "partner", "assignment__clause", "campaign")
    page = Paginator(wide.order_by("-held_on", "-pk"), ROWS_A_PAGE).get_page(filters.page)
    own = rules.acts_for(actor)
    may_record = is_allowed(rules.check_can_record, actor, chosen.campaign, at=at)
    return EventList(
        chosen=chosen,
        filters=filters,
        assignment=_assignment(chosen.campaign, filters.assignment_id),
        units=sums["units"],
        attended=sums["attended"] or 0,
        page=page,
        mine=frozenset(one.pk for one in page if may_record and {one.host_id, one.partner_id} & own),
        may_record=may_record,
    )


def event_choices(actor: Actor, *, at: datetime) -> EventChoices:
    """What may be recorded in the year that runs; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    chosen = chosen_campaign(actor)
    if chosen is None:
        raise NotFound
    campaign = chosen.campaign
    rules.check_can_record(actor, campaign, at=at)
    place = (
        Placement.objects.select_related("unit").filter(tree_id=campaign.tree_id, unit_id=actor.unit_id or 0).first()
    )
    if place is None:
        raise NotFound
    given = Assignment.objects.standing().filter(campaign=campaign, level__depth=0)
    return EventChoices(
        campaign=campaign,
        place=place,
        bodies=tuple((body.pk, body.name) for body in bodies_of(place.unit, day_of(at))),
        own_id=min(rules.acts_for(actor), default=None),
        works=tuple((one.pk, _words(one)) for one in given.order_by("position", "pk")),
    )


def _words(assignment: Assignment) -> str:
    """An assignment in a list to choose from."""
    task = str(assignment.tasks[0]) if assignment.tasks else ""
    words = f"{assignment.actor}: {task}" if task else assignment.actor
    return words if len(words) <= 110 else f"{words[:109].rsplit(' ', 1)[0]}…"


def event_to_withdraw(actor: Actor, pk: int, *, at: datetime) -> JointEvent:
    """A joint event the actor may withdraw now; raises what the rule raises."""
    seen = JointEvent.objects.visible_to(actor).select_related("campaign", "placement", "host", "partner")
    event = seen.filter(pk=pk).first()
    if event is None:
        raise NotFound
    rules.check_can_withdraw_event(actor, event, reason="?", at=at)
    return event


def _assignment(campaign: Campaign, pk: int | None) -> Assignment | None:
    return Assignment.objects.filter(campaign_id=campaign.pk, pk=pk or 0).first()
