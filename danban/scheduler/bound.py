"""What no timetable can cost less than, in a moment: each commune without its halls and its district's leaders."""

from dataclasses import replace

import numpy as np

from danban.scheduler.commune import CommuneChoices
from danban.scheduler.problem import Problem
from danban.scheduler.timetable import UNPLACED, Timetable


def bound_of(problem: Problem) -> int | None:
    """A proven bound for timetables that place every conference; None where some conference has no session at all.

    That conferences share a hall and pilots share the district's leaders is left out of it, so the best there is may
    lie above.
    """
    whole = sum(_bound_of(CommuneChoices(problem, commune)) for commune in problem.communes)
    return whole if whole < UNPLACED else None


def _bound_of(commune: CommuneChoices) -> int:
    anywhere = commune.bound_of_rest()
    if commune.pilot is None:
        return commune.fixed_cost + anywhere
    later = commune.bounds - commune.pilot_costs
    return commune.fixed_cost + int((commune.pilot_costs + np.maximum(later, anywhere)).min())


def with_bound(problem: Problem, found: Timetable) -> Timetable:
    """The same timetable with its bound, where it places every conference."""
    return replace(found, bound=bound_of(problem)) if len(found.slots) == len(problem.meetings) else found
