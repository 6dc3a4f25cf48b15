"""Every assignment of a year with what became of it: who answers, who helps, the last note, the weeks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from danban.assignments import rules
from danban.assignments.models import ProgressNote
from danban.assignments.queries.owed import list_owed_by_bodies, pair_with_obligations
from danban.assignments.rules import Figure, Weeks
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.campaigns.rules.timeliness import Timeliness, timeliness_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import is_allowed
from danban.kit.vietnamese import fold


@dataclass(frozen=True)
class Named:
    """A body by id and name."""

    pk: int
    name: str


@dataclass(frozen=True)
class LastNote:
    """The latest note on an assignment."""

    on: date
    text: str
    figures: tuple[Figure, ...]
    week_of: date | None


@dataclass(frozen=True)
class AssignmentRow:
    """One assignment as lists show it. ``body`` answers for it, None where nobody does yet.

    ``level_name`` is "" at the top; below it the assignment means every unit of that level, and no work is
    kept here. ``last`` is None for who may not see the work; ``owed`` is the obligation that stands for it.
    """

    pk: int
    actor: str
    tasks: tuple[str, ...]
    clause_path: str
    clause_title: str
    body: Named | None
    is_named_later: bool
    partners: tuple[Named, ...]
    level_name: str
    level_code: str
    rrule: str
    due_on: date | None
    status: str
    done_on: date | None
    timeliness: Timeliness
    weeks: Weeks | None
    last: LastNote | None
    may_see_work: bool
    withdrawn_on: date | None
    owed: Obligation | None

    @property
    def is_of_levels_below(self) -> bool:
        """Whether it means every unit of a level."""
        return bool(self.level_name)

    @property
    def is_open_work(self) -> bool:
        """Whether somebody has it to do now."""
        return not self.withdrawn_on and not self.is_of_levels_below and self.status != WorkStatus.DONE

    @property
    def is_late(self) -> bool:
        """Open past its last day, or weekly and the last week that is over was not noted."""
        behind = bool(self.weeks and self.weeks.is_behind)
        return self.is_open_work and (self.timeliness == Timeliness.LATE or behind)

    @property
    def bodies(self) -> frozenset[int]:
        """Everybody who works on it."""
        return frozenset(named.pk for named in (*self.partners, *filter(None, (self.body,))))

    @property
    def folded(self) -> str:
        """What search compares."""
        names = [named.name for named in (*filter(None, (self.body,)), *self.partners)]
        return fold(" ".join((self.actor, *self.tasks, self.clause_path, self.clause_title, *names)))


@dataclass(frozen=True)
class _Made:
    """What became of one assignment: its latest note, the weeks that were noted, the obligation that stands for it."""

    last: ProgressNote | None
    weeks: Collection[date]
    owed: Obligation | None


def rows_of_year(actor: Actor, campaign: Campaign, *, today: date) -> list[AssignmentRow]:
    """Every assignment of a year, clause by clause, those taken back last; a constant number of queries.

    Raises ``NotFound`` or ``NotYours`` for whoever does not see the year's assignments.
    """
    rules.check_can_see(actor, campaign)
    found = Assignment.objects.filter(campaign_id=campaign.pk).select_related("clause", "level", "body", "work__body")
    assignments = list(found.prefetch_related("partners__body").order_by("position", "pk"))
    for assignment in assignments:
        assignment.campaign = campaign
    ids = [assignment.pk for assignment in assignments]
    last, weeks = _last_notes(ids), _noted_weeks(one.pk for one in assignments if rules.is_weekly(one.rrule))
    owed = pair_with_obligations(assignments, list_owed_by_bodies(campaign.pk))
    made = {pk: _Made(last.get(pk), weeks.get(pk, set()), owed.get(pk)) for pk in ids}
    rows = [_row(actor, one, made[one.pk], today) for one in assignments]
    clauses = {one.pk: one.clause.position if one.clause else len(assignments) for one in assignments}
    return sorted(rows, key=lambda row: (row.withdrawn_on is not None, clauses[row.pk]))


def _last_notes(ids: Collection[int]) -> Mapping[int, ProgressNote]:
    newest = ProgressNote.objects.filter(assignment_id__in=ids).order_by().values("assignment_id")
    notes = ProgressNote.objects.filter(pk__in=newest.annotate(last=Max("pk")).values("last"))
    return {note.assignment_id: note for note in notes.order_by("pk")}


def _noted_weeks(ids: Iterable[int]) -> Mapping[int, set[date]]:
    notes = ProgressNote.objects.filter(assignment_id__in=list(ids), week_of__isnull=False).order_by("pk")
    weeks: dict[int, set[date]] = {}
    for assignment_id, week_of in notes.values_list("assignment_id", "week_of"):
        if week_of is not None:
            weeks.setdefault(assignment_id, set()).add(week_of)
    return weeks


def _row(actor: Actor, one: Assignment, made: _Made, today: date) -> AssignmentRow:
    work, body = rules.work_of(one), rules.answering_body(one)
    done_on = work.done_on if work else None
    sees = is_allowed(rules.check_can_see_work, actor, one)
    is_below = rules.is_of_levels_below(one)
    return AssignmentRow(
        pk=one.pk,
        actor=one.actor,
        tasks=tuple(one.tasks),
        clause_path=one.clause.path if one.clause else "",
        clause_title=one.clause.title if one.clause else "",
        body=Named(body.pk, body.name) if body else None,
        is_named_later=body != one.body,
        partners=tuple(Named(p.body_id, p.body.name) for p in sorted(one.partners.all(), key=lambda p: p.body.name)),
        level_name=one.level.name if one.level and is_below else "",
        level_code=one.level.code if one.level and is_below else "",
        rrule=one.rrule,
        due_on=one.due_on,
        status=rules.status_of(one),
        done_on=done_on,
        timeliness=timeliness_of(starts_on=None, due_on=one.due_on, fulfilled_on=done_on, today=today),
        weeks=_weeks(one, done_on, made.weeks, today) if rules.is_weekly(one.rrule) and not is_below else None,
        last=_last(made.last) if made.last and sees else None,
        may_see_work=sees,
        withdrawn_on=day_of(one.withdrawn_at) if one.withdrawn_at else None,
        owed=made.owed,
    )


def _last(note: ProgressNote) -> LastNote:
    return LastNote(note.on, note.text, rules.figures_from(note.figures), note.week_of)


def _weeks(one: Assignment, done_on: date | None, noted: Collection[date], today: date) -> Weeks:
    first, last = rules.first_day_of(one.campaign), rules.last_day_of(one, done_on, today)
    return rules.weeks_of(first, last, noted, today=today)
