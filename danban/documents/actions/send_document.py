"""Send an issued paper: to the inboxes of units, and to mailboxes that are nobody's account."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules, texts
from danban.documents.actions.locks import lock_document
from danban.documents.actions.render_document import render_document
from danban.documents.actions.telling import TOPIC
from danban.documents.models import Delivery, Document, StoredFile
from danban.documents.queries.names import file_name_of
from danban.documents.queries.sending import known_units
from danban.kit.actor import Actor
from danban.kit.contacts import WRONG_EMAIL, normal_email
from danban.kit.database import insert_rows, plain_moment
from danban.kit.refusals import BadInput
from danban.notices.actions import Attachment, tell_mailbox, tell_units


@transaction.atomic
def send_document(
    document_id: int,
    *,
    unit_ids: Collection[int] = (),
    addresses: Collection[str] = (),
    note: str = "",
    actor: Actor,
    at: datetime,
) -> int:
    """Send a paper to units and mailboxes; whoever has it already is passed over. How many got it now.

    ``note`` goes with what they are told. A mailbox gets the signed file where one is kept, else the PDF. Raises
    ``NotFound``, ``NotYours``, ``NotNow`` (not issued, or no longer in force) or ``BadInput`` (nobody named, an
    unknown unit, no e-mail address, a PDF that cannot be made here).
    """
    document = lock_document(document_id)
    rules.check_can_send(actor, document, at=at)
    wanted, mailboxes = set(unit_ids), _normal(addresses)
    rules.check_recipients(rules.units_of(document), wanted, known_units(wanted), len(mailboxes), note)
    had = {place for row in document.deliveries.order_by("pk").values_list("unit_id", "address") for place in row}
    units, mailboxes = sorted(wanted - had), [address for address in mailboxes if address not in had]
    if not units and not mailboxes:
        return 0
    _deliver(document, units, mailboxes, actor=actor, at=at)
    _tell(document, units, mailboxes, note.strip(), actor=actor, at=at)
    record(
        actor=actor,
        event="document.sent",
        subject="document",
        subject_id=document.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"units": len(units), "mailboxes": len(mailboxes)},
    )
    return len(units) + len(mailboxes)


def _normal(addresses: Collection[str]) -> list[str]:
    found: dict[str, None] = {}
    for typed in addresses:
        address = normal_email(typed)
        if address is None:
            raise BadInput(f"“{typed.strip()[:80]}”: {WRONG_EMAIL}", {"addresses": WRONG_EMAIL})
        found[address] = None
    return list(found)


def _deliver(document: Document, units: list[int], mailboxes: list[str], *, actor: Actor, at: datetime) -> None:
    """One row a place; two who send at once meet at the unique constraints."""
    columns = ("document_id", "unit_id", "address", "sent_at", "sent_by_id")
    places: list[tuple[int | None, str]] = [(unit_id, "") for unit_id in units]
    places += [(None, address) for address in mailboxes]
    now = plain_moment(at)
    rows = [(document.pk, unit_id, address, now, actor.appointment_id) for unit_id, address in places]
    insert_rows(Delivery._meta.db_table, columns, rows, skips_known=True)  # noqa: SLF001  Django's public Model._meta


def _tell(document: Document, units: list[int], mailboxes: list[str], note: str, *, actor: Actor, at: datetime) -> None:
    fact, subject, about = texts.sent_fact(document), texts.title_of(document), ("document", document.pk)
    tell_units(
        units, roles=rules.RECEIVING, fact=fact, topic=TOPIC, subject=subject,
        body=texts.sent_body(document, note), about=about, at=at,
    )  # fmt: skip
    if not mailboxes:
        return
    file = document.signed_file or render_document(document.pk, actor=actor, at=at)
    for address in mailboxes:
        tell_mailbox(
            address, fact=fact, topic=TOPIC, subject=subject, body=texts.mailed_body(document, note),
            href=texts.public_path(document), attachments=[_attached(document, file)], about=about, at=at,
        )  # fmt: skip


def _attached(document: Document, file: StoredFile) -> Attachment:
    ending = file.name.rpartition(".")[2].lower() or "pdf"
    return Attachment(file_name_of(document, ending), file.media_type, file.sha256)
