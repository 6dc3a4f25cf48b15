"""What leaves the room: the table of people that can be brought in again, and the written reference."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from danban.accounts import rules
from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES, name_of
from danban.accounts.texts import HEADINGS
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.tables import write_csv, write_xlsx
from danban.units.models import Placement
from danban.units.queries import tree_in_force

Format = Literal["xlsx", "csv"]
MEDIA_TYPES: dict[Format, str] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def export_people(actor: Actor, *, at: datetime, kind: Format = "xlsx") -> bytes:
    """People and offices that are not over in the units whose offices are the actor's to give, by unit and name.

    Deputies are left out: they are named, not brought in. Two queries. Raises ``NotYours``.
    """
    rules.check_can_export_people(actor, at=at)
    rows = _rows(actor, at)
    return write_csv(HEADINGS, rows) if kind == "csv" else write_xlsx(HEADINGS, rows, sheet="Người và vị trí")


def people_template(actor: Actor, *, at: datetime) -> bytes:
    """An empty table with the headings alone, to be filled in. Raises ``NotYours``."""
    rules.check_can_import_people(actor, at=at)
    return write_xlsx(HEADINGS, [], sheet="Người và vị trí")


def _rows(actor: Actor, at: datetime) -> Iterator[tuple[Any, ...]]:
    tree = tree_in_force(clock.day_of(at))
    standing = Placement.objects.filter(tree=tree) if actor.is_machine else Placement.objects.visible_to(actor)
    places = {
        place.unit_id: place
        for place in standing.filter(tree=tree).order_by("path", "pk")
        if rules.is_below(actor, place)
    }
    offices = Appointment.objects.visible_to(actor).overlapping(clock.day_of(at), None)
    offices = offices.filter(stands_in_for__isnull=True).select_related("account", "body")
    found = [office for office in offices.order_by("account__sort_key", "pk") if office.unit_id in places]
    for office in sorted(found, key=lambda one: places[one.unit_id].path):
        yield (
            office.account.full_name, office.account.email, office.account.phone, name_of(office.role),
            places[office.unit_id].code, office.body.name if office.body else "", office.title, office.starts_on,
            office.ends_on,
        )  # fmt: skip


def permissions_table() -> str:
    """A Markdown table: one line per role, one column per permission, ``●`` where the role has it."""
    permissions = sorted({permission for role in ROLES.values() for permission in role.permissions})
    head = ["Vai trò", "Cấp", *(f"`{permission}`" for permission in permissions)]
    lines = [head, ["---"] * len(head)]
    for role in ROLES.values():
        marks = ["●" if permission in role.permissions else "" for permission in permissions]
        lines.append([f"{role.name} (`{role.code}`)", f"`{role.level}`", *marks])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
