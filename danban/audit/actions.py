"""Write the diary and seal it. Writers never queue on the chain: sealing is a job of its own."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from danban.audit import queries, rules
from danban.audit.models import Entry, Seal
from danban.audit.rules import GENESIS, chain_link
from danban.kit.actor import Actor

_BATCH = 2_000


def record(
    *,
    actor: Actor,
    event: str,
    subject: str,
    subject_id: int | None,
    at: datetime,
    unit_id: int | None = None,
    changes: Mapping[str, Any] | None = None,
) -> Entry:
    """Add one entry, in the caller's transaction. ``changes`` holds ids and non-personal values only."""
    plain = json.loads(json.dumps(changes or {}, default=str, ensure_ascii=False))
    facts = {
        "at": at.isoformat(),
        "user": actor.user_id,
        "appointment": actor.appointment_id,
        "role": actor.role,
        "event": event,
        "subject": subject,
        "subject_id": subject_id,
        "unit": unit_id,
        "changes": plain,
    }
    return Entry.objects.create(
        at=at,
        user_id=actor.user_id,
        appointment_id=actor.appointment_id,
        role=actor.role,
        event=event,
        subject=subject,
        subject_id=subject_id,
        unit_id=unit_id,
        changes=plain,
        canonical=json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
    )


@transaction.atomic
def seal_diary(*, at: datetime) -> int:
    """Seal every entry that has no seal yet, in order of id; returns how many were sealed."""
    last = Seal.objects.select_for_update(of=("self",)).order_by("-pk").first()
    previous = last.link if last else GENESIS
    count = 0
    unsealed = Entry.objects.filter(seal__isnull=True).order_by("pk").only("pk", "canonical")
    seals = []
    for entry in unsealed.iterator(chunk_size=_BATCH):
        link = chain_link(previous, entry.canonical)
        seals.append(Seal(entry_id=entry.pk, previous=previous, link=link, sealed_at=at))
        previous = link
        count += 1
    Seal.objects.bulk_create(seals, batch_size=_BATCH)
    return count


@transaction.atomic
def verify_diary(*, actor: Actor, at: datetime) -> queries.Verdict:
    """Check the whole chain and write down in the diary what was found. Raises ``NotYours``."""
    rules.check_can_verify(actor, at=at)
    verdict = queries.verify_diary()
    found = {"checked": verdict.checked, "unsealed": verdict.unsealed, "broken_entry": verdict.broken_entry}
    record(actor=actor, event="diary.verified", subject="diary", subject_id=None, at=at, changes=found)
    return verdict
