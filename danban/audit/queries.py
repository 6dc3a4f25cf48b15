"""Read the diary and check its chain."""

import json
from dataclasses import dataclass

from django.db.models import QuerySet

from danban.audit.models import Entry, Seal
from danban.audit.rules import GENESIS, chain_link


@dataclass(frozen=True)
class Verdict:
    """What checking the chain found: the first entry that does not fit, or None."""

    checked: int
    unsealed: int
    broken_entry: int | None

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
            return Verdict(checked, 0, seal.entry_id)
        previous = seal.link
    return Verdict(checked, Entry.objects.filter(seal__isnull=True).count(), None)


def _columns_fit(entry: Entry) -> bool:
    facts = json.loads(entry.canonical)
    return bool(
        facts["event"] == entry.event
        and facts["user"] == entry.user_id
        and facts["appointment"] == entry.appointment_id
        and facts["subject"] == entry.subject
        and facts["subject_id"] == entry.subject_id
        and facts["changes"] == entry.changes
    )


def list_entries_about(subject: str, subject_id: int, *, limit: int = 50) -> QuerySet[Entry]:
    """The latest entries about one thing, newest first."""
    return Entry.objects.filter(subject=subject, subject_id=subject_id).order_by("-pk")[:limit]
