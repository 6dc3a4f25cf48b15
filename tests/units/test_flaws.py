"""Each check of the tree fires on the flaw it is for, and on nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from danban.units import actions, queries
from danban.units.models import Body, Level, Placement, Succession, Tree, Unit, UnitKind
from danban.units.queries.flaws import Edition, Place, Step, period_flaws, places_flaws, succession_flaws
from danban.units.shipped import UnitRow
from danban.units.texts import FLAWS
from tests.cast import AT
from tests.units.city import KEEPER, place_of

DAY = date(2025, 7, 1)


def _codes(tree: Tree) -> list[str]:
    return [flaw.code for flaw in queries.list_flaws(tree.pk)]


def test_a_tree_with_all_its_bodies_is_sound(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=tree.starts_on, actor=KEEPER, at=AT)

    assert queries.list_all_flaws() == []


def test_a_parent_in_another_tree_makes_an_orphan(tree: Tree) -> None:
    other = actions.open_tree(scheme_code="hanoi-2023", name="Khác", starts_on=DAY, actor=KEEPER, at=AT)
    Placement.objects.filter(tree=tree, code="00190").update(tree=other)

    assert _codes(tree).count("orphan") == 2


def test_a_double_name_is_seen_whatever_its_case(tree: Tree) -> None:
    Placement.objects.filter(code="00190.02").update(name="TỔ DÂN PHỐ SỐ 5")

    flaw = queries.list_flaws(tree.pk)[0]
    assert (flaw.code, flaw.placement_id) == ("double_name", place_of(tree, "00190.02").pk)
    assert "00190.01" in flaw.sentence
    assert "00190.02" in flaw.sentence


def test_a_village_under_a_district_has_the_wrong_parent(tree: Tree) -> None:
    village = Placement.objects.get(code="00190.01")
    Placement.objects.filter(pk=village.pk).update(parent=place_of(tree, "006"))

    assert set(_codes(tree)) == {"wrong_parent_level", "wrong_path", "wrong_ancestors"}


def test_a_kind_of_another_level_is_seen(tree: Tree) -> None:
    Placement.objects.filter(code="00190").update(kind=UnitKind.objects.get(code="thon"))

    assert _codes(tree) == ["wrong_kind"]


def test_a_level_of_another_scheme_is_seen(tree: Tree) -> None:
    actions.load_scheme("hanoi-2026", actor=KEEPER, at=AT)
    level = Level.objects.get(scheme__code="hanoi-2026", code="city")
    Placement.objects.filter(code="01").update(level=level, kind=level.kinds.get())

    assert _codes(tree) == ["wrong_kind"]


def test_a_path_that_leaves_its_parent_is_seen(tree: Tree) -> None:
    Placement.objects.filter(code="00475.01").update(path="000000000009")

    assert _codes(tree) == ["wrong_path"]


def test_a_wrong_copy_of_an_ancestor_is_seen(tree: Tree) -> None:
    Placement.objects.filter(code="00475.01").update(at_2=None)

    assert _codes(tree) == ["wrong_ancestors"]


def test_an_empty_edition_has_no_root(tree: Tree) -> None:
    empty = actions.open_tree(scheme_code="hanoi-2023", name="Trống", starts_on=DAY, actor=KEEPER, at=AT)

    assert _codes(empty) == ["no_root"]


def test_a_body_that_begins_before_or_outlives_its_unit_is_seen(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=tree.starts_on, actor=KEEPER, at=AT)
    early, late = Body.objects.order_by("pk")[:2]
    Body.objects.filter(pk=early.pk).update(starts_on=date(2019, 1, 1))
    actions.close_tree(tree.pk, on=date(2025, 6, 30), actor=KEEPER, at=AT)
    Body.objects.filter(pk=late.pk).update(ends_on=None)

    flaws = queries.list_flaws(tree.pk)
    assert [flaw.code for flaw in flaws] == ["body_outside_life"] * 2
    assert early.name in flaws[0].sentence
    assert late.name in flaws[1].sentence


def _reform(tree: Tree, *, closes: date = date(2025, 6, 30)) -> Tree:
    """One commune goes on under the city, two are merged into a new one, villages go on."""
    actions.load_scheme("hanoi-2026", actor=KEEPER, at=AT)
    newer = actions.open_tree(scheme_code="hanoi-2026", name="Mới", starts_on=DAY, actor=KEEPER, at=AT)
    going_on = {code: place_of(tree, code) for code in ("01", "00475", "00190.01", "00190.02", "00193.01", "00475.01")}
    parents = {"01": "", "00475": "01", "00475.01": "00475"}
    rows = [UnitRow("00199", "Phường Văn Miếu - Quốc Tử Giám", "phuong", "01")]
    for number, (code, place) in enumerate(going_on.items()):
        name = f"{place.name} ({number})" if place.depth == 3 else place.name
        parent = parents.get(code, "00199")
        rows.append(UnitRow(code, name, place.kind.code, parent, public_code=place.unit.public_code))
    actions.load_units(rows, tree_id=newer.pk, actor=KEEPER, at=AT)
    actions.close_tree(tree.pk, on=closes, actor=KEEPER, at=AT)
    return newer


def _succeed(tree: Tree, newer: Tree, code: str, to: str, *, share: str = "full", default: bool = True) -> None:
    Succession.objects.create(
        from_unit=place_of(tree, code).unit, to_unit=place_of(newer, to).unit, on=DAY, share=share, is_default=default
    )


def test_units_that_are_gone_must_have_become_something_and_districts_need_not(tree: Tree) -> None:
    newer = _reform(tree)
    _succeed(tree, newer, "00190", "00199")

    flaws = queries.list_flaws(newer.pk)
    assert [(flaw.code, flaw.unit_id) for flaw in flaws] == [("succession_missing", place_of(tree, "00193").unit_id)]
    _succeed(tree, newer, "00193", "00199")
    assert queries.list_all_flaws() == []


def test_bodies_of_a_unit_that_goes_on_live_through_both_editions(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=tree.starts_on, actor=KEEPER, at=AT)
    newer = _reform(tree)
    for code in ("00190", "00193"):
        _succeed(tree, newer, code, "00199")

    assert queries.list_all_flaws() == []

    Body.objects.filter(unit=place_of(tree, "00475.01").unit, kind__code="party_cell").update(
        starts_on=date(2019, 1, 1)
    )
    assert _codes(newer) == ["body_outside_life"]


def _split_wholly(tree: Tree, newer: Tree) -> None:
    _succeed(tree, newer, "00193", "00199")
    _succeed(tree, newer, "00193", "00475", default=False)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (lambda t, n: _succeed(t, n, "00193", "00199", default=False), "succession_default"),
        (
            _split_wholly,
            "succession_share",
        ),
        (lambda t, n: _succeed(t, t, "00193", "00190"), "succession_target"),
    ],
)
def test_a_wrong_succession_is_seen(tree: Tree, wrong: Callable[[Tree, Tree], None], code: str) -> None:
    newer = _reform(tree)
    _succeed(tree, newer, "00190", "00199")
    wrong(tree, newer)

    assert _codes(newer) == [code]


def test_days_without_an_edition_and_days_with_two_are_seen_from_both_sides(tree: Tree) -> None:
    newer = _reform(tree, closes=date(2025, 6, 1))
    for code in ("00190", "00193"):
        _succeed(tree, newer, code, "00199")
    assert _codes(tree) == ["period_gap"]
    assert "từ 02/06/2025 đến 30/06/2025" in queries.list_flaws(newer.pk)[0].sentence
    assert len(queries.list_all_flaws()) == 1

    Tree.objects.filter(pk=tree.pk).update(ends_on=None)

    assert _codes(tree) == ["period_overlap"]


def test_a_unit_that_stands_nowhere_is_seen(tree: Tree) -> None:
    lost = Unit.objects.create(name="Thôn bị quên")

    assert [(flaw.code, flaw.unit_id) for flaw in queries.list_all_flaws()] == [("unplaced", lost.pk)]


ROOT = Place(1, 1, None, "01", "Thành phố", 1, 1, 1, 0, 9, "", (None, None, None))
CHILD = Place(2, 2, 1, "001", "Quận", 2, 2, 2, 1, 9, "0000", (2, None, None))


@pytest.mark.parametrize(
    ("places", "codes"),
    [
        ([ROOT, CHILD], []),
        ([CHILD], ["no_root", "orphan"]),
        ([ROOT, replace(ROOT, pk=3, unit_id=3, code="02", name="Khác")], ["two_roots"]),
        ([ROOT, CHILD, replace(CHILD, pk=3, unit_id=3, name="Khác", path="0001", at=(3, None, None))], ["double_code"]),
        ([ROOT, CHILD, replace(CHILD, pk=3, code="9", name="Khác", path="0001", at=(3, None, None))], ["double_unit"]),
        ([replace(ROOT, depth=1)], ["wrong_parent_level"]),
    ],
)
def test_what_the_database_forbids_is_looked_for_all_the_same(places: list[Place], codes: list[str]) -> None:
    assert [flaw.code for flaw in places_flaws(places, 9)] == codes


def test_a_ring_of_parents_ends_the_walk(tree: Tree) -> None:
    ring = [replace(CHILD, parent_id=3), replace(CHILD, pk=3, unit_id=3, code="9", name="Khác", parent_id=2)]

    assert {flaw.code for flaw in places_flaws(ring, 9)} >= {"no_root", "wrong_parent_level", "wrong_ancestors"}


def test_every_flaw_has_a_sentence_and_every_sentence_a_test() -> None:
    text = Path(__file__).read_text(encoding="utf-8")

    assert [code for code in FLAWS if f'"{code}"' not in text] == []
    assert period_flaws([Edition(1, "Một", date(2020, 1, 1), None)]) == []
    assert succession_flaws([ROOT], [Step(1, "full", True, True)]) == []
