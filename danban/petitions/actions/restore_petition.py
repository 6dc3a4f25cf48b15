"""Restore: what was turned away was a petition after all."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.return_petition import lay_on_desk
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition


@transaction.atomic
def restore_petition(petition_id: int, *, reason: str, actor: Actor, at: datetime) -> Petition:
    """To be sorted again. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_restore(actor, petition, reason=reason, at=at)
    lay_on_desk(petition, "restore", on=day_of(at))
    write_step(petition, "restore", reason, actor, at)
    return petition
