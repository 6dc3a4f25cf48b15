"""Confirm: those who asked say that the answer stands, and how content they are."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION, Satisfaction


@transaction.atomic
def confirm_petition(
    petition_id: int, *, satisfaction: int | None = None, words: str = "", actor: Actor, at: datetime
) -> Petition:  # fmt: skip
    """It counts as read back from now at the latest. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_confirm(actor, petition, at=at)
    if satisfaction is not None and satisfaction not in Satisfaction.values:
        raise BadInput("Hãy chọn mức hài lòng.", {"satisfaction": "Hãy chọn một mức."})
    petition.status, petition.confirmed_at = PETITION.target("confirm", petition.status), at
    petition.satisfaction, petition.read_back_at = satisfaction, petition.read_back_at or at
    petition.save(update_fields=["status", "confirmed_at", "satisfaction", "read_back_at"])
    tell_step(write_step(petition, "confirm", words, actor, at))
    return petition
