"""The first screen: what my unit and my body owe, the next thing to do, and how my units stand."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Q, QuerySet

from danban.campaigns.models import Assignment, Obligation
from danban.kit.actor import Actor
from danban.overviews.queries.owed import Owed, Pile, list_owed, pile_of
from danban.overviews.queries.places import Spot, list_levels, list_spots
from danban.overviews.queries.tallies import NOTHING, Tally, count_by_unit, sum_by_unit, total
from danban.overviews.queries.years import Year, year_for
from danban.overviews.texts import MEET, PREPARE, SEND, STEPS, StepName, rhythm
from danban.units.models import Body


@dataclass(frozen=True)
class BelowLine:
    """One unit directly below mine and how it stands with all that lies below it."""

    spot: Spot
    tally: Tally


@dataclass(frozen=True)
class BigStep:
    """One of the four steps of a village; ``next`` is the open thing to do in it."""

    label: str
    state: Literal["ok", "now", "later"]
    next: Owed | None


@dataclass(frozen=True)
class Task:
    """What the plan gives my body to do; ``rhythm`` says how often, "" for once."""

    pk: int
    actor: str
    tasks: tuple[str, ...]
    due_on: date | None
    rhythm: str
    clause_path: str
    clause_title: str


@dataclass(frozen=True)
class Home:
    """``steps`` stand only where no unit lies below; ``below`` only where some do.

    ``shared`` is what the unit owes as a whole, apart from what the office's own body owes; it is empty
    for an office that runs the cycle or whose body owes nothing by itself: all of it is then in ``pile``.
    """

    year: Year
    pile: Pile
    shared: Pile
    tasks: tuple[Task, ...]
    steps: tuple[BigStep, ...]
    below: tuple[BelowLine, ...]
    below_total: Tally
    below_level: str


def home(actor: Actor, *, today: date, key: str = "") -> Home | None:
    """What the office owes in a cycle; None where its unit stands in no cycle yet."""
    year = year_for(actor, key)
    if year is None:
        return None
    pile, shared = _piles(year, actor, today)
    deeper = [level for level in list_levels(year.place) if level.depth > year.place.depth]
    below = _below(year, today) if deeper else ()
    return Home(
        year=year,
        pile=pile,
        shared=shared,
        tasks=_tasks_of(year, actor),
        steps=() if deeper else big_steps(pile),
        below=below,
        below_total=total(line.tally for line in below),
        below_level=deeper[0].name if deeper else "",
    )


def _piles(year: Year, actor: Actor, today: date) -> tuple[Pile, Pile]:
    """What falls to the office, and what falls to its unit as a whole."""
    bodies = _bodies_of(actor)
    ours = Obligation.objects.filter(campaign_id=year.campaign.pk, placement_id=year.place.pk)
    found = list_owed(ours.filter(Q(body__isnull=True) | Q(body_id__in=bodies)), today)
    own = [owed for owed in found if owed.is_of_body]
    if not own or actor.may("plan:read"):
        return pile_of(found), pile_of([])
    return pile_of(own), pile_of(owed for owed in found if not owed.is_of_body)


def _bodies_of(actor: Actor) -> QuerySet[Body]:
    """The office's body and the body it belongs to."""
    return Body.objects.filter(Q(pk=actor.body_id or 0) | Q(parts=actor.body_id or 0)).order_by()


def _below(year: Year, today: date) -> tuple[BelowLine, ...]:
    """The units below, those with the most late things first."""
    counts = sum_by_unit(count_by_unit(year.campaign, year.place, steps=1, today=today))
    lines = [BelowLine(spot, counts.get(spot.pk, NOTHING)) for spot in list_spots(year.place, steps=1)]
    return tuple(sorted(lines, key=lambda line: -line.tally.late))


def _tasks_of(year: Year, actor: Actor) -> tuple[Task, ...]:
    """Assignments of the office's body and of the body it belongs to."""
    found = Assignment.objects.filter(campaign_id=year.campaign.pk, body__in=_bodies_of(actor))
    return tuple(
        Task(
            pk=row.pk,
            actor=row.actor,
            tasks=tuple(row.tasks),
            due_on=row.due_on,
            rhythm=rhythm(row.rrule),
            clause_path=row.clause.path if row.clause else "",
            clause_title=row.clause.title if row.clause else "",
        )
        for row in found.select_related("clause").order_by("position", "pk")
    )


def big_steps(pile: Pile) -> tuple[BigStep, ...]:
    """Chuẩn bị → Mời → Họp → Gửi: a step is done when all its things are, the first other one is now.

    A step in which nothing is owed is never now; it counts as passed once a later one has begun.
    """
    meeting = min((owed.kind_position for owed in pile.everything if owed.kind_code in MEET.kinds), default=None)
    by_step: dict[StepName, list[Owed]] = {step: [] for step in STEPS}
    for owed in pile.everything:
        by_step[_step_of(owed, meeting)].append(owed)
    begun = [index for index, step in enumerate(STEPS) if any(owed.fulfilled_on for owed in by_step[step])]
    steps: list[BigStep] = []
    for index, step in enumerate(STEPS):
        waiting = next((owed for owed in pile.open if owed in by_step[step]), None)
        has_now = any(earlier.state == "now" for earlier in steps)
        if waiting:
            steps.append(BigStep(step.label, "later" if has_now else "now", waiting))
        else:
            is_passed = bool(by_step[step]) or any(later > index for later in begun)
            steps.append(BigStep(step.label, "ok" if is_passed else "later", None))
    return tuple(steps)


def _step_of(owed: Owed, meeting: int | None) -> StepName:
    """By kind; kinds of another plan fall before or after its conference."""
    for step in STEPS:
        if owed.kind_code in step.kinds:
            return step
    return SEND if meeting is not None and owed.kind_position > meeting else PREPARE
