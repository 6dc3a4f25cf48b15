"""The paper of a document: as it was issued."""

from danban.documents.models import Document
from danban.kit.refusals import NotFound
from danban.papers.paper import Paper
from danban.papers.stored import from_json


def content_paper(document: Document) -> Paper:
    """The paper as issued, letter by letter; ``NotFound`` for what was never issued."""
    if not document.content:
        raise NotFound("Văn bản này chưa ban hành nên chưa có bản chính thức.")
    return from_json(document.content)
