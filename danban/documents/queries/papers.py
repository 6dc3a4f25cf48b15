"""The files of a paper for whoever sees it."""

from datetime import datetime

from django.conf import settings

from danban.documents import rules
from danban.documents.queries.documents import document_for, paper_shown
from danban.documents.queries.files import content_of
from danban.documents.queries.names import file_name_of
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx

_NO_SIGNED = "Văn bản này chưa có bản ký."


def document_file(actor: Actor, pk: int, kind: str, *, at: datetime) -> tuple[bytes, str, str]:
    """Bytes, name and media type of "docx", "pdf" or "ban-ky"; drafts are called du-thao.

    Raises ``NotFound``, or ``BadInput`` where the faces of papers are missing for a PDF.
    """
    document = document_for(actor, pk)
    if kind not in {"docx", "pdf", "ban-ky"}:
        raise NotFound
    if kind == "ban-ky":
        if document.signed_file is None:
            raise NotFound(_NO_SIGNED)
        ending = next(one.ending for one in rules.KINDS if one.media_type == document.signed_file.media_type)
        name = file_name_of(document, f"ban-ky.{ending}")
        return content_of(document.signed_file.sha256), name, document.signed_file.media_type
    if kind == "pdf" and document.pdf is not None:
        return content_of(document.pdf.sha256), file_name_of(document, "pdf"), rules.PDF.media_type
    paper = paper_shown(document, on=clock.day_of(at))
    if kind == "docx":
        return write_docx(paper), file_name_of(document, "docx"), rules.DOCX.media_type
    return write_pdf(paper, fonts=settings.PAPER_FONTS), file_name_of(document, "pdf"), rules.PDF.media_type
