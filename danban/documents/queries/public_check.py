"""What anybody may learn of a paper from the code printed on it. No actor: only what is public by its nature."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import Enum

from danban.documents.models import Document, StoredFile
from danban.documents.queries.files import content_of
from danban.documents.queries.names import file_name_of
from danban.documents.states import DocumentStatus
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound

NO_SUCH_CODE = "Không có văn bản nào mang mã này. Hãy xem lại mã in bên cạnh ô vuông trên văn bản."

NOT_PUBLIC = "Văn bản này không mở cho mọi người xem."


class Same(Enum):
    """What a file turned out to be when it was compared."""

    ISSUED = "issued"
    SIGNED = "signed"
    OTHER = "other"
    NOTHING_KEPT = "nothing"


_SAME = {"pdf": Same.ISSUED, "ky": Same.SIGNED}


@dataclass(frozen=True)
class PublicSignature:
    """Who signed, in the lines printed above the name."""

    lines: list[str]
    name: str


@dataclass(frozen=True)
class PublicPaper:
    """What the check page says. ``subject``, ``reason`` and ``files`` are empty unless the paper is public.

    ``replaced_by`` is the paper that took its place: symbol, day, code.
    """

    code: str
    status: str
    kind: str
    symbol: str
    issued_on: date
    issuers: list[str]
    signatures: list[PublicSignature]
    subject: str
    revoked_on: date | None
    reason: str
    replaced_by: tuple[str, date, str] | None
    files: tuple[str, ...]
    can_compare: bool


def public_paper(code: str) -> PublicPaper | None:
    """The paper a code stands on; None for a code no issued paper bears. Three queries."""
    document = _find(code)
    if document is None:
        return None
    return PublicPaper(
        code=document.public_code,
        status=document.status,
        kind=_kind_name(document),
        symbol=document.entry.symbol if document.entry else "",
        issued_on=document.issued_on,  # type: ignore[arg-type]  # an issued paper has its day, by constraint
        issuers=[body.name for body in (document.body, document.second_body) if body],
        signatures=[PublicSignature(one.lines, one.name) for one in document.signatures.order_by("position", "pk")],
        subject=document.subject if document.is_public else "",
        revoked_on=day_of(document.revoked_at) if document.revoked_at else None,
        reason=document.revoke_reason if document.is_public else "",
        replaced_by=_replaced_by(document),
        files=("pdf", *(["ky"] if document.signed_file else [])) if document.is_public else (),
        can_compare=any(file for _, file in _files(document)),
    )


def public_file(code: str, kind: str) -> tuple[bytes, str, str]:
    """The kept PDF ("pdf") or the signed file ("ky") of a public paper: bytes, name, media type; ``NotFound``."""
    document = _open(code)
    file = dict(_files(document)).get(kind)
    if file is None:
        raise NotFound(NOT_PUBLIC)
    ending = file.name.rpartition(".")[2].lower()
    return content_of(file.sha256), file_name_of(document, ending), file.media_type


def open_paper_id(code: str) -> int:
    """The id of a paper anybody may read, to have its PDF made; ``NotFound`` for any other."""
    return _open(code).pk


def compare_file(code: str, content: bytes) -> Same:
    """Whether bytes are those that were issued or signed; nothing of them is kept. Raises ``NotFound``."""
    document = _public(code)
    digest = hashlib.sha256(content).hexdigest()
    kept = {file.sha256: kind for kind, file in _files(document) if file}
    if not kept:
        return Same.NOTHING_KEPT
    return _SAME.get(kept.get(digest, ""), Same.OTHER)


def _find(code: str) -> Document | None:
    related = ("body", "second_body", "entry", "pdf", "signed_file")
    return Document.objects.public().select_related(*related).filter(public_code=code).first()


def _public(code: str) -> Document:
    document = _find(code)
    if document is None:
        raise NotFound(NO_SUCH_CODE)
    return document


def _open(code: str) -> Document:
    document = _public(code)
    if not document.is_public:
        raise NotFound(NOT_PUBLIC)
    return document


def _kind_name(document: Document) -> str:
    """The kind as printed, but not in capitals; a dispatch prints none."""
    printed = str(document.content.get("kind_name") or "Công văn")
    return printed.capitalize()


def _files(document: Document) -> tuple[tuple[str, StoredFile | None], ...]:
    return ("pdf", document.pdf), ("ky", document.signed_file)


def _replaced_by(document: Document) -> tuple[str, date, str] | None:
    if document.status != DocumentStatus.REPLACED:
        return None
    later = document.replacements.filter(issued_at__isnull=False).select_related("entry").order_by("-pk").first()
    if later is None or later.issued_on is None:
        return None
    return later.entry.symbol if later.entry else "", later.issued_on, later.public_code
