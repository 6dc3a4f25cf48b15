"""What the forms about an assignment offer: the weeks to note, the bodies to name."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.assignments import rules
from danban.assignments.queries.work_page import assignment_to, list_bodies_of_city
from danban.campaigns.models import Assignment
from danban.kit.actor import Actor
from danban.kit.clock import day_of


@dataclass(frozen=True)
class NoteSheet:
    """An assignment to note on. ``weeks`` are Mondays with whether they were noted, the latest first; weekly only."""

    assignment: Assignment
    weeks: tuple[tuple[date, bool], ...]


@dataclass(frozen=True)
class NamingSheet:
    """An assignment and the bodies of the city that may be named for it, in order of precedence."""

    assignment: Assignment
    bodies: tuple[tuple[int, str], ...]


def note_sheet(actor: Actor, pk: int, *, at: datetime) -> NoteSheet:
    """An assignment the actor may note on now; raises what the rule raises."""
    assignment = assignment_to("note", actor, pk, at=at)
    if not rules.is_weekly(assignment.rrule):
        return NoteSheet(assignment, ())
    today = day_of(at)
    found = assignment.progress.filter(week_of__isnull=False).order_by("pk")
    noted = {week for week in found.values_list("week_of", flat=True) if week}
    weeks = rules.weeks_of(rules.first_day_of(assignment.campaign), today, noted, today=today)
    running = ((weeks.current, weeks.is_current_noted),) if weeks.current else ()
    return NoteSheet(assignment, (*running, *weeks.all))


def naming_sheet(verb: str, actor: Actor, pk: int, *, at: datetime) -> NamingSheet:
    """An assignment for which the actor may ``name`` who answers, or ``add`` a partner; raises what the rule raises."""
    assignment = assignment_to(verb, actor, pk, at=at)
    answering = rules.answering_body(assignment)
    out = {answering.pk} if answering else set()
    if verb == "add":
        out |= rules.partner_ids(assignment)
    bodies = list_bodies_of_city(assignment.campaign, at=at)
    return NamingSheet(assignment, tuple((body.pk, body.name) for body in bodies if body.pk not in out))
