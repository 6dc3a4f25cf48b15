"""Turn a complaint or denunciation to its own procedure, with the words for it."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION


@transaction.atomic
def turn_away_petition(petition_id: int, *, procedure: str, reason: str, actor: Actor, at: datetime) -> Petition:
    """``procedure`` is "complaint" or "denunciation"; those who made it are told where to go.

    Its public text is emptied. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    petition = lock_petition(petition_id)
    rules.check_can_turn_away(actor, petition, procedure=procedure, reason=reason, at=at)
    petition.status, petition.public_text = PETITION.target("turn_away", petition.status), ""
    petition.group = None
    petition.save(update_fields=["status", "public_text", "group"])
    tell_step(write_step(petition, "turn_away", f"{rules.TURNING[procedure]}\n{reason}", actor, at))
    return petition
