"""Which file it is, told by its bytes, and its parts as XML; everything else is refused in one sentence."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from danban.kit import archive
from danban.kit.refusals import BadInput
from danban.kit.sandbox import MAX_BYTES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WANTED = "Hãy chọn tệp .docx lưu từ Word hoặc LibreOffice."
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Package:
    """The parts of a .docx the checker reads; a part that is absent is None."""

    body: Element
    styles: Element | None
    theme: Element | None
    numbering: Element | None
    settings: Element | None
    links: dict[str, str]
    content: bytes

    def part(self, target: str) -> Element | None:
        """A part named by a relation of the document, such as "header1.xml"."""
        name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
        return archive.part(self.content, name)


def check_size(size: int) -> None:
    """Refuse a file over 20 MB before it is read."""
    if size > MAX_BYTES:
        raise BadInput("Tệp lớn quá 20 MB. Hãy bỏ bớt hình ảnh rồi thử lại.")


def open_package(content: bytes) -> Package:
    """The parts of the bytes of a .docx. Raises ``BadInput`` for anything else, and for what is not safe."""
    _check_kind(content)
    names = archive.names(content)
    _check_names(names)
    document = archive.part(content, "word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    if body is None:
        raise BadInput("Tệp .docx này không có nội dung. Hãy mở bằng Word, lưu lại rồi thử lại.")
    links = _links(archive.part(content, "word/_rels/document.xml.rels"))
    theme = next((target for target in links.values() if "theme" in target), "theme/theme1.xml")
    package = Package(
        body=body,
        styles=archive.part(content, "word/styles.xml"),
        theme=None,
        numbering=archive.part(content, "word/numbering.xml"),
        settings=archive.part(content, "word/settings.xml"),
        links=links,
        content=content,
    )
    return Package(**{**vars(package), "theme": package.part(theme)})


def _check_kind(content: bytes) -> None:
    check_size(len(content))
    if not content.strip(b"\x00 \t\r\n"):
        raise BadInput(f"Tệp rỗng. {_WANTED}")
    if content.startswith(_OLD):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise BadInput("Tệp Word này có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.")
        raise BadInput("Đây là tệp Word kiểu cũ (.doc). Hãy lưu lại thành .docx rồi thử lại.")
    if content.startswith(_PICTURES):
        raise BadInput(f"Đây là tệp hình ảnh, không phải văn bản Word. {_WANTED}")
    if b"%PDF-" in content[:1024]:
        raise BadInput(f"Đây là tệp PDF. Thể thức chỉ kiểm tra được trên bản Word. {_WANTED}")
    if not content.startswith(b"PK\x03\x04"):
        raise BadInput(f"Đây không phải tệp .docx. {_WANTED}")


def _check_names(names: set[str]) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BadInput("Tệp có chứa macro (.docm) nên không được đọc. Hãy lưu lại thành .docx không có macro.")
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise BadInput(f"Đây là bảng tính hoặc bản trình chiếu, không phải văn bản. {_WANTED}")
    if "content.xml" in names and "word/document.xml" not in names:
        raise BadInput("Đây là tệp .odt. Hãy lưu lại thành .docx rồi thử lại.")
    if "word/document.xml" not in names:
        raise BadInput(f"Đây là tệp nén, không phải văn bản Word. {_WANTED}")


def _links(relations: Element | None) -> dict[str, str]:
    """Targets inside the package by relation id; what lies outside is never followed."""
    found: dict[str, str] = {}
    for one in relations if relations is not None else ():
        if one.get("TargetMode") != "External":
            found[one.get("Id", "")] = one.get("Target", "")
    return found
