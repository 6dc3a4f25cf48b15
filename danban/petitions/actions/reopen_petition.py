"""Reopen: what was confirmed came back, or was not done after all."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.petitions import rules
from danban.petitions.actions.dispute_petition import ask_again
from danban.petitions.actions.locks import lock_petition
from danban.petitions.models import Petition


@transaction.atomic
def reopen_petition(petition_id: int, *, reason: str, actor: Actor, at: datetime) -> Petition:
    """Back to the body that answered; its days count anew.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason).
    """
    petition = lock_petition(petition_id)
    rules.check_can_reopen(actor, petition, reason=reason, at=at)
    ask_again(petition, "reopen", reason, actor, at)
    return petition
