"""A demonstration's promises, and the roll-up: counts are added before percentages are made."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.commitments import actions, queries
from danban.commitments.actions import LoadedPromise
from danban.commitments.models import Commitment
from danban.kit.actor import machine
from danban.kit.refusals import NotFound, NotYours
from danban.units.models import Succession
from tests.cast import AT, Cast

_CODE = "families_recognised"


def _load(cast: Cast, code: str, count: int, of: int, year: int = 2022) -> None:
    outcome = "done" if count * 10 >= of * 9 else "not_done"
    row = LoadedPromise(
        cast.places[code], year, 1, _CODE, "Hộ đạt danh hiệu Gia đình văn hóa", "%", Decimal(90), None, outcome,
        Decimal(count), Decimal(of), Decimal(count * 100) / Decimal(of),
    )  # fmt: skip
    actions.load_commitments([row], actor=machine("demo"), at=AT)


def test_a_large_village_weighs_more_than_a_small_one(cast: Cast) -> None:
    _load(cast, "00001.01", 950, 1000)
    _load(cast, "00001.02", 5, 10)
    _load(cast, "00454.01", 90, 100)

    [ward] = queries.roll_up(cast.actors["phuc_xa"], at=AT).lines
    assert (ward.result, ward.units, ward.reached) == (Decimal("94.6"), 2, 1)
    [city] = queries.roll_up(cast.actors["mrs_ha"], at=AT).lines
    assert (city.count, city.of, city.result) == (Decimal(1045), Decimal(1110), Decimal("94.1"))
    with pytest.raises(NotFound):
        queries.roll_up(cast.actors["phuc_xa"], place_id=cast.places["00454"].pk, at=AT)


def test_the_roll_up_costs_the_same_for_many(cast: Cast) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as found:
            queries.roll_up(cast.actors["mrs_ha"], at=AT)
        return len(found)

    _load(cast, "00001.01", 1, 2)
    few = counted()
    for code in ("00001.02", "00004.01", "00004.02", "00454.01", "00454.02", "00457.01"):
        _load(cast, code, 1, 2)
    assert counted() == few


def test_a_trend_runs_through_a_merger(cast: Cast) -> None:
    _load(cast, "00001.02", 8, 10, year=2021)
    _load(cast, "00001.01", 9, 10, year=2022)
    old, new = cast.places["00001.02"].unit, cast.places["00001.01"].unit
    Succession.objects.create(from_unit=old, to_unit=new, on=AT.date(), share="full")

    page = queries.promise_page(cast.actors["phuc_xa"], Commitment.objects.get(year=2022).pk, at=AT)
    assert [(one.year, one.result) for one in page.trend] == [(2021, Decimal(80)), (2022, Decimal(90))]


def test_people_do_not_load(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.load_commitments([], actor=cast.actors["mrs_ha"], at=AT)
