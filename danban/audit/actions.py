"""Write the diary and seal it. Writers never queue on the chain: sealing is a job of its own."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from danban.audit import queries, rules
from danban.audit.models import Entry, Seal
from danban.audit.rules import GENESIS, chain_link
from danban.kit.actor import Actor
from danban.kit.database import insert_row

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
    entry = _entry(event, (subject, subject_id), unit_id, changes, actor=actor, at=at)
    entry.save(force_insert=True)
    return entry


def record_plainly(
    *, actor: Actor, event: str, subject: str, subject_id: int, at: datetime, unit_id: int | None,
    changes: Mapping[str, Any],
) -> None:  # fmt: skip
    """The same entry for what happens hundreds of times a second: written as a plain row, its id not asked for."""
    entry = _entry(event, (subject, subject_id), unit_id, changes, actor=actor, at=at)
    fields = [field for field in Entry._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    values = [field.get_db_prep_save(getattr(entry, field.attname), connection) for field in fields]
    insert_row(Entry._meta.db_table, [str(field.column) for field in fields], values)  # noqa: SLF001


def _entry(
    event: str, about: tuple[str, int | None], unit_id: int | None, changes: Mapping[str, Any] | None,
    *, actor: Actor, at: datetime,
) -> Entry:  # fmt: skip
    subject, subject_id = about
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
    return Entry(
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
