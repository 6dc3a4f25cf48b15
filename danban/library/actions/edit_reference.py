"""Edit a reference: what was not known when it was entered, its end of force, what took its place."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.library import rules
from danban.library.actions.locks import lock_reference, lock_shelf
from danban.library.actions.writing import REFERENCE_FIELDS, fill, save
from danban.library.models import Reference
from danban.library.rules import ReferenceSheet

_KEPT = ("symbol", "issued_on", "in_force_from", "in_force_until", "replaced_by_id", "is_party")


@transaction.atomic
def edit_reference(reference_id: int, *, sheet: ReferenceSheet, actor: Actor, at: datetime) -> Reference:
    """Put the sheet in the place of what stood there; nothing is written where nothing differs.

    Raises ``NotFound``, ``NotYours`` or ``BadInput`` (also where two would replace each other).
    """
    shelf = lock_shelf() if sheet.replaced_by_id is not None else {}
    reference = shelf.get(reference_id) or lock_reference(reference_id)
    rules.check_can_enter(actor, at=at)
    rules.check_reference(sheet, at=at)
    rules.check_is_new(sheet, but=reference.pk)
    nexts = {one.pk: one.replaced_by_id for one in shelf.values()}
    rules.check_no_circle(reference.pk, sheet.replaced_by_id, nexts)
    before = {name: getattr(reference, name) for name in (*REFERENCE_FIELDS, "replaced_by_id") if name != "replaced_by"}
    fill(reference, sheet, shelf[sheet.replaced_by_id] if sheet.replaced_by_id is not None else None)
    changed = [name for name, old in before.items() if getattr(reference, name) != old]
    if not changed:
        return reference
    save(reference, sheet, is_new=False)
    changes = {name: [before[name], getattr(reference, name)] for name in changed if name in _KEPT}
    record(
        actor=actor, event="reference.edited", subject="reference", subject_id=reference.pk, at=at,
        unit_id=actor.unit_id, changes=changes,
    )  # fmt: skip
    return reference
