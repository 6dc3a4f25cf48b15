"""Reading promises: the catalogue, a unit's, one with its trend, a whole area rolled up."""

from danban.commitments.queries.catalogue import Measure, catalogue, code_of
from danban.commitments.queries.promises import (
    EnterPage,
    PromisePage,
    TrendPoint,
    UnitPage,
    catalogue_page,
    first_item,
    place_to_enter,
    promise_for,
    promise_page,
    promise_to,
    unit_page,
    with_predecessors,
)
from danban.commitments.queries.roll_up import Line, RollUpPage, roll_up

__all__ = [
    "EnterPage",
    "Line",
    "Measure",
    "PromisePage",
    "RollUpPage",
    "TrendPoint",
    "UnitPage",
    "catalogue",
    "catalogue_page",
    "code_of",
    "first_item",
    "place_to_enter",
    "promise_for",
    "promise_page",
    "promise_to",
    "roll_up",
    "unit_page",
    "with_predecessors",
]
