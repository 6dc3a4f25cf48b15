"""The paper of a document: as it was issued, or as it would look today."""

from dataclasses import replace
from datetime import date

from danban.documents import rules
from danban.documents.models import Document
from danban.documents.queries.sheets import blank_symbol, paper_of, signers_in
from danban.kit.refusals import NotFound
from danban.papers.paper import Paper
from danban.papers.stored import from_json


def content_paper(document: Document) -> Paper:
    """The paper as issued, letter by letter; ``NotFound`` for what was never issued."""
    if not document.content:
        raise NotFound("Văn bản này chưa ban hành nên chưa có bản chính thức.")
    return from_json(document.content)


def preview_paper(document: Document, *, on: date) -> Paper:
    """A draft as it would look if it were issued on a day: number and day blank, no check code."""
    sheet = rules.sheet_from_plain(document.sheet)
    signatures = tuple(rules.signature_of(signer).printed for signer in signers_in(sheet))
    return replace(paper_of(sheet, on=on, signatures=signatures), symbol=blank_symbol(sheet, on=on))
