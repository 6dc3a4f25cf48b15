"""The first screen: what my unit and my body owe, the next thing to do, and how my units stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from danban.assignments.queries import AssignmentRow, rows_of_year
from danban.campaigns.models import Assignment
from danban.campaigns.texts import rhythm
from danban.difficulties.rules import check_can_ask
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.kit.refusals import is_allowed
from danban.overviews.queries.conference_steps import ConferenceSteps, steps_of_year
from danban.overviews.queries.office import assignments_of_office, owed_by_office
from danban.overviews.queries.owed import Owed, Pile, list_owed, pile_of
from danban.overviews.queries.places import Spot, list_levels, list_spots
from danban.overviews.queries.tallies import NOTHING, Tally, count_by_unit, sum_by_unit, total
from danban.overviews.queries.waiting import Look, Waits, waits_of
from danban.overviews.queries.years import Year, year_for
from danban.overviews.texts import MEET, PREPARE, SEND, STEPS, StepName


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
    """What the plan gives my body to do and what became of it; ``rhythm`` says how often, "" for once.

    ``owed`` is the obligation that stands for it; weekly work is owed by no day.
    """

    work: AssignmentRow
    rhythm: str
    owed: Owed | None


@dataclass(frozen=True)
class Home:
    """``steps`` stand only where no unit lies below; ``below`` only where some do.

    ``shared`` is what the unit owes as a whole, apart from what the office's own body owes; it is empty
    for an office that runs the cycle or whose body owes nothing by itself: all of it is then in ``pile``.
    ``waits``: what waits for the office, and what the office waits for. ``may_ask``: the unit may put a
    difficulty to its superior now. ``body_id``: the body whose tasks these are, else the office's own.
    ``conference``: a village's own, step by step; it stands before ``steps``, which are told from what is owed alone.
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
    waits: Waits
    body_id: int | None
    conference: ConferenceSteps | None = None


def home(actor: Actor, *, today: date, key: str = "") -> Home | None:
    """What the office owes in a cycle; None where its unit stands in no cycle yet."""
    year = year_for(actor, key)
    if year is None:
        return None
    assignments = assignments_of_office(year, actor)
    pile, shared, tasks = _sorted(year, actor, assignments, today)
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
        waits=waits_of(Look(year, actor, today, assignments, [line.tally for line in below])),
        may_ask=is_allowed(check_can_ask, actor, year.campaign, year.place, at=moment(today)),
        conference=None if deeper else steps_of_year(year, actor, today=today),
        body_id=next((task.work.body.pk for task in tasks if task.work.body), actor.body_id),
    )


def _sorted(
    year: Year, actor: Actor, assignments: Sequence[Assignment], today: date
) -> tuple[Pile, Pile, tuple[Task, ...]]:
    """What falls to the office, what falls to its unit as a whole, and the tasks of its body."""
    found = list_owed(owed_by_office(year, actor, assignments), today)
    of_body = [owed for owed in found if owed.is_of_body]
    tasks = _tasks(year, actor, assignments, of_body, today) if assignments else ()
    shown = {task.owed.pk for task in tasks if task.owed}
    rest = [owed for owed in of_body if owed.pk not in shown]
    whole = [owed for owed in found if not owed.is_of_body]
    if not of_body or actor.may("plan:read"):
        return pile_of([*whole, *rest]), pile_of([]), tasks
    return pile_of(rest), pile_of(whole), tasks


def _tasks(
    year: Year, actor: Actor, assignments: Sequence[Assignment], of_body: Sequence[Owed], today: date
) -> tuple[Task, ...]:
    """In the plan's order, with the obligation that stands for each."""
    rows = {row.pk: row for row in rows_of_year(actor, year.campaign, today=today)}
    owed = {one.pk: one for one in of_body}
    mine = [rows[assignment.pk] for assignment in assignments]
    return tuple(Task(row, rhythm(row.rrule), owed.get(row.owed.pk) if row.owed else None) for row in mine)


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
