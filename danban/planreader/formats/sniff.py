"""Which format a file really is, by its first bytes and not by its name."""

import re

from danban.kit.refusals import BadInput
from danban.planreader.paper import Line

MAX_CHARACTERS = 1_000_000
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_FOREIGN = (
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\xca\xfe\xba\xbe",
    b"OggS",
    b"ID3",
    b"SQLite format",
)
_NAMED = {".docx": "văn bản Word", ".odt": "văn bản OpenDocument", ".pdf": "tệp PDF"}
_WANTED = "Hãy chọn tệp .docx, .odt, .pdf (có lớp chữ), .html hoặc .txt."


def extract(content: bytes, suffix: str = "") -> list[Line]:
    """Lines of a file of any known format; ``BadInput`` with one sentence for all else."""
    lines = _extract(content, suffix)
    size = sum(len(line.text) + sum(map(len, line.cells)) for line in lines)
    if size > MAX_CHARACTERS:
        raise BadInput("Văn bản dài hơn một triệu chữ cái, không giống một kế hoạch. Hãy chỉ tải phần kế hoạch.")
    if not any(char.isalpha() for line in lines for char in (line.text, *line.cells) if char for char in char):
        raise BadInput("Tệp không có chữ nào để đọc. Nếu là bản chụp (scan), hãy dùng bản gốc .docx.")
    return lines


def _extract(content: bytes, suffix: str) -> list[Line]:
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content[:1024].find(b"%PDF-") >= 0:
        from danban.planreader.formats import pdf  # noqa: PLC0415

        return pdf.read(content)
    if content[:4] == b"PK\x03\x04":
        return _packed(content)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise BadInput(_ole_sentence(content))
    if content.startswith(_PICTURES):
        raise BadInput(f"Đây là tệp hình ảnh, không có chữ để đọc. {_WANTED}")
    if content.startswith(_FOREIGN):
        raise BadInput(f"Đây không phải tệp văn bản. {_WANTED}")
    if head[:5] == b"{\\rtf":
        raise BadInput("Đây là tệp .rtf. Hãy mở bằng Word hoặc LibreOffice và lưu lại thành .docx rồi thử lại.")
    if suffix in _NAMED and head:
        raise BadInput(f"Tên tệp có đuôi {suffix} nhưng bên trong không phải {_NAMED[suffix]}. {_WANTED}")
    if re.match(
        rb"(?is)<(?:!doctype html|html|head|body|meta|\?xml[^>]*>\s*<(?:!doctype html|html)|div|"
        rb"p[ >]|table|h\d|!--)",
        head,
    ):
        from danban.planreader.formats import html  # noqa: PLC0415

        return html.read(content)
    from danban.planreader.formats import txt  # noqa: PLC0415

    if suffix in {".htm", ".html", ".xhtml"}:
        from danban.planreader.formats import html  # noqa: PLC0415

        return html.read(content)
    return txt.read(content)


def _packed(content: bytes) -> list[Line]:
    from danban.kit import archive  # noqa: PLC0415

    names = archive.names(content)
    if "word/document.xml" in names:
        from danban.planreader.formats import docx  # noqa: PLC0415

        return docx.read(content)
    if "content.xml" in names:
        from danban.planreader.formats import odt  # noqa: PLC0415

        return odt.read(content)
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise BadInput(f"Đây là bảng tính hoặc bản trình chiếu, không phải văn bản. {_WANTED}")
    raise BadInput(f"Đây là tệp nén, không phải văn bản. Hãy giải nén trước. {_WANTED}")


def _ole_sentence(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "Tệp Word này có mật khẩu. Hãy bỏ mật khẩu rồi thử lại."
    return "Đây là tệp Word kiểu cũ (.doc). Hãy lưu lại thành .docx rồi thử lại."
