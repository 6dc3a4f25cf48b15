"""Take a sign-in card back: it opens nothing any more, and whoever is in by it is out at the next click."""

from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_card
from danban.accounts.models import SignInCard
from danban.audit.actions import record
from danban.kit.actor import Actor

_REASON = 200


@transaction.atomic
def revoke_card(card_id: int, *, reason: str = "", actor: Actor, at: datetime) -> SignInCard:
    """Take a card back for good. Raises ``NotFound`` outside the actor's area, ``NotYours``, ``NotNow``."""
    card = lock_card(card_id)
    rules.check_can_see(actor, card.appointment, at=at)
    rules.check_can_revoke_card(actor, card, at=at)
    card.revoked_at, card.revoked_because = at, reason.strip()[:_REASON]
    card.save(update_fields=["revoked_at", "revoked_because"])
    record(
        actor=actor, event="card.revoked", subject="card", subject_id=card.pk, unit_id=card.appointment.unit_id, at=at,
        changes={"appointment": card.appointment_id, "was_bound": card.bound_at is not None},
    )  # fmt: skip
    return card
