"""What the files of a document are called."""

from danban.documents.models import Document
from danban.kit.vietnamese import slug


def file_name_of(document: Document, ending: str) -> str:
    """ "03-khlt-ubnd-ubmttq.pdf" of an issued paper, "du-thao-cong-van-12.docx" of one that is not."""
    if document.issued_at is None:
        return f"du-thao-{slug(document.kind)}-{document.pk}.{ending}"
    number = slug(document.entry.symbol) if document.entry else f"van-ban-{document.public_code}"
    return f"{number}.{ending}"
