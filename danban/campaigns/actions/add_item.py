"""Add a line to a draft by hand."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.correct_item import level_of
from danban.campaigns.actions.locks import lock_draft
from danban.campaigns.models import DraftItem
from danban.campaigns.queries.ground import shape_of, surroundings_of
from danban.campaigns.rules.proposals import TYPES, checked_values, to_json
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput


@transaction.atomic
def add_item(
    draft_id: int,
    *,
    kind: str,
    values: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    level_code: str | None = None,
    section: str = "",
) -> DraftItem:
    """Add one line at the end of its kind; an assignment without a level is the top level's.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    draft = lock_draft(draft_id)
    rules.check_can_add(actor, draft, at=at)
    if kind not in TYPES:
        raise BadInput("Hãy chọn loại dòng muốn thêm.", {"kind": "Loại dòng này không có."})
    if kind == ItemKind.ASSIGNMENT and level_code is None:
        level_code = shape_of(draft.tree.scheme).top
    around = surroundings_of(draft, kind)
    checked = checked_values(kind, values, level=level_code or None, section=section, around=around)
    last = draft.items.filter(kind=kind).aggregate(last=Max("position"))["last"]
    item = DraftItem.objects.create(
        draft=draft,
        kind=kind,
        state=ItemState.ADDED,
        level=level_of(draft, level_code or None),
        values=to_json(checked),
        section=section,
        position=0 if last is None else last + 1,
    )
    record(
        actor=actor,
        event="item.added",
        subject="draft_item",
        subject_id=item.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"draft": draft.pk, "kind": kind, "level": level_code or ""},
    )
    return item
