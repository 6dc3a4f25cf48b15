"""A paper handed out as a file."""

from django.conf import settings
from django.http import HttpResponse

from danban.documents.rules import DOCX, PDF
from danban.kit.refusals import NotFound
from danban.papers.paper import Paper
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx
from danban.web.desk.documents.travelling import as_attachment


def as_file(paper: Paper, name: str, ending: str) -> HttpResponse:
    """The paper as .docx or .pdf; raises ``NotFound`` for any other ending."""
    if ending == "docx":
        return as_attachment(write_docx(paper), f"{name}.docx", DOCX.media_type)
    if ending == "pdf":
        return as_attachment(write_pdf(paper, fonts=settings.PAPER_FONTS), f"{name}.pdf", PDF.media_type)
    raise NotFound
