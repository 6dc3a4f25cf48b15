"""An edition ends on a day, and with it the bodies of units that do not go on."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.units import actions
from danban.units.models import Body, Tree
from danban.units.shipped import UnitRow
from tests.cast import AT, Cast
from tests.units.city import KEEPER, place_of

LAST = date(2025, 6, 30)


def test_bodies_end_with_their_unit_and_go_on_where_the_unit_goes_on(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=date(2020, 1, 1), actor=KEEPER, at=AT)
    newer = actions.open_tree(scheme_code="hanoi-2023", name="Sau", starts_on=date(2025, 7, 1), actor=KEEPER, at=AT)
    city = place_of(tree, "01")
    actions.load_units(
        [UnitRow("01", city.name, "thanh_pho", "", public_code=city.unit.public_code)],
        tree_id=newer.pk, actor=KEEPER, at=AT,
    )  # fmt: skip

    ended = actions.close_tree(tree.pk, on=LAST, actor=KEEPER, at=AT)

    tree.refresh_from_db()
    assert tree.ends_on == LAST
    assert ended == Body.objects.exclude(unit=city.unit).count() > 0
    assert not Body.objects.filter(unit=city.unit, ends_on__isnull=False).exists()
    assert Entry.objects.get(event="tree.closed").changes["bodies_ended"] == ended


def test_an_edition_is_closed_once_and_not_before_it_began(tree: Tree) -> None:
    with pytest.raises(BadInput, match="từ 01/01/2020"):
        actions.close_tree(tree.pk, on=date(2019, 12, 31), actor=KEEPER, at=AT)
    actions.close_tree(tree.pk, on=LAST, actor=KEEPER, at=AT)

    with pytest.raises(NotNow, match="30/06/2025"):
        actions.close_tree(tree.pk, on=LAST, actor=KEEPER, at=AT)


def test_a_district_may_not_close_the_citys_edition(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.close_tree(cast.tree.pk, on=LAST, actor=cast.actors["dong_anh"], at=AT)

    cast.tree.refresh_from_db()
    assert cast.tree.ends_on is None
    assert not Entry.objects.exists()
