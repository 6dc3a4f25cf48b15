"""The first use of a card: its holder chooses a PIN, and the device in hand becomes the card's."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_card
from danban.accounts.models import SignInCard
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.tokens import hash_of, new_secret


@dataclass(frozen=True)
class OpenedCard:
    """A card with its device bound; ``device`` is the secret the device keeps, shown now and never again."""

    card: SignInCard
    device: str


@transaction.atomic
def open_card(card_id: int, *, pin: str, actor: Actor, at: datetime) -> OpenedCard:
    """Bind a card to the device in hand. The door has seen the card's secret; ``actor`` is its holder.

    Raises ``NotYours`` for a card bound already or a locked account, ``NotNow`` for one that is revoked, too late
    or of a post not held today, ``BadInput`` on ``pin``.
    """
    card = lock_card(card_id)
    rules.check_can_open_card(actor, card, at=at)
    device = new_secret()
    card.pin_hash, card.device_hash = rules.hash_pin(rules.checked_pin(pin)), hash_of(device)
    card.bound_at = card.last_used_at = at
    card.save(update_fields=["pin_hash", "device_hash", "bound_at", "last_used_at"])
    record(
        actor=actor, event="card.opened", subject="card", subject_id=card.pk, unit_id=card.appointment.unit_id, at=at,
        changes={"appointment": card.appointment_id},
    )  # fmt: skip
    return OpenedCard(card, device)
