"""Acknowledge a petition: the body says that it has it and works on it."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION


@transaction.atomic
def acknowledge_petition(petition_id: int, *, actor: Actor, at: datetime) -> Petition:
    """The day for the answer stays. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    petition = lock_petition(petition_id)
    rules.check_can_acknowledge(actor, petition, at=at)
    petition.status = PETITION.target("acknowledge", petition.status)
    petition.save(update_fields=["status"])
    tell_step(write_step(petition, "acknowledge", "", actor, at))
    return petition
