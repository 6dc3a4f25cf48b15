"""The first screen: what my unit and my body owe, the next thing to do, and how my units stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import Q

from danban.campaigns.models import Assignment, Obligation
from danban.difficulties.rules import check_can_ask
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.kit.refusals import is_allowed
from danban.overviews.queries.owed import Owed, Pile, list_owed, pile_of
from danban.overviews.queries.places import Spot, list_levels, list_spots
from danban.overviews.queries.tallies import NOTHING, Tally, count_by_unit, sum_by_unit, total
from danban.overviews.queries.years import Year, year_for
from danban.overviews.texts import MEET, PREPARE, SEND, STEPS, StepName, rhythm


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
    """What the plan gives my body to do; ``rhythm`` says how often, "" for once.

    ``owed`` is the obligation that stands for it, on the first task of its clause.
    """

    actor: str
    tasks: tuple[str, ...]
    due_on: date | None
    rhythm: str
    clause_path: str
    clause_title: str
    owed: Owed | None


@dataclass(frozen=True)
class Home:
    """``steps`` stand only where no unit lies below; ``below`` only where some do.

    ``shared`` is what the unit owes as a whole, apart from what the office's own body owes; it is empty
    for an office that runs the cycle or whose body owes nothing by itself: all of it is then in ``pile``.
    ``may_ask``: the unit may put a difficulty to its superior now.
    """

    year: Year
    pile: Pile
    shared: Pile
    tasks: tuple[Task, ...]
    steps: tuple[BigStep, ...]
    below: tuple[BelowLine, ...]
    below_total: Tally
    below_level: str
    may_ask: bool


def home(actor: Actor, *, today: date, key: str = "") -> Home | None:
    """What the office owes in a cycle; None where its unit stands in no cycle yet."""
    year = year_for(actor, key)
    if year is None:
        return None
    pile, shared, tasks = _sorted(year, actor, _assignments(year, actor), today)
    deeper = [level for level in list_levels(year.place) if level.depth > year.place.depth]
    below = _below(year, today) if deeper else ()
    return Home(
        year=year,
        pile=pile,
        shared=shared,
        tasks=tasks,
        steps=() if deeper else big_steps(pile),
        below=below,
        below_total=total(line.tally for line in below),
        below_level=deeper[0].name if deeper else "",
        may_ask=is_allowed(check_can_ask, actor, year.campaign, year.place, at=moment(today)),
    )


def _assignments(year: Year, actor: Actor) -> list[Assignment]:
    """What the plan gives the office's body; where it gives that body nothing, the body it belongs to."""
    mine = Q(body_id=actor.body_id or 0) | Q(body__parts=actor.body_id or 0)
    found = Assignment.objects.filter(mine, campaign_id=year.campaign.pk).select_related("clause")
    rows = list(found.order_by("position", "pk"))
    return [row for row in rows if row.body_id == actor.body_id] or rows


def _sorted(
    year: Year, actor: Actor, assignments: Sequence[Assignment], today: date
) -> tuple[Pile, Pile, tuple[Task, ...]]:
    """What falls to the office, what falls to its unit as a whole, and the tasks of its body."""
    bodies = {row.body_id for row in assignments} | {actor.body_id or 0}
    ours = Obligation.objects.filter(campaign_id=year.campaign.pk, placement_id=year.place.pk)
    found = list_owed(ours.filter(Q(body__isnull=True) | Q(body_id__in=bodies)), today)
    of_body = [owed for owed in found if owed.is_of_body]
    tasks = _tasks(assignments, of_body)
    shown = {task.owed.pk for task in tasks if task.owed}
    rest = [owed for owed in of_body if owed.pk not in shown]
    whole = [owed for owed in found if not owed.is_of_body]
    if not of_body or actor.may("plan:read"):
        return pile_of([*whole, *rest]), pile_of([]), tasks
    return pile_of(rest), pile_of(whole), tasks


def _tasks(assignments: Sequence[Assignment], of_body: Sequence[Owed]) -> tuple[Task, ...]:
    waiting = list(of_body)
    tasks = []
    for row in assignments:
        path, title = (row.clause.path, row.clause.title) if row.clause else ("", "")
        owed = None if row.rrule else next((one for one in waiting if one.clause_path == path), None)
        if owed:
            waiting.remove(owed)
        tasks.append(Task(row.actor, tuple(row.tasks), row.due_on, rhythm(row.rrule), path, title, owed))
    return tuple(tasks)


def _below(year: Year, today: date) -> tuple[BelowLine, ...]:
    """The units below, those with the most late things first."""
    counts = sum_by_unit(count_by_unit(year.campaign, year.place, steps=1, today=today))
    lines = [BelowLine(spot, counts.get(spot.pk, NOTHING)) for spot in list_spots(year.place, steps=1)]
    return tuple(sorted(lines, key=lambda line: -line.tally.late))


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
