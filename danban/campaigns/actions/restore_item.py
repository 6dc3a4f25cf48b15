"""Bring a line of a draft back: a dropped one as it stood, a corrected one as it was first read."""

from datetime import datetime
from typing import Any

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.correct_item import level_of
from danban.campaigns.actions.locks import lock_item
from danban.campaigns.models import DraftItem
from danban.campaigns.queries.ground import surroundings_of
from danban.campaigns.rules.proposals import checked_values
from danban.campaigns.states import DRAFT_ITEM, DraftPurpose, ItemKind, ItemState
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow


@transaction.atomic
def restore_item(item_id: int, *, actor: Actor, at: datetime) -> DraftItem:
    """Undo a drop or a correction; nothing a reviewer typed is lost by dropping and restoring.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (nothing to restore) or ``BadInput`` (its code is taken).
    """
    item = lock_item(item_id)
    rules.check_can_restore(actor, item.draft, at=at)
    DRAFT_ITEM.target("restore", item.state)
    before = item.state
    if before == ItemState.CORRECTED:
        _put_back(item)
    level = item.level.code if item.level else None
    around = surroundings_of(item.draft, item.kind, but=item.pk)
    checked_values(item.kind, item.values, level=level, section=item.section, around=around)
    item.state = _origin(item) if _is_as_first(item) else ItemState.CORRECTED
    item.save(update_fields=["values", "level", "state"])
    record(
        actor=actor,
        event="item.restored",
        subject="draft_item",
        subject_id=item.pk,
        at=at,
        unit_id=item.draft.unit_id,
        changes={"draft": item.draft_id, "kind": item.kind, "state": [before, item.state]},
    )
    return item


def _put_back(item: DraftItem) -> None:
    if not item.original:
        raise NotNow("Dòng này do thêm tay nên không có bản gốc để khôi phục. Hãy chỉnh lại hoặc bỏ dòng.")
    item.values = _original_values(item)
    item.level = level_of(item.draft, item.original.get("level"))


def _original_values(item: DraftItem) -> dict[str, Any]:
    return {name: value for name, value in item.original.items() if name != "level"}


def _is_as_first(item: DraftItem) -> bool:
    if not item.original:
        return True
    level = item.level.code if item.level else None
    return bool(item.values == _original_values(item) and level == item.original.get("level"))


def _origin(item: DraftItem) -> ItemState:
    """Where a line came from: added by hand, said by the plan, or proposed from it."""
    if not item.original:
        return ItemState.ADDED
    is_ours = item.kind == ItemKind.DUTY or item.draft.purpose == DraftPurpose.CLONE
    if is_ours or item.original.get("set_by_office") or (item.start is None and item.kind != ItemKind.MAILBOX):
        return ItemState.PROPOSED
    return ItemState.READ
