"""Throw a draft away: it stays in the list as discarded and can no longer be launched."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_draft
from danban.campaigns.models import Draft
from danban.campaigns.states import DRAFT
from danban.kit.actor import Actor


@transaction.atomic
def discard_draft(draft_id: int, *, actor: Actor, at: datetime) -> Draft:
    """Discard a draft under review. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    draft = lock_draft(draft_id)
    rules.check_can_discard(actor, draft, at=at)
    before = draft.status
    draft.status = DRAFT.target("discard", draft.status)
    draft.save(update_fields=["status"])
    record(
        actor=actor,
        event="draft.discarded",
        subject="draft",
        subject_id=draft.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"status": [before, draft.status]},
    )
    return draft
