"""What is taken out comes in again unchanged."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.kit.refusals import NotFound, NotYours
from danban.kit.tables import read_table
from danban.kit.vietnamese import squeeze
from danban.units import actions, queries
from danban.units.exports import Format, export_units
from danban.units.models import Placement, Tree
from danban.units.shipped import UnitRow
from danban.units.texts import HEADINGS
from tests.cast import AT, Cast
from tests.units.city import KEEPER, ROWS

FORMATS: tuple[Format, ...] = ("csv", "xlsx")


def _stands(tree: Tree) -> list[tuple[object, ...]]:
    rows = Placement.objects.filter(tree=tree).order_by("path", "pk")
    return list(rows.values_list("unit_id", "path", "code", "name", "kind", "households", "folded", "sort_key"))


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_brought_into_an_empty_edition_places_the_same_units_the_same_way(tree: Tree, kind: Format) -> None:
    other = actions.open_tree(scheme_code="hanoi-2023", name="Bản sao", starts_on=date(2020, 1, 1), actor=KEEPER, at=AT)
    table = export_units(KEEPER, tree.pk, at=AT, kind=kind)

    report = actions.import_units(table, tree_id=other.pk, actor=KEEPER, at=AT)

    assert report.new == len(ROWS)
    assert _stands(other) == _stands(tree)
    assert actions.import_units(table, tree_id=tree.pk, actor=KEEPER, at=AT).unchanged == len(ROWS)


_name = st.text(min_size=1, max_size=40).map(squeeze).filter(lambda t: t and t.isprintable())
_spiky = st.builds(
    lambda mark, text: squeeze(mark + text),
    st.sampled_from(["=", "+", "-", "@", "'=", "''", '"', "00", "_x0041_", "{=1}", "\\"]),
    _name,
)


@given(names=st.lists(_name | _spiky, min_size=1, max_size=5, unique_by=str.casefold), kind=st.sampled_from(FORMATS))
def test_names_with_quotes_formulas_and_zeros_survive_the_way_out_and_in(
    tree: Tree, names: list[str], kind: Format
) -> None:
    other = actions.open_tree(
        scheme_code="hanoi-2023", name=f"Bản {Tree.objects.count()}", starts_on=date(2020, 1, 1), actor=KEEPER, at=AT
    )
    villages = [UnitRow(f"00475.9{n}", name, "thon", "00475") for n, name in enumerate(names)]
    actions.load_units(ROWS[:6] + villages, tree_id=other.pk, actor=KEEPER, at=AT)

    table = export_units(KEEPER, other.pk, at=AT, kind=kind)

    plan = queries.plan_import(table, other.pk)
    assert [problem.sentence() for problem in plan.problems] == []
    assert (plan.new, plan.changed, plan.unchanged) == (0, 0, 6 + len(names))


def test_an_office_takes_out_its_own_area_only(cast: Cast) -> None:
    district = cast.actors["ba_dinh"]
    table = export_units(district, cast.tree.pk, at=AT, kind="csv")

    codes = [row.cells["Mã"] for row in read_table(table, headings=HEADINGS)]
    assert codes == ["001", "00001", "00001.01", "00001.02", "00004", "00004.01", "00004.02"]
    assert export_units(district, cast.tree.pk, at=AT, under=cast.places["001"].pk, kind="csv") == table
    for under in (cast.places["017"].pk, cast.city.pk):
        with pytest.raises(NotFound):
            export_units(district, cast.tree.pk, at=AT, under=under)


def test_somebody_whose_unit_stands_elsewhere_takes_out_nothing(cast: Cast) -> None:
    for name in ("mrs_ha", "stranger"):
        with pytest.raises(NotFound):
            export_units(cast.actors[name], 0, at=AT)


def test_a_village_head_may_not_take_out_lists(cast: Cast) -> None:
    with pytest.raises(NotYours, match="quyền xuất"):
        export_units(cast.actors["head_of_group_1"], cast.tree.pk, at=AT, under=cast.places["00001.01"].pk)
