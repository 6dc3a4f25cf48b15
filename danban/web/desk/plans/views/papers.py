"""A plan as a paper before it is issued: to be read, printed and passed round."""

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from danban.documents.rules import PDF
from danban.kit.refusals import NotFound
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx
from danban.plans import queries
from danban.web.ui.requests import DeskRequest

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def preview(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """The paper a draft would become, without number and day, as .docx or .pdf."""
    if kind not in {"docx", "pdf"}:
        raise NotFound
    found = queries.preview_of_plan(request.actor, pk, at=request.at)
    if kind == "docx":
        answer = HttpResponse(write_docx(found.paper), content_type=_WORD)
    else:
        answer = HttpResponse(write_pdf(found.paper, fonts=settings.PAPER_FONTS), content_type=PDF.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{found.name}.{kind}"'
    return answer
