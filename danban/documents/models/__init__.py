"""Tables of official papers: files, numbers, signers, documents, deliveries, what came in."""

from danban.documents.models.document import Document, Signature
from danban.documents.models.file import StoredFile
from danban.documents.models.register import Counter, RegisterEntry
from danban.documents.models.sending import Delivery, IncomingEntry
from danban.documents.models.signer import Signer

__all__ = [
    "Counter",
    "Delivery",
    "Document",
    "IncomingEntry",
    "RegisterEntry",
    "Signature",
    "Signer",
    "StoredFile",
]
