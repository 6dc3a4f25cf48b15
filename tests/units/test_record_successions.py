"""What became what is on record, with one default for each old unit."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotYours
from danban.units import actions
from danban.units.models import Succession, Tree
from danban.units.shipped import SuccessionRow, UnitRow
from tests.cast import AT, Cast
from tests.units.city import KEEPER, place_of

DAY = date(2025, 7, 1)


@pytest.fixture
def newer(tree: Tree) -> Tree:
    """The edition after: the same city, two new communes."""
    actions.load_scheme("hanoi-2026", actor=KEEPER, at=AT)
    newer = actions.open_tree(scheme_code="hanoi-2026", name="Mới", starts_on=DAY, actor=KEEPER, at=AT)
    city = place_of(tree, "01")
    actions.load_units(
        [
            UnitRow("01", city.name, "thanh_pho", "", public_code=city.unit.public_code),
            UnitRow("00190", "Phường Văn Miếu - Quốc Tử Giám", "phuong", "01"),
            UnitRow("00475", "Xã Thư Lâm", "xa", "01"),
        ],
        tree_id=newer.pk, actor=KEEPER, at=AT,
    )  # fmt: skip
    return newer


def _record(tree: Tree, newer: Tree, *rows: SuccessionRow) -> int:
    return actions.record_successions(rows, from_tree_id=tree.pk, to_tree_id=newer.pk, on=DAY, actor=KEEPER, at=AT)


def test_a_code_used_again_names_another_unit(tree: Tree, newer: Tree) -> None:
    count = _record(
        tree, newer, SuccessionRow("00190", "00190", "part"), SuccessionRow("00190", "00475", "part", is_default=False)
    )

    assert count == Succession.objects.count() == 2
    step = Succession.objects.get(is_default=True)
    assert (step.from_unit, step.to_unit) == (place_of(tree, "00190").unit, place_of(newer, "00190").unit)


def test_recording_again_corrects_the_share_and_makes_no_second_row(tree: Tree, newer: Tree) -> None:
    _record(tree, newer, SuccessionRow("00190", "00190", "part"))

    _record(tree, newer, SuccessionRow("00190", "00190", "full"))

    assert Succession.objects.get().share == "full"
    assert Entry.objects.filter(event="succession.recorded").count() == 2


def test_a_unit_that_goes_on_succeeds_nobody(tree: Tree, newer: Tree) -> None:
    assert _record(tree, newer, SuccessionRow("01", "01", "full")) == 0
    assert not Succession.objects.exists()


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([SuccessionRow("99", "00190", "full")], "“99” trong bản cơ cấu cũ"),
        ([SuccessionRow("00190", "99", "full")], "“99” trong bản cơ cấu mới"),
        ([SuccessionRow("00190", "00475", "half")], "“full” hoặc “part”"),
        ([SuccessionRow("00190", "00475", "part")] * 2, "hai lần"),
        ([SuccessionRow("00190", "00475", "full", is_default=False)], "đang có 0"),
        ([SuccessionRow("00190", "00475", "part"), SuccessionRow("00190", "00190", "part")], "đang có 2"),
    ],
)
def test_a_bad_row_refuses_all(tree: Tree, newer: Tree, rows: list[SuccessionRow], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        _record(tree, newer, SuccessionRow("00193", "00190", "full"), *rows)

    assert not Succession.objects.exists()
    assert not Entry.objects.filter(event="succession.recorded").exists()


def test_two_editions_are_needed_and_the_right_to_both(cast: Cast, tree: Tree, newer: Tree) -> None:
    with pytest.raises(BadInput, match="hai bản cơ cấu"):
        _record(tree, tree, SuccessionRow("00190", "00190", "full"))
    with pytest.raises(NotYours):
        actions.record_successions(
            [], from_tree_id=tree.pk, to_tree_id=newer.pk, on=DAY, actor=cast.actors["ba_dinh"], at=AT
        )
