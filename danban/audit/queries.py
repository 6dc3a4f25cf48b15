"""Read the diary and check its chain."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from danban.audit.models import Entry, Seal
from danban.audit.rules import GENESIS, chain_link

VERIFIED = "diary.verified"


@dataclass(frozen=True)
class Verdict:
    """What checking the chain found: the first entry that does not fit, or None.

    ``last_link`` is the newest link that fits; written down elsewhere it shows later whether the end of the
    chain was cut off.
    """

    checked: int
    unsealed: int
    broken_entry: int | None
    last_link: str = GENESIS

    @property
    def holds(self) -> bool:
        """Whether every seal fits."""
        return self.broken_entry is None


def verify_diary() -> Verdict:
    """Recompute every link, and compare each stored column with the sealed text."""
    previous, checked = GENESIS, 0
    for seal in Seal.objects.select_related("entry").order_by("pk").iterator(chunk_size=2_000):
        checked += 1
        fits = seal.previous == previous and seal.link == chain_link(previous, seal.entry.canonical)
        if not fits or not _columns_fit(seal.entry):
            return Verdict(checked, 0, seal.entry_id, previous)
        previous = seal.link
    robbed = Seal.objects.exclude(entry_id__in=Entry.objects.values("pk")).order_by("pk").first()
    if robbed:
        return Verdict(checked, 0, robbed.entry_id, previous)
    return Verdict(checked, Entry.objects.filter(seal__isnull=True).count(), None, previous)


def _columns_fit(entry: Entry) -> bool:
    facts = json.loads(entry.canonical)
    return bool(
        datetime.fromisoformat(facts["at"]) == entry.at
        and facts["event"] == entry.event
        and facts["user"] == entry.user_id
        and facts["appointment"] == entry.appointment_id
        and facts["role"] == entry.role
        and facts["subject"] == entry.subject
        and facts["subject_id"] == entry.subject_id
        and facts["unit"] == entry.unit_id
        and facts["changes"] == entry.changes
    )


def last_verified() -> Entry | None:
    """The diary's own entry about the latest check of its chain, or None."""
    return Entry.objects.filter(event=VERIFIED).order_by("-pk").first()


def list_entries(*, event: str = "", unit_ids: QuerySet[Any, Any] | None = None) -> QuerySet[Entry]:
    """Entries with their seals, newest first; ``unit_ids`` None means every unit and those of none."""
    entries = Entry.objects.select_related("seal")
    if event:
        entries = entries.filter(event=event)
    if unit_ids is not None:
        entries = entries.filter(unit_id__in=unit_ids)
    return entries.order_by("-pk")


def list_entries_about(subject: str, subject_id: int, *, limit: int = 50) -> QuerySet[Entry]:
    """The latest entries about one thing, newest first."""
    return Entry.objects.filter(subject=subject, subject_id=subject_id).order_by("-pk")[:limit]
