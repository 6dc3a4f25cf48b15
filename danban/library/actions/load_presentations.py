"""Bring in presentations in bulk: those of a demonstration, or a list kept on paper so far."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.database import insert_rows, plain_moment
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import squeeze
from danban.library import rules
from danban.library.models import OutlineVersion, Presentation
from danban.library.rules import PresentationSheet
from danban.units.models import Placement, Tree

_COLUMNS = ("version_id", "placement_id", "on", "occasion", "attended", "recorded_at", "appointment_id")


@dataclass(frozen=True)
class PresentationRow:
    """One presentation of a version."""

    version_id: int
    sheet: PresentationSheet


@transaction.atomic
def load_presentations(tree_id: int, rows: Iterable[PresentationRow], *, actor: Actor, at: datetime) -> int:
    """Write presentations in a tree's units with one diary entry, all or none; returns how many.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` for the first row that cannot be true or stands
    there already.
    """
    tree = Tree.objects.select_for_update(of=("self",)).filter(pk=tree_id).first()
    if tree is None:
        raise NotFound
    rules.check_can_load_presentations(actor, at=at)
    wanted = list(rows)
    versions = OutlineVersion.objects.defer("text", "folded").in_bulk({row.version_id for row in wanted})
    places = {place.pk: place for place in Placement.objects.filter(tree=tree).only("name", "tree").order_by("pk")}
    keys = Presentation.objects.filter(placement__tree=tree, version_id__in=versions).order_by("pk")
    taken = set(keys.values_list("version_id", "placement_id", "on", "occasion"))
    values, written_at = [], plain_moment(at)
    for row in wanted:
        sheet, version, place = row.sheet, versions.get(row.version_id), places.get(row.sheet.placement_id)
        if version is None or place is None:
            raise BadInput("Có dòng nhắc tới một đơn vị hay một bản đề cương không có nên không nạp dòng nào.")
        place.tree = tree
        rules.check_facts(sheet, version, place, at=at)
        key = (version.pk, place.pk, sheet.on, squeeze(sheet.occasion))
        if key in taken:
            raise BadInput(f"Có lần trình bày của {place.name} đã ghi rồi nên không nạp dòng nào.")
        taken.add(key)
        values.append((*key, sheet.attended, written_at, None))
    insert_rows(Presentation._meta.db_table, _COLUMNS, values)  # noqa: SLF001  Django's public Model._meta
    record(
        actor=actor, event="presentations.loaded", subject="tree", subject_id=tree.pk, at=at, unit_id=actor.unit_id,
        changes={"rows": len(values)},
    )  # fmt: skip
    return len(values)
