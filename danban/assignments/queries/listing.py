"""The list of assignments of a year: by state, by body, by words; each count is a filter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from danban.assignments.queries.rows import AssignmentRow, Named, rows_of_year
from danban.assignments.states import WorkStatus
from danban.campaigns.queries import Chosen, chosen_campaign
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold, sort_key

ROWS_A_PAGE = 50


@dataclass(frozen=True)
class AssignmentFilter:
    """What to list: a key of ``STATES``, a body, words; empty means all. ``key`` is the year's."""

    state: str = ""
    body_id: int | None = None
    words: str = ""
    page: int = 1
    key: str = ""


@dataclass(frozen=True)
class AssignmentList:
    """One page of the list; ``counts`` go by state under the other filters, "" counts all of them."""

    chosen: Chosen
    filters: AssignmentFilter
    counts: Mapping[str, int]
    bodies: tuple[Named, ...]
    page: Page[AssignmentRow]


def _is_given(row: AssignmentRow) -> bool:
    return not row.withdrawn_on and not row.is_of_levels_below


STATES: Mapping[str, Callable[[AssignmentRow], bool]] = {
    "late": lambda row: row.is_late,
    "waiting": lambda row: _is_given(row) and row.status == WorkStatus.WAITING,
    "working": lambda row: _is_given(row) and row.status == WorkStatus.WORKING,
    "done": lambda row: _is_given(row) and row.status == WorkStatus.DONE,
    "weekly": lambda row: _is_given(row) and bool(row.rrule),
    "unnamed": lambda row: _is_given(row) and row.body is None,
    "below": lambda row: not row.withdrawn_on and row.is_of_levels_below,
    "withdrawn": lambda row: row.withdrawn_on is not None,
}
"""The states a list can be narrowed to; an assignment may be in several."""


def assignment_list(actor: Actor, filters: AssignmentFilter, *, today: date) -> AssignmentList | None:
    """One page of a year's assignments; None where the office has no year. Constant queries."""
    chosen = chosen_campaign(actor, filters.key)
    if chosen is None:
        return None
    rows = rows_of_year(actor, chosen.campaign, today=today)
    fitting = [row for row in rows if _fits(row, filters)]
    counts = {"": len(fitting), **{state: sum(map(holds, fitting)) for state, holds in STATES.items()}}
    wanted = STATES.get(filters.state)
    return AssignmentList(
        chosen=chosen,
        filters=filters,
        counts=counts,
        bodies=_bodies(rows),
        page=Paginator([row for row in fitting if wanted is None or wanted(row)], ROWS_A_PAGE).get_page(filters.page),
    )


def _fits(row: AssignmentRow, filters: AssignmentFilter) -> bool:
    if filters.body_id is not None and filters.body_id not in row.bodies:
        return False
    return all(word in row.folded for word in fold(filters.words).split())


def _bodies(rows: Sequence[AssignmentRow]) -> tuple[Named, ...]:
    """Everybody who answers or helps, in Vietnamese order."""
    known = {named.pk: named for row in rows for named in (*row.partners, *filter(None, (row.body,)))}
    return tuple(sorted(known.values(), key=lambda named: (sort_key(named.name), named.pk)))
