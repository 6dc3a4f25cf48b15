"""The register of numbers: who sees it, what it can be narrowed to, what it costs."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.documents.queries import RegisterFilter, register_page
from tests.cast import TODAY, Cast
from tests.documents.factories import take


def _of(cast: Cast, who: str, **wanted: object) -> list[str]:
    page = register_page(cast.actors[who], RegisterFilter(**wanted), number=1)  # type: ignore[arg-type]
    return [f"{row.symbol} {row.body_name}" for row in page.rows]


def test_a_unit_sees_its_own_numbers_and_those_above_see_them_too(cast: Cast) -> None:
    take(cast)
    take(cast, "00004", actor=cast.actors["truc_bach"])
    own, other = "Ủy ban MTTQ Việt Nam Phường Phúc Xá", "Ủy ban MTTQ Việt Nam Phường Trúc Bạch"

    assert _of(cast, "phuc_xa") == [f"01/KHLT-UBND-UBMTTQ {own}"]
    assert _of(cast, "ba_dinh") == _of(cast, "mrs_ha") == [
        f"01/KHLT-UBND-UBMTTQ {other}", f"01/KHLT-UBND-UBMTTQ {own}",
    ]  # fmt: skip
    assert _of(cast, "dong_anh") == _of(cast, "stranger") == []


def test_it_is_narrowed_by_body_unit_series_year_and_words_without_accents(cast: Cast) -> None:
    take(cast, on=date(2022, 12, 28), subject="Kế hoạch tổ chức hội nghị năm 2023")
    take(cast, subject="Kế hoạch tổng vệ sinh")

    assert len(_of(cast, "mrs_ha")) == 2
    assert _of(cast, "mrs_ha", text="tong ve sinh") == _of(cast, "mrs_ha", year=2023)
    assert len(_of(cast, "mrs_ha", year=2022, series="plan", unit_id=cast.places["00001"].unit_id)) == 1
    assert _of(cast, "mrs_ha", body_id=cast.bodies["00001", "peoples_committee"].pk) == []
    assert _of(cast, "mrs_ha", series="other") == []


def test_it_offers_the_years_and_bodies_that_gave_numbers(cast: Cast) -> None:
    take(cast, on=date(2022, 12, 28))
    take(cast)

    page = register_page(cast.actors["phuc_xa"], RegisterFilter(), number=1)

    assert page.years == [2023, 2022]
    assert page.bodies == [(cast.bodies["00001", "front_committee"].pk, "Ủy ban MTTQ Việt Nam Phường Phúc Xá")]
    assert page.series[0] == ("plan", "Kế hoạch")
    assert page.rows[0].series_name == "Kế hoạch"


@pytest.mark.parametrize("who", ["phuc_xa", "mrs_ha"])
def test_it_costs_the_same_for_three_numbers_and_for_thirty(cast: Cast, who: str) -> None:
    costs = []
    for papers in (3, 27):
        for number in range(papers):
            take(cast, on=TODAY - timedelta(days=1), subject=f"Việc {number}")
        with CaptureQueriesContext(connection) as asked:
            page = register_page(cast.actors[who], RegisterFilter(), number=1)
        costs.append(len(asked))

    assert len(page.rows) == 30
    assert costs[0] == costs[1]
