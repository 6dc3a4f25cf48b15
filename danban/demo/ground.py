"""The ground of the demonstration: trees, units, bodies and, for 2026, what became of what."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from danban.demo.contacts import contacts_of_bodies
from danban.demo.villages import Commune, Village, make_villages
from danban.kit.actor import machine
from danban.units import actions
from danban.units.models import Placement, Tree
from danban.units.shipped import UnitRow, successions_of_hanoi, units_of_hanoi

KEEPER = machine("demo", "unit:import", "unit:check")
REFORM = date(2025, 7, 1)
SMALL_DISTRICTS = ("001", "017")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Plot:
    """Which demonstration is to be laid: its size, its scheme, and when its tree came into force."""

    size: str
    scheme: str


def lay_ground(plot: Plot, *, at: datetime, progress: Progress) -> Tree:
    """Make the tree the campaign will run over; for 2026 the tree of 2023 is laid first and survives in it."""
    progress("Cây đơn vị", 1, 5)
    tree = _tree_of_2023(plot, at=at)
    if plot.scheme == "2026":
        progress("Cây đơn vị sau sắp xếp", 2, 5)
        tree = _tree_of_2025(tree, at=at)
    progress("Các cơ quan của từng đơn vị", 3, 5)
    actions.establish_bodies(tree.pk, on=tree.starts_on, actor=KEEPER, at=at)
    actions.load_body_contacts(contacts_of_bodies(tree), actor=KEEPER, at=at)
    return tree


def _tree_of_2023(plot: Plot, *, at: datetime) -> Tree:
    actions.load_scheme("hanoi-2023", actor=KEEPER, at=at)
    tree = actions.open_tree(
        scheme_code="hanoi-2023", name="Hà Nội từ 01/7/2020", starts_on=date(2020, 7, 1), actor=KEEPER, at=at
    )
    rows = _rows_of_2023(plot.size)
    communes = [Commune(row.code, row.kind, row.parent_code) for row in rows if len(row.code) == 5]
    rows += [_village_row(village) for village in make_villages(communes)]
    actions.load_units(rows, tree_id=tree.pk, actor=KEEPER, at=at)
    return tree


def _rows_of_2023(size: str) -> list[UnitRow]:
    rows = units_of_hanoi(2023)
    if size == "city":
        return rows
    kept = {"01", *SMALL_DISTRICTS}
    return [row for row in rows if row.code in kept or row.parent_code in SMALL_DISTRICTS]


def _village_row(village: Village) -> UnitRow:
    return UnitRow(village.code, village.name, village.kind, village.parent_code, village.households, is_simulated=True)


def _tree_of_2025(old: Tree, *, at: datetime) -> Tree:
    """Villages are placed anew, not made anew, in the commune their old commune mainly went to."""
    actions.load_scheme("hanoi-2026", actor=KEEPER, at=at)
    actions.establish_bodies(old.pk, on=old.starts_on, actor=KEEPER, at=at)
    tree = actions.open_tree(
        scheme_code="hanoi-2026", name="Hà Nội từ 01/7/2025", starts_on=REFORM, actor=KEEPER, at=at
    )
    places = (
        Placement.objects.filter(tree_id=old.pk)
        .select_related("unit", "kind", "level", "parent__kind")
        .order_by("path", "pk")
    )
    known = {place.code: place for place in places}
    successions = [row for row in successions_of_hanoi() if row.from_code in known]
    heir = {row.from_code: row.to_code for row in successions if row.is_default}
    wanted = {row.to_code for row in successions}
    communes = [row for row in units_of_hanoi(2025) if row.code == "01" or row.code in wanted]
    communes = [replace(row, public_code=known["01"].unit.public_code) if row.code == "01" else row for row in communes]
    actions.load_units(communes + _villages_placed_anew(known, heir), tree_id=tree.pk, actor=KEEPER, at=at)
    actions.record_successions(successions, from_tree_id=old.pk, to_tree_id=tree.pk, on=REFORM, actor=KEEPER, at=at)
    actions.close_tree(old.pk, on=date(2025, 6, 30), actor=KEEPER, at=at)
    return tree


def _villages_placed_anew(known: Mapping[str, Placement], heir: Mapping[str, str]) -> list[UnitRow]:
    """Villages under their new communes; a name met twice there gains the name of its old commune."""
    villages = [place for place in known.values() if place.level.code == "village" and place.parent]
    met = Counter((heir[place.parent.code], place.name) for place in villages if place.parent)
    rows, next_number = [], Counter[str]()
    for place in villages:
        assert place.parent is not None
        new_parent = heir[place.parent.code]
        next_number[new_parent] += 1
        twice = met[new_parent, place.name] > 1
        name = f"{place.name} {_own_name(place.parent)}" if twice else place.name
        code = f"{new_parent}.{next_number[new_parent]:03d}"
        rows.append(
            UnitRow(
                code, name, place.kind.code, new_parent, place.households, place.unit.public_code, is_simulated=True
            )
        )
    return rows


def _own_name(place: Placement) -> str:
    return place.name.removeprefix(place.kind.name).strip()
