"""Conferences, halls and leaders in, a timetable out. Pure: no Django, no database, no clock.

``propose_first(problem)`` answers at once; ``propose(problem)`` gives the cheapest timetable with a proven bound.
"""

from danban.scheduler.bound import bound_of, with_bound
from danban.scheduler.crew import Leader, name_leaders
from danban.scheduler.exact import propose
from danban.scheduler.first import propose_first
from danban.scheduler.problem import Commune, District, Meeting, Problem, Slot
from danban.scheduler.timetable import Shortage, Timetable

__all__ = [
    "Commune",
    "District",
    "Leader",
    "Meeting",
    "Problem",
    "Shortage",
    "Slot",
    "Timetable",
    "bound_of",
    "name_leaders",
    "propose",
    "propose_first",
    "with_bound",
]
