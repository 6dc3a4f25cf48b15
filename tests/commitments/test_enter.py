"""Last year's resolution is typed from paper, a line a promise."""

from decimal import Decimal

import pytest

from danban.commitments import actions
from danban.commitments.actions import PromiseRow
from danban.commitments.models import Commitment
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.commitments.conftest import FAMILIES


def _enter(cast: Cast, *rows: PromiseRow, who: str = "head_of_group_1", year: int = 2022) -> int:
    place = cast.places["00001.01"].pk
    return actions.enter_commitments(place, year=year, rows=rows, actor=cast.actors[who], at=AT)


def test_lines_known_to_the_catalogue_get_their_code_and_free_ones_none(cast: Cast) -> None:
    rows = (
        PromiseRow("  hộ đạt danh hiệu gia đình văn hóa ", Decimal(95), "%"),
        PromiseRow(""),
        PromiseRow("Xây cổng chào"),
    )

    assert _enter(cast, *rows) == 2
    assert list(Commitment.objects.order_by("position").values_list("indicator", "source", "position")) == [
        ("families_recognised", "paper", 1), ("", "paper", 2),
    ]  # fmt: skip
    assert last_event() == ("commitments.entered", "placement", cast.places["00001.01"].pk)


def test_the_same_line_again_adds_nothing(cast: Cast, families: Commitment) -> None:
    assert _enter(cast, PromiseRow(FAMILIES.upper())) == 0
    assert Commitment.objects.get() == families
    assert _enter(cast, PromiseRow("Xây cổng chào")) == 1


def test_the_commune_may_for_its_village_a_neighbour_and_the_district_may_not(cast: Cast) -> None:
    with no_trace("commitments"):
        with pytest.raises(NotFound):
            _enter(cast, PromiseRow("Xây cổng chào"), who="truc_bach")
        with pytest.raises(NotYours):
            _enter(cast, PromiseRow("Xây cổng chào"), who="ba_dinh")
    assert _enter(cast, PromiseRow("Xây cổng chào"), who="phuc_xa") == 1


def test_nothing_typed_impossible_figures_and_years_are_refused(cast: Cast) -> None:
    with no_trace("commitments"):
        for rows, year in (
            ((PromiseRow(" "),), 2022), ((PromiseRow("x"),), 2022), ((PromiseRow("Hộ đạt", Decimal(120), "%"),), 2022),
            ((PromiseRow("Hộ đạt", Decimal(-1)),), 2022), ((PromiseRow("Hộ đạt"),), 22),
        ):  # fmt: skip
            with pytest.raises(BadInput):
                _enter(cast, *rows, year=year)
