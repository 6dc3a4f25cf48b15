"""Come in by a card: the device it was bound to, and the PIN. Five wrong PINs in a row lock it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from danban.accounts import rules
from danban.accounts.actions.locks import lock_card
from danban.accounts.models import SignInCard
from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.tokens import hash_of


@dataclass(frozen=True)
class CardTry:
    """What a try at a card came to: ``is_right``, or how many tries are left; with none left the card is locked."""

    card: SignInCard
    is_right: bool
    left: int


@transaction.atomic
def enter_by_card(card_id: int, *, device: str, pin: str, actor: Actor, at: datetime) -> CardTry:
    """Look at device and PIN. A wrong PIN is an answer, not a refusal: it must be counted.

    ``actor`` is the card's holder; that they came in is noted where the session opens. Raises ``NotYours`` for
    another device or a locked account, ``NotNow`` for a card that is locked, revoked or of a post not held today.
    """
    card = lock_card(card_id)
    rules.check_can_enter_by_card(actor, card, at=at)
    rules.check_device(card, hash_of(device), at=at)
    if rules.is_pin(pin, card.pin_hash):
        card.wrong_pins, card.last_used_at = 0, at
        card.save(update_fields=["wrong_pins", "last_used_at"])
        return CardTry(card, is_right=True, left=rules.MOST_WRONG_PINS)
    card.wrong_pins += 1
    card.save(update_fields=["wrong_pins"])
    left = rules.MOST_WRONG_PINS - card.wrong_pins
    if left == 0:
        record(
            actor=actor, event="card.locked", subject="card", subject_id=card.pk, unit_id=card.appointment.unit_id,
            at=at, changes={"appointment": card.appointment_id, "wrong_pins": card.wrong_pins},
        )  # fmt: skip
    return CardTry(card, is_right=False, left=left)
