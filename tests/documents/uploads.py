"""Small true files of every kind, and some that only look like one."""

import io
import struct
import zipfile
import zlib

from danban.kit.tables import write_xlsx

SECRET = b"chup tai nha ong Binh"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def packed(**parts: bytes) -> bytes:
    """A zip with these parts; "__" in a name stands for "/", "_0" for "."."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_0", "."), content)
    return made.getvalue()


def docx(text: str = "Đề cương") -> bytes:
    """A Word file as far as its parts go."""
    return packed(word__document_0xml=f"<w>{text}</w>".encode())


def odt() -> bytes:
    """An OpenDocument text."""
    return packed(mimetype=b"application/vnd.oasis.opendocument.text", content_0xml=b"<x/>")


def xlsx() -> bytes:
    """A workbook."""
    return write_xlsx(["Cột"], [["một"]], sheet="Trang")


def png(*notes: tuple[bytes, bytes]) -> bytes:
    """One grey dot, with extra chunks after its head."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), *notes, (b"IDAT", zlib.compress(b"\x00\x7f")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


def exif(turn: int, order: str = ">") -> bytes:
    """A camera's note: how the picture is turned, and a secret."""
    mark = b"MM\x00*" if order == ">" else b"II*\x00"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turn, 0)
    return b"Exif\x00\x00" + mark + struct.pack(f"{order}IH", 8, 1) + entry + b"\x00" * 4 + SECRET


def jpeg(*notes: tuple[int, bytes], after: bytes = b"") -> bytes:
    """A JPEG's skeleton: head, notes, a table, two scans with stuffed bytes and a restart, the end, and more."""
    parts = [(0xE0, b"JFIF\x00" + b"\x01" * 9), *notes, (0xDB, b"\x01" * 65), (0xC0, b"\x02" * 9)]
    scan = (0xDA, b"\x03" * 8)
    drawing = b"\x11\x22\xff\x00\x33\xff\xd0\x44"
    made = b"\xff\xd8" + b"".join(_segment(*part) for part in parts) + _segment(*scan) + drawing
    return made + _segment(0xC4, b"\x05" * 4) + b"\xff" + _segment(*scan) + drawing + b"\xff\xd9" + after


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body
