"""What an attached file really is: told by its first bytes, never by its name or by what the browser says."""

import io
import zipfile
from dataclasses import dataclass

from danban.kit.refusals import BadInput

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_PARTS = 5_000
WANTED = "Hãy chọn tệp .docx, .xlsx, .pdf, .odt hoặc ảnh .jpg, .png."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ODT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True)
class FileKind:
    """A kind of file an office may attach; ``name`` is what people call it."""

    ending: str
    media_type: str
    name: str

    @property
    def is_picture(self) -> bool:
        """Whether it is a photograph or a scan."""
        return self.media_type.startswith("image/")


DOCX = FileKind("docx", f"{_OFFICE}wordprocessingml.document", "Word")
XLSX = FileKind("xlsx", f"{_OFFICE}spreadsheetml.sheet", "Excel")
ODT = FileKind("odt", _ODT, "OpenDocument")
PDF = FileKind("pdf", "application/pdf", "PDF")
JPEG = FileKind("jpg", "image/jpeg", "Ảnh JPEG")
PNG = FileKind("png", "image/png", "Ảnh PNG")
KINDS = (DOCX, XLSX, ODT, PDF, JPEG, PNG)


def kind_of(content: bytes) -> FileKind:
    """The kind of a whole file; raises ``BadInput`` for anything else, for what is empty, too large or locked."""
    if not content:
        raise BadInput("Tệp rỗng. Hãy chọn lại tệp có nội dung.")
    if len(content) > MAX_BYTES:
        raise BadInput("Tệp lớn quá 20 MB. Hãy giảm dung lượng rồi tải lại.")
    if b"%PDF-" in content[:1024]:
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise BadInput("Tệp kiểu cũ (.doc, .xls) hoặc có mật khẩu. Hãy lưu lại thành .docx, .xlsx rồi thử lại.")
    raise BadInput(f"Tệp này thuộc loại không nhận được. {WANTED}")


def _packed(content: bytes) -> FileKind:
    """Sizes are counted before anything is unpacked; papers with programs inside are refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
                raise BadInput("Tệp bung ra quá 100 MB nên không nhận. Hãy bỏ bớt hình ảnh rồi lưu lại.")
            if any(part.flag_bits & 0x1 for part in parts):
                raise BadInput("Tệp này có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.")
            stated = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise BadInput("Tệp này bị hỏng. Hãy mở lại, lưu thành tệp mới rồi thử lại.") from error
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BadInput("Tệp có chứa macro nên không nhận. Hãy lưu lại thành .docx hoặc .xlsx không có macro.")
    if "word/document.xml" in names:
        return DOCX
    if "xl/workbook.xml" in names:
        return XLSX
    if stated == _ODT.encode() and "content.xml" in names:
        return ODT
    raise BadInput(f"Đây là tệp nén, không phải văn bản. Hãy giải nén trước. {WANTED}")
