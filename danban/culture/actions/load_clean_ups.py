"""Bring in clean-ups in bulk: the year of a demonstration, or one kept on paper so far."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.culture import rules
from danban.culture.models import CleanUp
from danban.culture.rules import Told
from danban.kit.actor import Actor
from danban.kit.database import insert_rows, plain_moment
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import day, nfc
from danban.units.models import Placement, Tree

_COLUMNS = (
    "placement_id", "at_1", "at_2", "at_3", "held_on", "week_on", "slot", "people", "places", "text", "appointment_id",
    "at", "withdrawn_at", "corrects_id",
)  # fmt: skip
Key = tuple[int, date, str]


@dataclass(frozen=True)
class Loaded:
    """One clean-up of a unit, by the id of its placement."""

    placement_id: int
    told: Told


@transaction.atomic
def load_clean_ups(tree_id: int, rows: Iterable[Loaded], *, actor: Actor, at: datetime) -> int:
    """Write clean-ups of a tree's units with one diary entry; returns how many. All or none.

    Large numbers pass. Raises ``NotFound``, ``NotYours``, or ``BadInput`` naming the first row that is none: an
    unknown unit, a wrong day, slot or number, or one a unit, day and slot that is there already.
    """
    tree = Tree.objects.select_for_update(of=("self",)).filter(pk=tree_id).first()
    if tree is None:
        raise NotFound
    rules.check_can_load(actor, tree, at=at)
    wanted = list(rows)
    places = Placement.objects.filter(tree=tree).order_by("pk")
    known = {place.pk: place for place in places.only("name", "at_1", "at_2", "at_3", "households", "tree")}
    taken = _taken(tree, wanted)
    for place in known.values():
        place.tree = tree
    for row in wanted:
        _check(row, known, taken, at)
    _write(wanted, known, at)
    record(
        actor=actor, event="clean_ups.loaded", subject="tree", subject_id=tree.pk, at=at, unit_id=actor.unit_id,
        changes={"rows": len(wanted)},
    )  # fmt: skip
    return len(wanted)


def _taken(tree: Tree, rows: Sequence[Loaded]) -> set[Key]:
    """What stands already on the days of the rows."""
    if not rows:
        return set()
    days = [row.told.held_on for row in rows]
    there = CleanUp.objects.standing().filter(placement__tree=tree, held_on__gte=min(days), held_on__lte=max(days))
    return set(there.order_by("pk").values_list("placement_id", "held_on", "slot"))


def _check(row: Loaded, known: dict[int, Placement], taken: set[Key], at: datetime) -> None:
    place, told = known.get(row.placement_id), row.told
    if place is None:
        raise BadInput("Có dòng của một đơn vị không đứng trong bản cơ cấu này nên không nạp dòng nào.")
    rules.check_facts(told, place, is_sure=True, at=at)
    key = (place.pk, told.held_on, told.slot)
    if key in taken:
        raise BadInput(f"Buổi ngày {day(told.held_on)} của {place.name} đã có nên không nạp dòng nào.")
    taken.add(key)


def _write(rows: Sequence[Loaded], known: dict[int, Placement], at: datetime) -> None:
    values, written_at = [], plain_moment(at)
    for row in rows:
        place, told = known[row.placement_id], row.told
        monday = rules.monday_of(told.held_on)
        values.append(
            (
                place.pk, place.at_1, place.at_2, place.at_3, told.held_on, monday, told.slot, told.people, told.places,
                nfc(told.text), None, written_at, None, None,
            )
        )  # fmt: skip
    insert_rows(CleanUp._meta.db_table, _COLUMNS, values)  # noqa: SLF001  Django's public Model._meta
