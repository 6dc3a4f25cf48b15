"""Lock a document before a step is taken."""

from danban.documents.models import Document
from danban.kit.refusals import NotFound


def lock_document(document_id: int) -> Document:
    """A document, locked, with its bodies, number and drafter; raises ``NotFound``."""
    found = Document.objects.select_for_update(of=("self",))
    found = found.select_related(
        "body__kind", "second_body__kind", "entry", "drafted_by", "content_checked_by", "form_checked_by"
    )
    document = found.filter(pk=document_id).first()
    if document is None:
        raise NotFound
    return document
