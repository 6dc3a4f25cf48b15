"""Photographs without what they say besides the picture: where, when and with what they were taken.

The picture itself is copied untouched; only its notes are left out. Of a JPEG's notes the way it is turned
stays, or the picture would lie on its side.
"""

import struct
from collections.abc import Iterator

from danban.documents.rules.content import JPEG, PNG, FileKind
from danban.kit.refusals import BadInput

_BROKEN = "Tệp ảnh này bị hỏng. Hãy chụp hoặc lưu lại rồi thử lại."
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Chunks of a PNG that draw it or say how its colours are meant.
_DRAWN = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD",
}  # fmt: skip
_START, _END, _SCAN, _EXIF = 0xD8, 0xD9, 0xDA, 0xE1
# Notes of applications (APP1–APP15) and comments, but for colours: APP0 JFIF, APP2 ICC, APP14 Adobe stay.
_NOTES = {*range(0xE1, 0xF0), 0xFE} - {0xE2, 0xEE}
_ORIENTATION = 0x0112


def without_traces(content: bytes, kind: FileKind) -> bytes:
    """The same picture without its notes; other files as they are. Raises ``BadInput`` for a broken picture."""
    try:
        if kind == JPEG:
            return b"".join(_jpeg(content))
        if kind == PNG:
            return b"".join(_png(content))
    except (IndexError, struct.error) as error:
        raise BadInput(_BROKEN) from error
    return content


def _png(content: bytes) -> Iterator[bytes]:
    yield _SIGNATURE
    place = len(_SIGNATURE)
    while True:
        (length,) = struct.unpack_from(">I", content, place)
        name, end = content[place + 4 : place + 8], place + 12 + length
        if end > len(content):
            raise BadInput(_BROKEN)
        if name in _DRAWN:
            yield content[place:end]
        if name == b"IEND":
            return
        place = end


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Segment by segment; what follows the end of the picture (a film of a phone) is left out too."""
    yield content[:2]
    place = 2
    while True:
        place = _next_marker(content, place)
        marker = content[place + 1]
        if marker == _END:
            yield content[place : place + 2]
            return
        (length,) = struct.unpack_from(">H", content, place + 2)
        end = place + 2 + length
        if marker == _EXIF:
            yield _turned(content[place + 4 : end])
        elif marker not in _NOTES:
            if marker == _SCAN:
                end = _end_of_scan(content, end)
            yield content[place:end]
        place = end


def _next_marker(content: bytes, place: int) -> int:
    """Where the next marker begins; fill bytes before it mean nothing."""
    if content[place] != 0xFF:
        raise BadInput(_BROKEN)
    while content[place + 1] == 0xFF:
        place += 1
    return place


def _end_of_scan(content: bytes, place: int) -> int:
    """Past the drawing that follows a scan's head: up to a marker that is neither a stuffed byte nor a restart."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0:
            raise BadInput(_BROKEN)
        if content[place + 1] in (0x00, 0xFF, *range(0xD0, 0xD8)):
            place += 1 if content[place + 1] == 0xFF else 2
            continue
        return place


def _turned(exif: bytes) -> bytes:
    """A note that says only how the picture is turned; nothing where it is upright or says nothing."""
    turn = _orientation(exif)
    if turn not in range(2, 9):
        return b""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turn, 0)
    body = b"Exif\x00\x00MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _orientation(exif: bytes) -> int:
    """The turn a camera noted, 1 to 8; 0 where it is not there."""
    if exif[:6] != b"Exif\x00\x00" or len(exif) < 14:
        return 0
    tiff, order = exif[6:], ">" if exif[6:8] == b"MM" else "<"
    (start,) = struct.unpack_from(f"{order}I", tiff, 4)
    if start + 2 > len(tiff):
        return 0
    (count,) = struct.unpack_from(f"{order}H", tiff, start)
    for number in range(count):
        place = start + 2 + 12 * number
        if place + 12 > len(tiff):
            return 0
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, place)
        if tag == _ORIENTATION and kind == 3:
            return int(value)
    return 0
