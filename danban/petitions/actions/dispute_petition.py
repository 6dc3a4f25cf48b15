"""Dispute an answer: those who asked do not accept it, and it goes back to the body that gave it."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.petitions import rules
from danban.petitions.actions.deadlines import CLOCK_COLUMNS, start_clock
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION, Satisfaction


@transaction.atomic
def dispute_petition(petition_id: int, *, reason: str, actor: Actor, at: datetime) -> Petition:
    """The answer stays on record as disputed; the clock counts anew.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason).
    """
    petition = lock_petition(petition_id)
    rules.check_can_dispute(actor, petition, reason=reason, at=at)
    ask_again(petition, "dispute", reason, actor, at)
    return petition


def ask_again(petition: Petition, verb: str, reason: str, actor: Actor, at: datetime) -> None:
    """Send a locked petition back to the body that answered it; its last answer is marked disputed."""
    last = petition.answers.order_by("-pk").first()
    if last is not None:
        last.disputed_at = at
        last.save(update_fields=["disputed_at"])
    petition.status = PETITION.target(verb, petition.status)
    petition.answered_at = petition.confirmed_at = petition.read_back_at = None
    petition.satisfaction = Satisfaction.UNSATISFIED
    start_clock(petition, on=day_of(at))
    petition.save(
        update_fields=["status", "answered_at", "confirmed_at", "read_back_at", "satisfaction", *CLOCK_COLUMNS]
    )
    tell_step(write_step(petition, verb, reason, actor, at))
