"""The register of official numbers: narrowed, searched, taken out, never beyond one's area."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.documents.actions import take_number
from danban.documents.models import RegisterEntry
from danban.kit.tables import read_table
from tests.cast import AT, Cast
from tests.web.entering import enter

REGISTER, EXPORT = reverse("desk:documents:register"), reverse("desk:documents:export_register")
JOINT = "{number:02d}/KHLT-UBND-UBMTTQ"


def _give(cast: Cast, who: str, code: str, subject: str, on: date = date(2023, 1, 5)) -> RegisterEntry:
    return take_number(
        body_id=cast.bodies[code, "front_committee"].pk, series="plan", pattern=JOINT, subject=subject, on=on,
        actor=cast.actors[who], at=AT,
    )  # fmt: skip


def _text(answer: Any) -> str:
    return str(answer.content.decode())


def _main(answer: Any) -> str:
    return _text(answer).split("<main", 1)[1]


def test_a_unit_reads_its_own_numbers_and_the_unit_above_reads_them_too(cast: Cast) -> None:
    _give(cast, "phuc_xa", "00001", "Kế hoạch của phường Phúc Xá")
    _give(cast, "ba_dinh", "001", "Kế hoạch của quận Ba Đình")
    phuc_xa = {"don_vi": cast.places["00001"].unit_id}

    own = _main(enter(cast, "phuc_xa").get(REGISTER))
    above = enter(cast, "ba_dinh")
    beside = _main(enter(cast, "truc_bach").get(REGISTER, phuc_xa))

    assert "01/KHLT-UBND-UBMTTQ" in own
    assert "quận Ba Đình" not in own
    assert "quận Ba Đình" in _main(above.get(REGISTER))
    assert "phường Phúc Xá" in _main(above.get(REGISTER, phuc_xa))
    assert "Phúc Xá" not in beside
    assert "Không có số nào" not in beside
    assert "chưa có số nào" in beside


def test_years_words_and_bodies_narrow_it_and_nothing_found_offers_the_whole(cast: Cast) -> None:
    _give(cast, "phuc_xa", "00001", "Kế hoạch hội nghị", on=date(2022, 12, 28))
    _give(cast, "phuc_xa", "00001", "Kế hoạch bổ sung")
    browser = enter(cast, "phuc_xa")

    last_year = _main(browser.get(REGISTER, {"nam": "2022"}))
    by_words = _main(browser.get(REGISTER, {"q": "bo sung"}))
    nothing = _main(browser.get(REGISTER, {"q": "sapa"}))

    assert "hội nghị" in last_year
    assert "bổ sung" not in last_year
    assert "bổ sung" in by_words
    assert "Kế hoạch hội nghị" not in by_words
    assert "Xem cả sổ" in nothing


@pytest.mark.parametrize(
    "query", [{"nam": "x"}, {"don_vi": "-4"}, {"so": "!!"}, {"q": "x" * 500}, {"trang": "999999999999"}, {"nam": "9"}]
)
def test_an_odd_address_is_read_as_far_as_it_makes_sense(cast: Cast, query: dict[str, str]) -> None:
    browser = enter(cast, "phuc_xa")

    assert browser.get(REGISTER, query).status_code == 200
    assert browser.get(EXPORT, query).status_code == 200


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_table_taken_out_holds_every_number_that_fits_in_its_order(cast: Cast, kind: str) -> None:
    for number in range(1, 36):
        _give(cast, "phuc_xa", "00001", f"Văn bản {number}")

    answer = enter(cast, "phuc_xa").get(EXPORT, {"dang": kind})

    rows = read_table(answer.content, headings=("Số, ký hiệu", "Trích yếu", "Ngày ban hành"))
    assert answer.headers["Content-Disposition"].endswith(f'.{kind}"')
    assert len(rows) == 35
    assert rows[0].cells == {
        "Số, ký hiệu": "35/KHLT-UBND-UBMTTQ", "Trích yếu": "Văn bản 35", "Ngày ban hành": "05/01/2023"
    }  # fmt: skip


def test_it_costs_as_many_queries_for_thirty_numbers_as_for_three(cast: Cast) -> None:
    browser = enter(cast, "phuc_xa")

    def count() -> int:
        with CaptureQueriesContext(connection) as made:
            browser.get(REGISTER)
        return len(made)

    for number in range(3):
        _give(cast, "phuc_xa", "00001", f"Văn bản {number}")
    few = count()
    for number in range(40):
        _give(cast, "phuc_xa", "00001", f"Văn bản thêm {number}")

    assert count() == few
