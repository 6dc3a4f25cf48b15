"""Write a reference or the words of a version that have been checked: what several verbs share."""

from datetime import datetime

from django.db import IntegrityError, transaction

from danban.kit.vietnamese import fold, nfc, squeeze
from danban.library import rules
from danban.library.models import OutlineVersion, Reference
from danban.library.rules import ReferenceSheet, Words

REFERENCE_FIELDS = (
    "kind_name", "symbol", "title", "issuer", "issued_on", "in_force_from", "in_force_until", "replaced_by", "is_party",
    "note", "folded",
)  # fmt: skip


def fill(reference: Reference, sheet: ReferenceSheet, replacing: Reference | None) -> Reference:
    """Put a sheet into a row, not saved; the last day in force follows from what replaces it, where it does."""
    reference.kind_name, reference.symbol = squeeze(sheet.kind_name), squeeze(sheet.symbol)
    reference.title, reference.issuer = squeeze(sheet.title), squeeze(sheet.issuer)
    reference.issued_on, reference.in_force_from = sheet.issued_on, sheet.in_force_from
    reference.in_force_until = rules.end_of_force(sheet, replacing)
    reference.replaced_by, reference.is_party = replacing, sheet.is_party
    reference.note = nfc(sheet.note).strip()
    reference.folded = fold(f"{sheet.symbol} {sheet.kind_name} {sheet.title} {sheet.issuer}")
    return reference


def unsaved_reference(sheet: ReferenceSheet, replacing: Reference | None, at: datetime) -> Reference:
    """A new row of a sheet, not written yet."""
    return fill(Reference(entered_at=at), sheet, replacing)


def save(reference: Reference, sheet: ReferenceSheet, *, is_new: bool) -> Reference:
    """Write a new or changed row; raises ``BadInput`` where somebody entered the same paper a moment ago."""
    try:
        with transaction.atomic():
            if is_new:
                reference.save(force_insert=True)
            else:
                reference.save(update_fields=REFERENCE_FIELDS)
    except IntegrityError:
        rules.check_is_new(sheet, but=reference.pk)
        raise
    return reference


def put_words(version: OutlineVersion, words: Words, title: str) -> OutlineVersion:
    """Put words into a version, not saved: line ends made one kind, search text of title and words."""
    version.text = nfc(words.text).replace("\r\n", "\n").replace("\r", "\n").strip()
    version.minutes, version.change_note = words.minutes, nfc(words.change_note).strip()
    version.folded = fold(f"{title} {version.text}")
    return version
