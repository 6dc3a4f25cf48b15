"""One obligation: what, who, by when, why, how the neighbours stand, what the diary says."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count

from danban.accounts.roles import name_of
from danban.campaigns import queries as campaigns
from danban.campaigns.models import Obligation, Reminder
from danban.campaigns.queries import LateFilter
from danban.campaigns.rules.timeliness import IS_DONE_LATE, IS_EXCUSED, is_late
from danban.difficulties.rules import check_can_ask
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.kit.refusals import is_allowed
from danban.kit.vietnamese import squeeze
from danban.overviews.queries.owed import Owed, owed_of
from danban.overviews.queries.places import Crumb, list_crumbs
from danban.overviews.queries.tallies import Tally
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
    """``neighbours`` tallies the same kind in the units of the same parent, this one among them.

    ``set_by`` names the unit whose plan decides on the day, "" for the plan of the year.
    ``may_ask``: the unit may put a difficulty about it to its superior now.
    ``can_remind``: the reader may remind whoever owes it now; ``reminders`` are those sent before.
    ``keeps_old_day``: it was done before an amendment moved the day of its kind, and keeps the day of then.
    """

    year: Year
    owed: Owed
    place: Placement
    crumbs: tuple[Crumb, ...]
    set_by: str
    milestone_name: str
    is_set_by_office: bool
    keeps_old_day: bool
    level_code: str
    excerpt: tuple[Line, ...]
    neighbours: Tally
    parent: Crumb | None
    may_ask: bool
    can_remind: bool
    reminders: tuple[Reminder, ...]
    entries: tuple[DiaryLine, ...]


def obligation_page(actor: Actor, pk: int, *, today: date) -> ObligationPage:
    """Everything there is to know about one obligation; ``NotFound`` outside the actor's area."""
    found = campaigns.obligation_page(actor, pk)
    obligation = found.obligation
    year = year_for(actor, campaign_id=obligation.campaign_id)
    assert year is not None
    place, kind = obligation.placement, obligation.kind
    crumbs = tuple(list_crumbs(actor, place))
    return ObligationPage(
        year=year,
        owed=owed_of(obligation, today, found.steps),
        place=place,
        crumbs=crumbs,
        set_by=next((one.local.placement.name for one in reversed(found.local) if one.counts), ""),
        milestone_name=kind.milestone.name if kind.milestone else "",
        is_set_by_office=kind.is_set_by_office,
        keeps_old_day=obligation.fulfilled_on is not None and obligation.due_on != found.days_now.due_on,
        level_code=kind.level.code,
        excerpt=_excerpt(obligation, found.excerpt),
        neighbours=_neighbours(obligation, today),
        parent=crumbs[-1] if crumbs else None,
        may_ask=is_allowed(check_can_ask, actor, year.campaign, place, at=moment(today)),
        can_remind=campaigns.count_to_remind(actor, obligation.campaign, LateFilter(obligation=pk), today=today) > 0,
        reminders=tuple(campaigns.list_reminders(pk)),
        entries=tuple(DiaryLine(event_sentence(entry.event), name_of(entry.role), entry.at) for entry in found.history),
    )


def _neighbours(obligation: Obligation, today: date) -> Tally:
    same = Obligation.objects.filter(kind_id=obligation.kind_id, placement__parent_id=obligation.placement.parent_id)
    figures = same.aggregate(
        total=Count("pk"),
        done=Count("fulfilled_on"),
        late=Count("pk", filter=is_late(today)),
        done_late=Count("pk", filter=IS_DONE_LATE),
        excused=Count("pk", filter=IS_EXCUSED),
    )
    return Tally(**figures)


def _excerpt(obligation: Obligation, words: str) -> tuple[Line, ...]:
    """A few lines of the clause around the words the duty was read from; just those where there is no clause."""
    clause, text = obligation.kind.clause, obligation.campaign.plan_text
    source = text[clause.start : clause.end] if clause.start is not None and clause.end is not None else words
    lines = [squeeze(line) for line in source.splitlines() if line.strip()]
    marked = [_is_source(line, squeeze(words), obligation) for line in lines]
    first = max(marked.index(True) - 2, 0) if True in marked else 0
    shown = range(first, min(first + _LINES_SHOWN, len(lines)))
    return tuple(Line(_short(lines[index]), marked[index]) for index in shown)


def _is_source(line: str, words: str, obligation: Obligation) -> bool:
    """Whether a line holds the words the duty was read from, or names the day it is due."""
    if words and words in line:
        return True
    days = {day for day in (obligation.starts_on, obligation.due_on) if day}
    return any(_names(line, day) for day in days | {day + timedelta(days=1) for day in days})


def _names(line: str, day: date) -> bool:
    """Whether a line writes a day, with or without its year."""
    return any(
        (int(found[1]), int(found[2])) == (day.day, day.month) and int(found[3] or day.year) == day.year
        for found in _DATE.finditer(line)
    )


def _short(line: str) -> str:
    return line if len(line) <= _LINE_LENGTH else line[:_LINE_LENGTH].rsplit(" ", 1)[0] + " …"
