"""Everything one body has to do: what it owes, what the plan gives it, where it helps, its weeks, its files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from danban.assignments.queries import AssignmentRow, Published, files_of, rows_of_year
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Obligation
from danban.campaigns.rules.shape import KindOfBody, body_kind_in
from danban.campaigns.texts import rhythm
from danban.kit.actor import Actor
from danban.overviews.queries.home import Task
from danban.overviews.queries.owed import Owed, Pile, list_owed, pile_of
from danban.overviews.queries.years import Year, year_for
from danban.units import queries as units
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class BodyPage:
    """One body in one cycle; ``year`` and ``place`` are None where no cycle runs over its unit.

    ``pile`` is what the body owes besides its tasks, ``shared`` what its unit owes without saying who does it.
    ``late`` tasks stand before ``open`` ones, those done last; ``helps`` are others' tasks it is a partner of.
    ``of_level`` is what the plan gives every body of its kind at its level, told by obligations.
    """

    year: Year | None
    body: Body
    place: Placement | None
    pile: Pile
    shared: Pile
    late: tuple[Task, ...]
    open: tuple[Task, ...]
    done: tuple[Task, ...]
    helps: tuple[Task, ...]
    of_level: tuple[AssignmentRow, ...]
    files: tuple[Published, ...]
    is_own: bool

    @property
    def weekly(self) -> tuple[Task, ...]:
        """Tasks that are noted week by week."""
        return tuple(task for task in (*self.late, *self.open, *self.done) if task.work.weeks)

    @property
    def count_late(self) -> int:
        """How many things are late, owed or given."""
        return len(self.pile.late) + len(self.late)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to do."""
        tasks = self.late or self.open or self.done or self.helps or self.of_level
        return not tasks and not self.pile.everything and not self.shared.everything


def body_page(actor: Actor, body_pk: int, *, today: date, key: str = "") -> BodyPage:
    """Everything of one body of the actor's area; ``NotFound`` elsewhere. Constant queries."""
    body = units.body_for(actor, body_pk)
    year = year_for(actor, key)
    place = _place(year, body) if year else None
    rows = rows_of_year(actor, year.campaign, today=today) if year and place else []
    given = [row for row in rows if not row.withdrawn_on]
    mine = [row for row in given if row.body and row.body.pk == body.pk and not row.is_of_levels_below]
    owed = list_owed(_owed_by(year, place, body), today) if year and place else []
    own, shared = _split(owed, taken={row.owed.pk for row in mine if row.owed})
    known = {one.pk: one for one in owed}
    tasks = [_task(row, known) for row in mine]
    return BodyPage(
        year=year,
        body=body,
        place=place,
        pile=pile_of(own),
        shared=pile_of(shared),
        late=_nearest(task for task in tasks if task.work.is_late),
        open=_nearest(task for task in tasks if task.work.is_open_work and not task.work.is_late),
        done=tuple(task for task in tasks if task.work.status == WorkStatus.DONE),
        helps=_nearest(_task(row, known) for row in given if body.pk in {partner.pk for partner in row.partners}),
        of_level=tuple(row for row in given if place and _speaks_to(row, place, body)),
        files=files_of(actor, [row.pk for row in mine]),
        is_own=actor.body_id == body.pk,
    )


def _place(year: Year, body: Body) -> Placement | None:
    """Where the unit of the body stands in the cycle's tree."""
    places = Placement.objects.filter(tree_id=year.campaign.tree_id, unit_id=body.unit_id)
    return places.select_related("level", "kind").first()


def _owed_by(year: Year, place: Placement, body: Body) -> QuerySet[Obligation]:
    """By name, by its kind, and what the unit owes without saying who does it."""
    ours = Obligation.objects.filter(campaign_id=year.campaign.pk, placement_id=place.pk)
    by_kind = Q(body__isnull=True) & (Q(kind__body_kind_id=body.kind_id) | Q(kind__body_kind__isnull=True))
    return ours.filter(Q(body_id=body.pk) | by_kind)


def _split(owed: Iterable[Owed], *, taken: set[int]) -> tuple[list[Owed], list[Owed]]:
    """What is the body's and what is the unit's as a whole, without what a task stands for."""
    rest = [one for one in owed if one.pk not in taken]
    return [one for one in rest if one.body], [one for one in rest if not one.body]


def _speaks_to(row: AssignmentRow, place: Placement, body: Body) -> bool:
    """Whether the plan gives it to every body of this kind at this level."""
    kind = KindOfBody(body.kind.code, body.kind.name, body.kind.short)
    return row.level_code == place.level.code and body_kind_in(row.actor, [kind]) is not None


def _task(row: AssignmentRow, owed: Mapping[int, Owed]) -> Task:
    return Task(row, rhythm(row.rrule), owed.get(row.owed.pk) if row.owed else None)


def _nearest(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """The nearest day first, those without a day in the plan's order."""
    return tuple(sorted(tasks, key=lambda task: (task.work.due_on is None, task.work.due_on or date.max)))
