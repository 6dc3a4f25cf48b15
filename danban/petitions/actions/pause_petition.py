"""Pause: the clock stops for a reason those who asked can read."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import nfc
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Pause, Petition


@transaction.atomic
def pause_petition(petition_id: int, *, reason: str, actor: Actor, at: datetime) -> Petition:
    """From today no day counts until it is resumed. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_pause(actor, petition, reason=reason, at=at)
    Pause.objects.create(petition=petition, starts_on=day_of(at), reason=nfc(reason).strip())
    petition.waiting_since = day_of(at)
    petition.save(update_fields=["waiting_since"])
    tell_step(write_step(petition, "pause", reason, actor, at))
    return petition
