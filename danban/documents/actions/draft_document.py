"""Draft a paper of the own unit."""

from datetime import datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.steps import record_step
from danban.documents.models import Document
from danban.documents.queries.sheets import bodies_of, signers_in
from danban.documents.states import DocumentStatus
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold, squeeze
from danban.units.models import Unit

TAKEN_IN = [
    "body",
    "second_body",
    "profile",
    "kind",
    "series",
    "symbol_pattern",
    "subject",
    "folded",
    "sheet",
    "is_public",
]
"""The columns a sheet fills."""


@transaction.atomic
def draft_document(sheet: rules.Sheet, *, actor: Actor, at: datetime) -> Document:
    """Keep what was typed as a draft; words may still be missing.

    The same sheet drafted again by the same office while it is a draft (a second click) gives the draft that is
    there. Raises ``NotYours`` or ``BadInput`` naming the bad fields.
    """
    rules.check_can_draft(actor, sheet, bodies_of(sheet), signers_in(sheet), at=at)
    Unit.objects.select_for_update(of=("self",)).get(pk=actor.unit_id or 0)  # a unit begins one draft at a time
    mine = Document.objects.filter(drafted_by_id=actor.appointment_id, status=DocumentStatus.DRAFTING, replaces=None)
    for there in mine.filter(subject=squeeze(sheet.subject), body_id=sheet.body_id).order_by("pk"):
        if rules.sheet_from_plain(there.sheet) == sheet:
            return there
    document = Document(drafted_at=at, drafted_by_id=actor.appointment_id)
    take_in(document, sheet)
    document.save(force_insert=True)
    record_step("document.drafted", document, actor, at, kind=document.kind)
    return document


def take_in(document: Document, sheet: rules.Sheet) -> list[str]:
    """Put a sheet into a document; the columns to be saved."""
    document.body_id = sheet.body_id
    document.second_body_id = sheet.second_body_id
    document.profile = sheet.profile.value
    document.kind = sheet.kind
    document.series = sheet.series
    document.symbol_pattern = sheet.symbol_pattern
    document.subject = squeeze(sheet.subject)
    document.folded = fold(document.subject)
    document.sheet = rules.sheet_as_plain(sheet)
    document.is_public = sheet.is_public
    return TAKEN_IN
