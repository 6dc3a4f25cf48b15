"""Units handed over by the program stand where they should."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit import paths
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.units import actions, queries
from danban.units.models import Placement, Tree, Unit
from danban.units.shipped import UnitRow
from tests.cast import AT, Cast
from tests.units.city import KEEPER, ROWS, place_of


def test_units_stand_in_code_order_with_their_ancestors_copied(tree: Tree) -> None:
    village, commune, district = place_of(tree, "00190.02"), place_of(tree, "00190"), place_of(tree, "006")

    assert village.path == paths.step(paths.step(paths.step("", 0), 0), 1)
    assert (village.at_1, village.at_2, village.at_3) == (district.pk, commune.pk, village.pk)
    assert (commune.at_1, commune.at_2, commune.at_3) == (district.pk, commune.pk, None)
    assert village.folded == "to dan pho so 15 | phuong van mieu / quan dong da"
    assert place_of(tree, "01").at_1 is None
    assert queries.list_flaws(tree.pk) == []


def test_the_order_of_rows_does_not_matter(tree: Tree) -> None:
    other = actions.open_tree(scheme_code="hanoi-2023", name="Ngược", starts_on=date(2020, 1, 1), actor=KEEPER, at=AT)

    actions.load_units(ROWS[::-1], tree_id=other.pk, actor=KEEPER, at=AT)

    stood = [
        Placement.objects.filter(tree=t).order_by("path").values_list("path", "code", "name") for t in (tree, other)
    ]
    assert list(stood[0]) == list(stood[1])


def test_a_second_load_adds_behind_what_stands_and_keeps_every_unit(tree: Tree) -> None:
    before = dict(Placement.objects.filter(tree=tree).values_list("code", "unit_id"))

    report = actions.load_units(
        [*ROWS, UnitRow("00190.00", "Tổ dân phố số 1", "to_dan_pho", "00190")], tree_id=tree.pk, actor=KEEPER, at=AT
    )

    assert (report.new, report.changed, report.unchanged, report.rows) == (1, 0, 10, 11)
    assert place_of(tree, "00190.00").path > place_of(tree, "00190.02").path
    assert before.items() <= dict(Placement.objects.filter(tree=tree).values_list("code", "unit_id")).items()
    assert queries.list_flaws(tree.pk) == []


def test_a_village_is_placed_anew_under_its_new_commune_and_stays_the_same_unit(tree: Tree) -> None:
    actions.load_scheme("hanoi-2026", actor=KEEPER, at=AT)
    newer = actions.open_tree(scheme_code="hanoi-2026", name="Mới", starts_on=date(2025, 7, 1), actor=KEEPER, at=AT)
    village = place_of(tree, "00190.01")
    count = Unit.objects.count()

    actions.load_units(
        [
            UnitRow("01", "Thành phố Hà Nội", "thanh_pho", "", public_code=place_of(tree, "01").unit.public_code),
            UnitRow("00199", "Phường Văn Miếu - Quốc Tử Giám", "phuong", "01"),
            UnitRow("00199.01", village.name, "to_dan_pho", "00199", public_code=village.unit.public_code),
        ],
        tree_id=newer.pk, actor=KEEPER, at=AT,
    )  # fmt: skip

    assert place_of(newer, "00199.01").unit == village.unit
    assert place_of(newer, "00199.01").depth == 2
    assert Unit.objects.count() == count + 1


def test_a_new_name_of_a_commune_reaches_the_search_text_below_it_but_not_its_identity(tree: Tree) -> None:
    unit = place_of(tree, "00190").unit

    actions.load_units([UnitRow("00190", "Phường Quốc Tử Giám", "phuong", "006")], tree_id=tree.pk, actor=KEEPER, at=AT)

    assert place_of(tree, "00190").unit == unit
    assert place_of(tree, "00190.01").folded == "to dan pho so 5 | phuong quoc tu giam / quan dong da"
    assert place_of(tree, "00193.01").folded == "to dan pho so 5 | phuong van chuong / quan dong da"
    entry = Entry.objects.filter(event="unit.loaded").latest("pk")
    assert entry.changes["renamed"] == {"00190": ["Phường Văn Miếu", "Phường Quốc Tử Giám"]}


def test_one_bad_row_refuses_all_and_leaves_no_trace(tree: Tree) -> None:
    before = (Unit.objects.count(), Placement.objects.count(), Entry.objects.count())

    with pytest.raises(BadInput, match=r"Chưa nạp dòng nào\. Dòng 2, cột “Loại”"):
        actions.load_units(
            [UnitRow("00190.09", "Tổ 9", "to_dan_pho", "00190"), UnitRow("x", "X", "lâu đài", "00190")],
            tree_id=tree.pk, actor=KEEPER, at=AT,
        )  # fmt: skip

    assert (Unit.objects.count(), Placement.objects.count(), Entry.objects.count()) == before


def test_only_who_keeps_the_tree_loads_units(cast: Cast) -> None:
    row = UnitRow("00001.03", "Tổ dân phố số 3", "to_dan_pho", "00001")
    for name in ("mr_dung", "ba_dinh", "phuc_xa", "head_of_group_1", "stranger"):
        with pytest.raises(NotYours, match="Ban Phong trào"):
            actions.load_units([row], tree_id=cast.tree.pk, actor=cast.actors[name], at=AT)
    with pytest.raises(NotFound):
        actions.load_units([row], tree_id=0, actor=cast.actors["mrs_ha"], at=AT)
    assert not Entry.objects.exists()

    assert actions.load_units([row], tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT).new == 1


def test_a_keeper_of_another_city_may_not_write_into_this_tree(cast: Cast, tree: Tree) -> None:
    with pytest.raises(NotYours):
        actions.load_units(ROWS, tree_id=tree.pk, actor=cast.actors["mrs_ha"], at=AT)
