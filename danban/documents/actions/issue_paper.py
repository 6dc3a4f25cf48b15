"""Issue a paper another room composed: numbered, frozen, kept with its signatures."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from danban.documents import rules
from danban.documents.actions.freezing import freeze, record_issue
from danban.documents.models import Document, Signature
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.papers.paper import Paper
from danban.units.models import Body


@transaction.atomic
def issue_paper(
    *,
    paper: Paper,
    body_id: int,
    second_body_id: int | None = None,
    kind: str,
    origin: str,
    on: date,
    series: str = "",
    pattern: str = "",
    signatures: Sequence[rules.PaperSignature] = (),
    is_public: bool = False,
    replaces_id: int | None = None,
    drafted_by_id: int | None = None,
    actor: Actor,
    at: datetime,
) -> Document:
    """Issue ``paper`` for ``body_id``, which numbers it (nobody does in profile "village"), on the day ``on``.

    ``series`` and ``pattern`` give the number. Number, day, check code and signatures are set on the paper here,
    whatever it came with. ``origin`` is the room that composed it and has asked its own rule; ``replaces_id`` an
    issued paper that stands down, ``drafted_by_id`` the office (appointment) that drafted it. Raises ``NotFound``,
    ``NotYours``, ``NotNow`` (the replaced paper is issued no more) or ``BadInput`` (day, pattern, nobody signs).
    """
    body = Body.objects.filter(pk=body_id).first()
    rules.check_can_issue_paper(actor, body, paper, signatures, on=on, at=at)
    subject = squeeze(paper.subject)[:300]
    document = Document(
        body_id=body_id, second_body_id=second_body_id, origin=origin, profile=paper.profile.value, kind=kind,
        series=series, symbol_pattern=pattern, subject=subject, drafted_at=at, drafted_by_id=drafted_by_id,
        is_public=is_public, replaces_id=replaces_id,
    )  # fmt: skip
    freeze(document, replace(paper, signatures=tuple(one.printed for one in signatures)), on, actor, at)
    document.save(force_insert=True)
    Signature.objects.bulk_create(_rows(document, signatures, actor, at))
    record_issue(document, actor, at)
    return document


def _rows(
    document: Document, signatures: Sequence[rules.PaperSignature], actor: Actor, at: datetime
) -> list[Signature]:
    return [
        Signature(
            document=document, body_id=one.body_id, signer_id=one.signer_id, position=position, lines=list(one.lines),
            name=one.name, signed_at=one.signed_at or at,
            appointment_id=one.appointment_id if one.signed_at else actor.appointment_id,
        )
        for position, one in enumerate(signatures)
    ]  # fmt: skip
