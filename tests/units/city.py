"""A city grown from the shipped scheme of 2023, small enough to read."""

from datetime import date

import pytest

from danban.kit.actor import Actor, machine
from danban.units import actions
from danban.units.models import Placement, Tree
from danban.units.shipped import UnitRow
from tests.cast import AT

KEEPER: Actor = machine("test", "unit:import", "unit:export", "unit:check")
ROWS = [
    UnitRow("01", "Thành phố Hà Nội", "thanh_pho", ""),
    UnitRow("006", "Quận Đống Đa", "quan", "01"),
    UnitRow("017", "Huyện Đông Anh", "huyen", "01"),
    UnitRow("00190", "Phường Văn Miếu", "phuong", "006"),
    UnitRow("00193", "Phường Văn Chương", "phuong", "006"),
    UnitRow("00475", "Xã Xuân Nộn", "xa", "017"),
    UnitRow("00190.01", "Tổ dân phố số 5", "to_dan_pho", "00190", households=210),
    UnitRow("00190.02", "Tổ dân phố số 15", "to_dan_pho", "00190", households=180),
    UnitRow("00193.01", "Tổ dân phố số 5", "to_dan_pho", "00193"),
    UnitRow("00475.01", "Thôn Đường Yên", "thon", "00475", households=402),
]


@pytest.fixture
def tree(db: None) -> Tree:
    """An edition of 2023 with ten units and no bodies."""
    actions.load_scheme("hanoi-2023", actor=KEEPER, at=AT)
    tree = actions.open_tree(
        scheme_code="hanoi-2023", name="Hà Nội 2020–2025", starts_on=date(2020, 1, 1), actor=KEEPER, at=AT
    )
    actions.load_units(ROWS, tree_id=tree.pk, actor=KEEPER, at=AT)
    return tree


def place_of(tree: Tree, code: str) -> Placement:
    """The placement of a code."""
    return Placement.objects.select_related("unit", "level", "kind", "tree").get(tree=tree, code=code)
