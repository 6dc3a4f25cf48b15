"""Tell those who were sent a paper what has become of it: revoked, replaced."""

from datetime import datetime

from django.db import transaction

from danban.documents import texts
from danban.documents.models import Document
from danban.documents.rules.sending import RECEIVING
from danban.notices.actions import tell_mailbox, tell_units

TOPIC = "document"


@transaction.atomic
def tell_recipients(document: Document, *, words: str, at: datetime) -> None:
    """Tell everybody a paper was sent to, by the way it was sent; ``words`` are whole sentences.

    Called by the verbs that revoke and replace, after the status has changed; once for each status.
    """
    sent = list(document.deliveries.order_by("pk").values_list("unit_id", "address"))
    fact, subject = f"document:{document.pk}:{document.status}", texts.standing_subject(document)
    units = [unit_id for unit_id, _ in sent if unit_id is not None]
    tell_units(
        units, roles=RECEIVING, fact=fact, topic=TOPIC, subject=subject, body=words, about=("document", document.pk),
        at=at,
    )  # fmt: skip
    for address in (address for _, address in sent if address):
        tell_mailbox(
            address, fact=fact, topic=TOPIC, subject=subject, body=words, href=texts.public_path(document),
            about=("document", document.pk), at=at,
        )  # fmt: skip


@transaction.atomic
def tell_revoked(document: Document, *, at: datetime) -> None:
    """A paper was revoked: its recipients are told, with the reason."""
    tell_recipients(document, words=texts.revoked_body(document), at=at)


@transaction.atomic
def tell_replaced(document: Document, *, by: Document, at: datetime) -> None:
    """A paper was replaced by another one: its recipients are told by which."""
    tell_recipients(document, words=texts.replaced_body(document, by), at=at)
