"""Enter what came in: the next number of the body's incoming register, for a paper sent here or brought by hand."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.documents import rules
from danban.documents.actions.counters import lock_counter
from danban.documents.actions.keep_upload import keep_upload
from danban.documents.actions.read_document import read_document
from danban.documents.models import Delivery, IncomingEntry
from danban.documents.queries.incoming import last_incoming_of, paper_of
from danban.documents.rules import IncomingPaper
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold
from danban.units.models import Body


@transaction.atomic
def enter_incoming(
    *,
    body_id: int,
    received_on: date,
    paper: IncomingPaper,
    delivery_id: int | None = None,
    content: bytes = b"",
    name: str = "",
    actor: Actor,
    at: datetime,
) -> IncomingEntry:
    """The next number of the year of ``received_on``.

    With ``delivery_id`` the line is that of a paper sent here, which counts as read; of ``paper`` only ``handed_to``
    is used. Else what stands on the paper was typed; ``content`` is its scan, "" bytes for none. Raises
    ``NotFound``, ``NotYours``, ``NotNow`` (entered already) or ``BadInput``.
    """
    rules.check_can_enter(actor, Body.objects.filter(pk=body_id).first(), on=received_on, at=at)
    counter = lock_counter(body_id, rules.INCOMING, received_on.year)
    rules.check_arrives_in_order(last_incoming_of(counter), on=received_on)
    if delivery_id is not None:
        paper = _received(delivery_id, paper, body_id=body_id, actor=actor, at=at)
    paper = paper.squeezed()
    rules.check_paper(paper, received_on=received_on)
    counter.last += 1
    counter.save(update_fields=["last"])
    entry = IncomingEntry.objects.create(
        counter=counter, number=counter.last, received_on=received_on, delivery_id=delivery_id, symbol=paper.symbol,
        issuer=paper.issuer, issued_on=paper.issued_on, subject=paper.subject, handed_to=paper.handed_to,
        folded=fold(f"{counter.last} {paper.symbol} {paper.issuer} {paper.subject} {paper.handed_to}"),
        file=keep_upload(content, name=name, at=at) if content else None, entered_at=at,
        appointment_id=actor.appointment_id,
    )  # fmt: skip
    record(
        actor=actor, event="incoming.entered", subject="incoming_entry", subject_id=entry.pk, at=at,
        unit_id=actor.unit_id,
        changes={"body": body_id, "year": received_on.year, "number": entry.number, "delivery": delivery_id},
    )  # fmt: skip
    return entry


def _received(delivery_id: int, typed: IncomingPaper, *, body_id: int, actor: Actor, at: datetime) -> IncomingPaper:
    """The line of a paper that was sent here, which is read by being entered."""
    delivery = Delivery.objects.select_related("document__body", "document__second_body", "document__entry")
    found = delivery.filter(pk=delivery_id).first()
    entered = IncomingEntry.objects.filter(delivery_id=delivery_id, counter__body_id=body_id).first()
    rules.check_delivery(actor, found, entered)
    assert found is not None  # its rule has refused what was not sent
    read_document(found.document_id, actor=actor, at=at)
    return paper_of(found.document, handed_to=typed.handed_to)
