"""Reading promises: the catalogue, a unit's, one with its trend, a whole area rolled up."""

from danban.commitments.queries.catalogue import Measure, catalogue, code_of
from danban.commitments.queries.promises import (
    PromisePage,
    TrendPoint,
    UnitPage,
    first_item,
    promise_for,
    promise_page,
    promise_to,
    unit_page,
    with_predecessors,
)
from danban.commitments.queries.roll_up import Line, RollUpPage, roll_up

__all__ = [
    "Line",
    "Measure",
    "PromisePage",
    "RollUpPage",
    "TrendPoint",
    "UnitPage",
    "catalogue",
    "code_of",
    "first_item",
    "promise_for",
    "promise_page",
    "promise_to",
    "roll_up",
    "unit_page",
    "with_predecessors",
]
