"""Correct a line of a draft."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_item
from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.queries.ground import surroundings_of
from danban.campaigns.rules.dating import explain_correction
from danban.campaigns.rules.proposals import checked_values, from_json, to_json
from danban.campaigns.states import DRAFT_ITEM
from danban.kit.actor import Actor
from danban.units.models import Level


@transaction.atomic
def correct_item(
    item_id: int,
    *,
    values: Mapping[str, Any],
    actor: Actor,
    at: datetime,
    level_code: str | None = None,
    section: str | None = None,
) -> DraftItem:
    """Change some fields of a line; what is not in ``values`` stays, and so do level and section if None.

    ``level_code=""`` takes the level away. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``
    with a sentence for each field.
    """
    item = lock_item(item_id)
    rules.check_can_correct(actor, item.draft, at=at)
    state = DRAFT_ITEM.target("correct", item.state)
    kept_level = item.level.code if item.level else ""
    level = (kept_level if level_code is None else level_code) or None
    place = item.section if section is None else section
    around = surroundings_of(item.draft, item.kind, but=item.pk)
    wanted = checked_values(item.kind, {**item.values, **values}, level=level, section=place, around=around)
    new = to_json(explain_correction(from_json(item.kind, item.values), wanted, item.original))
    changed = sorted(name for name in new if new[name] != item.values.get(name))
    if not changed and level == (kept_level or None) and place == item.section:
        return item
    item.values, item.section, item.state = new, place, state
    item.level = level_of(item.draft, level)
    item.save(update_fields=["values", "section", "state", "level"])
    record(
        actor=actor,
        event="item.corrected",
        subject="draft_item",
        subject_id=item.pk,
        at=at,
        unit_id=item.draft.unit_id,
        changes={"draft": item.draft_id, "kind": item.kind, "fields": changed, "level": [kept_level, level or ""]},
    )
    return item


def level_of(draft: Draft, code: str | None) -> Level | None:
    """The level of a code in the draft's scheme."""
    return Level.objects.get(scheme_id=draft.tree.scheme_id, code=code) if code else None
