"""Lists of units taken out as tables that can be brought in again unchanged."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from danban.kit.actor import Actor
from danban.kit.tables import write_csv, write_xlsx
from danban.units import rules
from danban.units.models import Placement
from danban.units.queries.browse import area_of
from danban.units.queries.places import placement_for
from danban.units.texts import HEADINGS

Format = Literal["xlsx", "csv"]
MEDIA_TYPES: dict[Format, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def export_units(actor: Actor, tree_id: int, *, at: datetime, under: int | None = None, kind: Format = "xlsx") -> bytes:
    """The units of the actor's area in a tree, or of the place ``under`` and below, in order of the tree.

    Raises ``NotFound`` outside the actor's area, ``NotYours`` for an office that may not take lists out.
    """
    top = area_of(actor, tree_id) if under is None else placement_for(actor, under)
    rules.check_can_export(actor, top, at=at)
    rows = _rows(top)
    return write_csv(HEADINGS, rows) if kind == "csv" else write_xlsx(HEADINGS, rows, sheet="Đơn vị")


def _rows(top: Placement) -> Iterator[tuple[Any, ...]]:
    places = Placement.objects.filter(tree_id=top.tree_id).within(top.path).order_by("path", "pk")
    yield from places.values_list(
        "code", "name", "kind__name", "parent__code", "households", "unit__public_code"
    )  # fmt: skip
