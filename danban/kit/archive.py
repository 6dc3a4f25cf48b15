"""Zip containers opened with care: sizes are counted before anything is unpacked."""

import io
import zipfile
import zlib
from typing import IO
from xml.etree.ElementTree import Element

from danban.kit.refusals import BadInput

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_PART_BYTES = 16 * 1024 * 1024
MAX_PARTS = 5_000
_BROKEN = "Tệp này bị hỏng nên không mở được. Hãy mở bằng Word hoặc LibreOffice, lưu lại rồi thử lại."


def names(content: bytes) -> set[str]:
    """The parts of a container; refuses one that would unpack too far or is locked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise BadInput(_BROKEN) from error
    if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES or len(infos) > MAX_PARTS:
        raise BadInput("Tệp bung ra quá 100 MB nên không được đọc. Hãy bỏ bớt hình ảnh rồi lưu lại.")
    if any(info.flag_bits & 0x1 for info in infos):
        raise BadInput("Tệp này có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.")
    return {info.filename for info in infos}


def part(content: bytes, name: str) -> Element | None:
    """A part as XML without any document type or entity, or None if absent."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if name not in archive.namelist():
                return None
            with archive.open(name) as stream:
                data = _limited(stream)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadInput(_BROKEN) from error
    return parse(data)


def _limited(stream: IO[bytes]) -> bytes:
    data = stream.read(MAX_PART_BYTES + 1)
    if len(data) > MAX_PART_BYTES:
        raise BadInput("Phần lời của tệp quá dài nên không được đọc. Hãy chỉ giữ lại văn bản rồi lưu lại.")
    return data


def parse(data: bytes) -> Element:
    """XML with every kind of external or expanding entity refused."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise BadInput(
            "Tệp chứa khai báo không an toàn nên không được đọc. Hãy lưu lại bằng Word hoặc LibreOffice."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise BadInput(_BROKEN) from error
    return root
