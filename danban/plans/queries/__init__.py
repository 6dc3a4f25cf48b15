"""Reading plans: one with all its rules ask about, what stands above it, what changed there."""

from danban.plans.queries.above import above_now, edition_above
from danban.plans.queries.bodies import chairs_of
from danban.plans.queries.changes import change_for, date_lines
from danban.plans.queries.plans import (
    content_of,
    edition_in_force,
    owes_plan,
    plan_for,
    standing_of,
    verbs_of,
)

__all__ = [
    "above_now",
    "chairs_of",
    "change_for",
    "content_of",
    "date_lines",
    "edition_above",
    "edition_in_force",
    "owes_plan",
    "plan_for",
    "standing_of",
    "verbs_of",
]
