"""Enter a legal basis or Party document."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.library import rules
from danban.library.actions.locks import lock_shelf
from danban.library.actions.writing import save, unsaved_reference
from danban.library.models import Reference
from danban.library.rules import ReferenceSheet


@transaction.atomic
def enter_reference(sheet: ReferenceSheet, *, actor: Actor, at: datetime) -> Reference:
    """Enter one; where another replaces it, its last day in force is the day before that one's first.

    Raises ``NotYours`` or ``BadInput`` (no title, days out of order, symbol and day there already).
    """
    rules.check_can_enter(actor, at=at)
    rules.check_reference(sheet, at=at)
    rules.check_is_new(sheet)
    shelf = lock_shelf() if sheet.replaced_by_id is not None else {}
    rules.check_no_circle(None, sheet.replaced_by_id, {one.pk: one.replaced_by_id for one in shelf.values()})
    replacing = shelf[sheet.replaced_by_id] if sheet.replaced_by_id is not None else None
    reference = save(unsaved_reference(sheet, replacing, at), sheet, is_new=True)
    record(
        actor=actor, event="reference.entered", subject="reference", subject_id=reference.pk, at=at,
        unit_id=actor.unit_id, changes={"symbol": reference.symbol, "replaced_by": sheet.replaced_by_id},
    )  # fmt: skip
    return reference
