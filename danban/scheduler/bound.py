"""What no timetable can cost less than, in a moment: every conference at its best, the pilots first."""

from dataclasses import replace

import numpy as np

from danban.scheduler.commune import CommuneChoices
from danban.scheduler.problem import Problem
from danban.scheduler.timetable import UNPLACED, Timetable


def bound_of(problem: Problem) -> int | None:
    """A proven bound for timetables that place every conference; None where some conference has no session at all.

    Halls, leaders and the crowd of a session are left out of it, so the best there is may lie above.
    """
    whole = sum(_bound_of(CommuneChoices(problem, commune)) for commune in problem.communes)
    return whole if whole < UNPLACED else None


def _bound_of(commune: CommuneChoices) -> int:
    if commune.pilot is not None:
        return commune.fixed_cost + int(commune.bounds.min())
    if not len(commune.rest):
        return commune.fixed_cost
    later = commune.costs[:, commune.begun + 1 :]
    if not later.size:
        return UNPLACED
    return commune.fixed_cost + int(np.minimum(later, UNPLACED).min(axis=1).sum())


def with_bound(problem: Problem, found: Timetable) -> Timetable:
    """The same timetable with its bound, where it places every conference."""
    return replace(found, bound=bound_of(problem)) if len(found.slots) == len(problem.meetings) else found
