"""Who holds the posts of units and bodies on a day, and who sits above them: whom to tell, ask or remind."""

from collections.abc import Collection, Mapping
from datetime import date

from danban.accounts.models import Appointment
from danban.accounts.roles import ROLES
from danban.kit import paths
from danban.units.models import Placement
from danban.units.queries import tree_in_force

_CHUNK = 500  # ids in one statement
_OVER_OTHERS = frozenset(code for code, role in ROLES.items() if "reminder:send" in role.permissions)


def holders_of(
    *,
    unit_ids: Collection[int] | None = None,
    body_ids: Collection[int] | None = None,
    roles: Collection[str] | None = None,
    on: date,
) -> list[Appointment]:
    """The offices held on a day in these units, or in these bodies, deputies' offices too, by id.

    Each comes with its account; people locked out are left out. ``roles`` narrows to some roles. Naming
    both units and bodies finds the offices of either; naming neither finds nobody.
    """
    found: dict[int, Appointment] = {}
    for field, ids in (("unit_id", sorted(set(unit_ids or ()))), ("body_id", sorted(set(body_ids or ())))):
        for start in range(0, len(ids), _CHUNK):
            held = Appointment.objects.held_on(on).filter(account__is_active=True)
            held = held.filter(**{f"{field}__in": ids[start : start + _CHUNK]})
            held = held if roles is None else held.filter(role__in=sorted(roles))
            found |= {office.pk: office for office in held.select_related("account").order_by("pk")}
    return [found[pk] for pk in sorted(found)]


def superiors_of(unit_ids: Collection[int], *, on: date) -> Mapping[int, list[Appointment]]:
    """For each unit, the offices over others held right above it; where nobody sits there, the next above.

    In the edition in force on the day. The root, and a unit outside the edition, have nobody above them.
    """
    tree = tree_in_force(on)
    stands: dict[int, str] = {}
    wanted = sorted(set(unit_ids))
    for start in range(0, len(wanted), _CHUNK):
        rows = Placement.objects.filter(tree=tree, unit_id__in=wanted[start : start + _CHUNK]).order_by("pk")
        stands |= dict(rows.values_list("unit_id", "path"))
    chains = {unit: [paths.ancestor(path, d) for d in range(paths.depth(path))][::-1] for unit, path in stands.items()}
    held = _leaders_at(tree.pk, {path for chain in chains.values() for path in chain}, on)
    return {
        unit: next((held[path] for path in chains.get(unit, []) if path in held), []) for unit in sorted(set(unit_ids))
    }


def _leaders_at(tree_id: int, above: Collection[str], on: date) -> dict[str, list[Appointment]]:
    """Offices over others by the path of their unit; units without any are left out."""
    ordered = sorted(above)
    units: dict[int, str] = {}
    for start in range(0, len(ordered), _CHUNK):
        rows = Placement.objects.filter(tree_id=tree_id, path__in=ordered[start : start + _CHUNK]).order_by("pk")
        units |= dict(rows.values_list("unit_id", "path"))
    held: dict[str, list[Appointment]] = {}
    for office in holders_of(unit_ids=units, roles=_OVER_OTHERS, on=on):
        held.setdefault(units[office.unit_id], []).append(office)
    return held
