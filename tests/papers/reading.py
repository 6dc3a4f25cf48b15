"""What stands in files that were written, as somebody opening them would see it."""

import io
import re
import struct
import unicodedata
import zlib

import pypdfium2
from docx import Document


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    opened = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in opened]


def words_of_pdf(pdf: bytes) -> str:
    """All letters of a PDF, without what only separates or breaks them."""
    return letters("".join(pages_of(pdf)))


def words_of_docx(docx: bytes) -> str:
    """All letters of a .docx, in the order of its elements."""
    body = Document(io.BytesIO(docx)).element.body
    return letters("".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))


def letters(text: str) -> str:
    """Letters and signs without spaces, soft breaks and the readers' own marks."""
    composed = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s\u00a0\u200b\u00ad\ufffe\u2060]+", "", composed)


def picture_of(pdf: bytes, *, scale: float = 1.4) -> bytes:
    """The first page of a PDF as a grey PNG."""
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer).cast("B")
    starts = range(0, bitmap.stride * bitmap.height, bitmap.stride)
    raw = b"".join(b"\0" + bytes(rows[start : start + bitmap.width]) for start in starts)
    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(raw, 9)) + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
