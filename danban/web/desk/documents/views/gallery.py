"""The gallery: every kind of paper of the cycle with sample content, as Word and as PDF."""

from itertools import groupby

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from danban.kit.refusals import NotFound
from danban.papers.kinds.catalogue import BY_CODE, KINDS
from danban.papers.layout import lay_out
from danban.papers.pdf import write_pdf
from danban.papers.word import write_docx
from danban.web.desk.documents import sheets, travelling
from danban.web.ui.paper import draw
from danban.web.ui.pieces import Link
from danban.web.ui.requests import DeskRequest

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def gallery(request: DeskRequest) -> HttpResponse:
    """All kinds in the order of the year."""
    groups = [(name, list(kinds)) for name, kinds in groupby(KINDS, key=lambda kind: kind.group)]
    doors = sheets.doors(request.actor, "desk:documents:gallery")
    return render(request, "desk/documents/gallery.html", {"groups": groups, "count": len(KINDS), "doors": doors})


@require_safe
def gallery_kind(request: DeskRequest, kind: str) -> HttpResponse:
    """The sample of a kind as it looks."""
    if kind not in BY_CODE:
        raise NotFound
    found = BY_CODE[kind]
    context = {
        "kind": found, "sheet": draw(lay_out(found.sample())),
        "crumbs": [Link("Mẫu văn bản", reverse("desk:documents:gallery")), Link(found.name)],
    }  # fmt: skip
    return render(request, "desk/documents/gallery_kind.html", context)


@require_safe
def gallery_file(request: DeskRequest, kind: str, ending: str) -> HttpResponse:  # noqa: ARG001 - a view takes it
    """The sample of a kind, written now; the sentence of a refusal where the fonts of papers are missing."""
    if kind not in BY_CODE or ending not in ("docx", "pdf"):
        raise NotFound
    paper = BY_CODE[kind].sample()
    if ending == "docx":
        return travelling.as_attachment(write_docx(paper), f"mau-{kind}.docx", _WORD)
    return travelling.as_attachment(
        write_pdf(paper, fonts=settings.PAPER_FONTS), f"mau-{kind}.pdf", "application/pdf"
    )  # fmt: skip
