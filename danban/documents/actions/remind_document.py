"""Remind the units that have not opened a paper, at most once a day."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules, texts
from danban.documents.actions.locks import lock_document
from danban.documents.actions.telling import TOPIC
from danban.documents.queries.sending import is_reminded, unread_units
from danban.kit import clock
from danban.kit.actor import Actor
from danban.notices.actions import tell_units


@transaction.atomic
def remind_document(document_id: int, *, actor: Actor, at: datetime) -> int:
    """Tell each unit that has not opened the paper; how many units.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (all have opened it, reminded today already).
    """
    document = lock_document(document_id)
    units, today = unread_units(document), clock.day_of(at)
    rules.check_can_remind(
        actor, document, unread=len(units), is_reminded=is_reminded(document, on=today), at=at
    )  # fmt: skip
    tell_units(
        units, roles=rules.RECEIVING, fact=texts.reminded_fact(document, today), topic=TOPIC,
        subject=texts.reminded_subject(document), body=texts.reminded_body(document), about=("document", document.pk),
        at=at,
    )  # fmt: skip
    record(
        actor=actor,
        event="document.reminded",
        subject="document",
        subject_id=document.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"units": len(units)},
    )
    return len(units)
