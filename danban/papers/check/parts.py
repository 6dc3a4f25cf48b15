"""Name the parts of a paper among its lines, by what they say and where they stand."""

import re
from dataclasses import dataclass, field

from danban.kit.vietnamese import fold
from danban.papers.check.found import Found, FoundLine

_MOTTO_UPPER = {"cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam"}
_MOTTO_LOWER = re.compile(r"doc lap\s*[-–—]\s*tu do\s*[-–—]\s*hanh phuc")
_NUMBER = re.compile(r"^Số\s*[:.]?\s*([\d….\s]*)\s*([/-].*)?$", re.IGNORECASE)
_DAY = re.compile(r"^(?P<place>.*?)(?P<comma>,?)\s*ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\S+", re.IGNORECASE)
_BASIS = re.compile(r"^(Căn cứ|Thực hiện|Theo|Xét|Chiếu)\b")
_POWER = re.compile(r"^(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*[./]")
_POSITION = re.compile(
    r"^(PHÓ |QUYỀN )?(CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG THÔN|TỔ TRƯỞNG|CHÁNH VĂN PHÒNG|CHỦ TỌA|THƯ KÝ)"
)
_KINDS = (
    "NGHỊ QUYẾT", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "THÔNG CÁO", "THÔNG BÁO", "HƯỚNG DẪN", "CHƯƠNG TRÌNH",
    "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG", "CÔNG ĐIỆN", "GIẤY",
    "PHIẾU", "DANH SÁCH", "BÀI", "PHIẾU",
)  # fmt: skip


@dataclass
class Parts:
    """The lines of each part; None or empty where it was not found."""

    motto_upper: FoundLine | None = None
    motto_lower: FoundLine | None = None
    issuers: list[FoundLine] = field(default_factory=list)
    number: FoundLine | None = None
    day: FoundLine | None = None
    kind_name: FoundLine | None = None
    subject: list[FoundLine] = field(default_factory=list)
    dispatch_subject: FoundLine | None = None
    addressed_to: FoundLine | None = None
    basis: list[FoundLine] = field(default_factory=list)
    body: list[FoundLine] = field(default_factory=list)
    signature: list[FoundLine] = field(default_factory=list)
    signers: list[FoundLine] = field(default_factory=list)
    recipients_label: FoundLine | None = None
    recipients: list[FoundLine] = field(default_factory=list)


def name_parts(found: Found) -> Parts:
    """Walk the head, the title, the text and the foot."""
    parts = Parts()
    lines = list(found.lines)
    end_of_head = _name_head(lines, parts)
    foot = _start_of_foot(lines, end_of_head)
    end_of_title = _name_title(lines[end_of_head:foot], parts) + end_of_head
    parts.basis = [line for line in lines[end_of_title:foot] if line.is_italic and _BASIS.match(line.text)]
    based = {line.number for line in parts.basis}
    parts.body = [line for line in lines[end_of_title:foot] if line.number not in based]
    _name_foot(lines[foot:], parts)
    return parts


def _name_head(lines: list[FoundLine], parts: Parts) -> int:
    """Name what stands at the top; returns the index of the first line after it."""
    last = 0
    for index, line in enumerate(lines[:25]):
        folded = fold(line.text)
        if folded in _MOTTO_UPPER and parts.motto_upper is None:
            parts.motto_upper, last = line, index
        elif _MOTTO_LOWER.fullmatch(folded) and parts.motto_lower is None:
            parts.motto_lower, last = line, index
        elif _NUMBER.match(line.text) and parts.number is None:
            parts.number, last = line, index
        elif _DAY.match(line.text) and parts.day is None and len(line.text) < 90:
            parts.day, last = line, index
        elif line.text.startswith(("V/v", "Về việc")) and line.cell and parts.dispatch_subject is None:
            parts.dispatch_subject, last = line, index
    named = (parts.motto_upper, parts.motto_lower, parts.number, parts.day, parts.dispatch_subject)
    taken = {line.number for line in named if line}
    parts.issuers = [line for line in lines[: last + 1] if line.number not in taken and line.is_upper]
    return last + 1 if taken else 0


def _name_title(lines: list[FoundLine], parts: Parts) -> int:
    """The name of the kind and the subject; returns how many lines they and the addressee take."""
    used = 0
    for index, line in enumerate(lines[:8]):
        if parts.kind_name is None and line.is_upper and line.text.startswith(_KINDS) and len(line.text) < 80:
            parts.kind_name, used = line, index + 1
        elif line.text.startswith("Kính gửi"):
            parts.addressed_to, used = line, index + 1
        elif parts.kind_name and index == used and line.align == "center" and not _BASIS.match(line.text):
            parts.subject.append(line)
            used = index + 1
    return used


def _start_of_foot(lines: list[FoundLine], begin: int) -> int:
    for index in range(begin, len(lines)):
        line = lines[index]
        if fold(line.text).startswith("noi nhan") and len(line.text) < 15:
            return index
        if line.is_upper and (_POWER.match(line.text) or (_POSITION.match(line.text) and line.cell)):
            return index
    return len(lines)


def _name_foot(lines: list[FoundLine], parts: Parts) -> None:
    in_list = False
    for line in lines:
        if fold(line.text).startswith("noi nhan") and len(line.text) < 15:
            parts.recipients_label, in_list = line, True
        elif in_list and line.text.startswith(("-", "–", "+")):
            parts.recipients.append(line)
        elif line.text.startswith("Phụ lục"):
            return
        elif line.is_upper and (_POWER.match(line.text) or _POSITION.match(line.text) or parts.signature):
            parts.signature.append(line)
            in_list = False
        elif parts.signature and line.align == "center" and len(line.text) < 60 and not line.is_italic:
            parts.signers.append(line)


def number_and_symbol(text: str) -> tuple[str, str]:
    """ "Số: 03/KHLT-UBND" → ("03", "/KHLT-UBND"); empty parts where the pattern does not hold."""
    match = _NUMBER.match(text)
    return ((match[1] or "").strip(), (match[2] or "").strip()) if match else ("", "")


def place_of(text: str) -> tuple[str, bool]:
    """The place before the day, and whether a comma stands after it."""
    match = _DAY.match(text)
    return (match["place"].strip(), bool(match["comma"])) if match else ("", False)
