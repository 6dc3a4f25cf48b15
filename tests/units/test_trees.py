"""Which edition is in force, and what it holds."""

from datetime import date

import pytest

from danban.kit.refusals import NotFound
from danban.units import actions, queries
from danban.units.models import Tree
from tests.cast import AT
from tests.units.city import KEEPER


def test_each_day_has_the_edition_in_force_and_the_days_before_have_none(tree: Tree) -> None:
    newer = actions.open_tree(scheme_code="hanoi-2023", name="Mới", starts_on=date(2025, 7, 1), actor=KEEPER, at=AT)
    actions.close_tree(tree.pk, on=date(2025, 6, 30), actor=KEEPER, at=AT)

    assert queries.tree_in_force(date(2020, 1, 1)) == tree
    assert queries.tree_in_force(date(2025, 6, 30)) == tree
    assert queries.tree_in_force(date(2025, 7, 1)) == newer
    assert queries.list_trees() == [newer, tree]
    assert queries.tree_by(tree.pk) == tree
    with pytest.raises(NotFound, match="31/12/2019"):
        queries.tree_in_force(date(2019, 12, 31))
    with pytest.raises(NotFound):
        queries.tree_in_force(date(2023, 1, 1), scheme="hanoi-2026")
    with pytest.raises(NotFound):
        queries.tree_by(0)


def test_units_are_counted_by_kind_from_the_top(tree: Tree) -> None:
    counts = [(count.kind, count.units, count.counted) for count in queries.count_by_kind(tree.pk)]

    assert counts[0] == ("Thành phố", 1, 0)
    assert ("Tổ dân phố", 3, 2) in counts
    assert sum(units for _, units, _ in counts) == 10
