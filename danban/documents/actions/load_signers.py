"""Name the people who sign for many bodies at once: a demonstration, or the list of a city."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.models import Signer
from danban.documents.states import Power
from danban.kit.actor import Actor


@dataclass(frozen=True)
class SignerRow:
    """One person who signs for a body, as ``name_signer`` takes it."""

    body_id: int
    full_name: str
    position: str
    starts_on: date
    power: str = Power.FOR_BODY
    head_position: str = ""
    account_id: int | None = None
    rank: int = 0


@transaction.atomic
def load_signers(rows: Iterable[SignerRow], *, actor: Actor, at: datetime) -> int:
    """Name signers in bulk, with one diary entry; returns how many. Raises ``NotYours`` (not a machine) or
    ``BadInput`` (words that would not stand on paper)."""
    rules.check_can_load(actor, at=at)
    signers = []
    for row in rows:
        rules.check_signer_words(row.full_name, row.position, row.power, row.head_position)
        signers.append(Signer(**vars(row)))
    Signer.objects.bulk_create(signers, batch_size=500)
    changes = {"signers": len(signers)}
    record(actor=actor, event="signers.loaded", subject="signer", subject_id=None, at=at, changes=changes)
    return len(signers)
