"""Unmerge: they were two voices after all."""

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
def unmerge_petition(petition_id: int, *, reason: str, actor: Actor, at: datetime) -> Petition:
    """To be sorted by itself again. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_unmerge(actor, petition, reason=reason, at=at)
    petition.merged_into = None
    lay_on_desk(petition, "unmerge", on=day_of(at))
    write_step(petition, "unmerge", reason, actor, at)
    return petition
