"""One obligation: what, who, by when, why, how the neighbours stand, what the diary says."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count

from danban.accounts.roles import name_of
from danban.audit.queries import list_entries_about
from danban.campaigns.models import Campaign, Obligation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.overviews.queries.owed import Owed, owed_of
from danban.overviews.queries.places import Crumb, list_crumbs
from danban.overviews.queries.tallies import IS_DONE_LATE, Tally, is_late
from danban.overviews.queries.years import Year, year_for
from danban.overviews.texts import event_sentence
from danban.units.models import Placement

_DATE = re.compile(r"\b(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}))?\b")
_LINES_SHOWN = 6
_LINE_LENGTH = 420


@dataclass(frozen=True)
class Line:
    """A line of the plan; ``is_marked`` where it names the day of the obligation."""

    text: str
    is_marked: bool


@dataclass(frozen=True)
class DiaryLine:
    """One deed about the obligation: what was done, by which role, when. Never by whom."""

    sentence: str
    role: str
    at: datetime


@dataclass(frozen=True)
class ObligationPage:
    """``neighbours`` tallies the same kind in the units of the same parent, this one among them."""

    year: Year
    owed: Owed
    place: Placement
    crumbs: tuple[Crumb, ...]
    milestone_name: str
    is_set_by_office: bool
    level_code: str
    excerpt: tuple[Line, ...]
    neighbours: Tally
    parent: Crumb | None
    entries: tuple[DiaryLine, ...]


def obligation_for(actor: Actor, pk: int) -> Obligation:
    """One obligation of the actor's area; ``NotFound`` elsewhere, as if absent."""
    found = Obligation.objects.visible_to(actor).filter(pk=pk).select_related(
        "kind__clause", "kind__body_kind", "kind__milestone", "kind__level", "body", "placement__parent",
        "placement__level", "placement__kind", "placement__unit",
    )  # fmt: skip
    obligation = found.first()
    if obligation is None:
        raise NotFound
    return obligation


def obligation_page(actor: Actor, pk: int, *, today: date) -> ObligationPage:
    """Everything there is to know about one obligation; ``NotFound`` outside the actor's area."""
    obligation = obligation_for(actor, pk)
    year = year_for(actor, campaign_id=obligation.campaign_id)
    assert year is not None
    place, kind = obligation.placement, obligation.kind
    crumbs = tuple(list_crumbs(actor, place))
    return ObligationPage(
        year=year,
        owed=owed_of(obligation, today),
        place=place,
        crumbs=crumbs,
        milestone_name=kind.milestone.name if kind.milestone else "",
        is_set_by_office=kind.is_set_by_office,
        level_code=kind.level.code,
        excerpt=_excerpt(obligation),
        neighbours=_neighbours(obligation, today),
        parent=crumbs[-1] if crumbs else None,
        entries=tuple(
            DiaryLine(event_sentence(entry.event), name_of(entry.role), entry.at)
            for entry in list_entries_about("obligation", obligation.pk)
        ),
    )


def _neighbours(obligation: Obligation, today: date) -> Tally:
    same = Obligation.objects.filter(kind_id=obligation.kind_id, placement__parent_id=obligation.placement.parent_id)
    figures = same.aggregate(
        total=Count("pk"),
        done=Count("fulfilled_on"),
        late=Count("pk", filter=is_late(today)),
        done_late=Count("pk", filter=IS_DONE_LATE),
    )
    return Tally(**figures)


def _excerpt(obligation: Obligation) -> tuple[Line, ...]:
    """A few lines of the clause, those around the day of the obligation first; empty without a text."""
    clause = obligation.kind.clause
    if clause.start is None or clause.end is None:
        return ()
    text = Campaign.objects.values_list("plan_text", flat=True).get(pk=obligation.campaign_id)
    lines = [" ".join(line.split()) for line in text[clause.start : clause.end].splitlines() if line.strip()]
    days = {day for day in (obligation.starts_on, obligation.due_on) if day}
    days |= {day + timedelta(days=1) for day in days}
    marked = [any(_names(line, day) for day in days) for line in lines]
    first = max(marked.index(True) - 2, 0) if True in marked else 0
    shown = range(first, min(first + _LINES_SHOWN, len(lines)))
    return tuple(Line(_short(lines[index]), marked[index]) for index in shown)


def _names(line: str, day: date) -> bool:
    """Whether a line writes a day, with or without its year."""
    return any(
        (int(found[1]), int(found[2])) == (day.day, day.month) and int(found[3] or day.year) == day.year
        for found in _DATE.finditer(line)
    )


def _short(line: str) -> str:
    return line if len(line) <= _LINE_LENGTH else line[:_LINE_LENGTH].rsplit(" ", 1)[0] + " …"
