"""Pages of promises: entered from paper in a hand, settled with a second look, drawn over the years."""

from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from danban.commitments import actions
from danban.commitments.actions import PromiseRow
from danban.commitments.models import Commitment
from danban.commitments.rules import Result
from tests.cast import AT, Cast, run_campaign
from tests.web.desk.reading import main_of
from tests.web.entering import enter

FAMILIES = "Hộ đạt danh hiệu Gia đình văn hóa"


@pytest.fixture(autouse=True)
def _on_the_chosen_day(cast: Cast) -> Any:
    run_campaign(cast)
    with time_machine.travel(AT, tick=False):
        yield


def _promise(cast: Cast, year: int) -> Commitment:
    rows = [PromiseRow(FAMILIES, Decimal(90), "%")]
    place, head = cast.places["00001.01"].pk, cast.actors["head_of_group_1"]
    actions.enter_commitments(place, year=year, rows=rows, actor=head, at=AT)
    return Commitment.objects.get(year=year)


def test_last_years_resolution_is_typed_with_a_comma_and_empty_lines(cast: Cast) -> None:
    village = enter(cast, "head_of_group_1")
    lines = {"dong-TOTAL_FORMS": "3", "dong-INITIAL_FORMS": "0", "year": "2022", "dong-0-title": FAMILIES}
    answer = village.post(
        reverse("desk:commitments:enter"), {**lines, "dong-0-value": "95,5", "dong-0-unit_label": "%"}
    )

    assert answer.status_code == 302
    assert Commitment.objects.get().value == Decimal("95.5")
    assert "nhập từ giấy" in main_of(village.get(answer["Location"]))
    bad = village.post(reverse("desk:commitments:enter"), {**lines, "dong-0-value": "nhiều"})
    assert bad.status_code == 422


def test_an_unlikely_figure_is_asked_about_once(cast: Cast) -> None:
    one, village = _promise(cast, 2022), enter(cast, "head_of_group_1")
    address, told = reverse("desk:commitments:settle", args=[one.pk]), {"outcome": "done", "count": "120", "of": "242"}

    asked = village.post(address, told)
    assert asked.status_code == 422
    assert "chưa tới chỉ tiêu" in main_of(asked)
    assert village.post(address, {**told, "is_sure": "on"}).status_code == 302
    one.refresh_from_db()
    assert one.result == Decimal("49.59")


def test_two_years_make_a_trend_with_its_table(cast: Cast) -> None:
    older, newer = _promise(cast, 2021), _promise(cast, 2022)
    actions.settle_commitment(
        older.pk, result=Result("done", value=Decimal(91)), actor=cast.actors["head_of_group_1"], at=AT
    )
    shown = enter(cast, "phuc_xa").get(reverse("desk:commitments:show", args=[newer.pk])).content.decode()

    assert "<svg" in shown
    assert "Xem dạng bảng" in shown


def test_a_village_sees_its_own_and_the_city_the_roll_up(cast: Cast) -> None:
    _promise(cast, 2022)
    index = reverse("desk:commitments:index")

    assert "Năm trước đã hứa (2022)" in main_of(enter(cast, "head_of_group_1").get(index))
    assert "Theo chỉ tiêu" in main_of(enter(cast, "mrs_ha").get(index))
