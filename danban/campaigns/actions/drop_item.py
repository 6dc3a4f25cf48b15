"""Drop a line of a draft: it stays visible and is not launched."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_item
from danban.campaigns.models import DraftItem
from danban.campaigns.states import DRAFT_ITEM
from danban.kit.actor import Actor


@transaction.atomic
def drop_item(item_id: int, *, actor: Actor, at: datetime) -> DraftItem:
    """Take a line out of the year. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (dropped already)."""
    item = lock_item(item_id)
    rules.check_can_drop(actor, item.draft, at=at)
    before = item.state
    item.state = DRAFT_ITEM.target("drop", item.state)
    item.save(update_fields=["state"])
    record(
        actor=actor,
        event="item.dropped",
        subject="draft_item",
        subject_id=item.pk,
        at=at,
        unit_id=item.draft.unit_id,
        changes={"draft": item.draft_id, "kind": item.kind, "state": [before, item.state]},
    )
    return item
