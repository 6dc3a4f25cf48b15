"""Bring in a shelf of references at once, each with what replaces it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.library import rules
from danban.library.actions.locks import lock_shelf
from danban.library.actions.writing import unsaved_reference
from danban.library.models import Reference
from danban.library.rules import ReferenceSheet, symbol_key


@dataclass(frozen=True)
class ReferenceRow:
    """One reference; ``replaced_by`` is the symbol of what took its place, in these rows or in the library."""

    sheet: ReferenceSheet
    replaced_by: str = ""


@transaction.atomic
def load_references(rows: Sequence[ReferenceRow], *, actor: Actor, at: datetime) -> int:
    """Write them with one diary entry, all or none; returns how many.

    Raises ``NotYours``, or ``BadInput`` naming the first row that is none: no title, known already, replaced by
    a paper nobody knows or, in a circle, by itself.
    """
    rules.check_can_load(actor, at=at)
    shelf = lock_shelf()
    by_symbol = {symbol_key(one.symbol): one for one in shelf.values() if one.symbol}
    for row in _latest_first(rows, set(by_symbol)):
        replacing = by_symbol[symbol_key(row.replaced_by)] if row.replaced_by else None
        sheet = replace(row.sheet, replaced_by_id=replacing.pk if replacing else None)
        rules.check_reference(sheet, at=at)
        rules.check_is_new(sheet)
        reference: Reference = unsaved_reference(sheet, replacing, at)
        reference.save(force_insert=True)
        by_symbol[symbol_key(reference.symbol)] = reference
    record(
        actor=actor, event="references.loaded", subject="reference", subject_id=None, at=at, unit_id=actor.unit_id,
        changes={"rows": len(rows)},
    )  # fmt: skip
    return len(rows)


def _latest_first(rows: Sequence[ReferenceRow], known: set[str]) -> list[ReferenceRow]:
    """The rows in an order in which whatever replaces one stands before it."""
    ordered: list[ReferenceRow] = []
    waiting = list(rows)
    while waiting:
        ready = [row for row in waiting if not row.replaced_by or symbol_key(row.replaced_by) in known]
        if not ready:
            first = waiting[0]
            raise BadInput(f"Văn bản {first.sheet.symbol}: không tìm thấy văn bản thay thế {first.replaced_by}.")
        ordered += ready
        known |= {symbol_key(row.sheet.symbol) for row in ready}
        waiting = [row for row in waiting if row not in ready]
    return ordered
