"""Name the parts of a paper among its lines, by what they say and where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from danban.kit.vietnamese import fold
from danban.papers.abbreviations import OF_KINDS
from danban.papers.check.foot import Signed, is_label, is_power, start_of_foot
from danban.papers.check.found import Found, FoundLine

_MOTTO_UPPER = {"cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam"}
_MOTTO_LOWER = re.compile(r"doc lap\W+tu do\W+hanh phuc")
_NUMBER = re.compile(r"^Số\b\s*[:.]?\s*(?P<number>[\d….\s_]*)(?P<symbol>[^\d\s].*)?$", re.IGNORECASE)
_DAY = re.compile(r"^(?P<place>.{0,60}?)(?P<comma>,?)\s*ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\S+[.]?$", re.IGNORECASE)
_SHORT_DAY = re.compile(r"^[^\d]{2,40}\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}[.]?$")
_BASIS = re.compile(r"^(Căn cứ|Thực hiện|Theo|Xét|Chiếu)\b", re.IGNORECASE)
_ANNEX = re.compile(r"^phụ lục(\s+(số\s+)?[IVXLC\d]+)?[.:]?$", re.IGNORECASE)
_OTHER_KINDS = ("GIẤY", "PHIẾU", "DANH SÁCH", "BÀI", "BẢNG", "LỜI KÊU GỌI", "LỊCH", "ĐỀ CƯƠNG")
_KINDS = tuple(fold(kind) for kind in (*OF_KINDS, *_OTHER_KINDS))
_HEAD_LINES = 30


@dataclass
class Parts:
    """The lines of each part; None or empty where it was not found."""

    motto_upper: FoundLine | None = None
    motto_lower: FoundLine | None = None
    issuers: list[FoundLine] = field(default_factory=list)
    number: FoundLine | None = None
    day: FoundLine | None = None
    dispatch_subject: list[FoundLine] = field(default_factory=list)
    kind_name: FoundLine | None = None
    subject: list[FoundLine] = field(default_factory=list)
    addressed: list[FoundLine] = field(default_factory=list)
    basis: list[FoundLine] = field(default_factory=list)
    body: list[FoundLine] = field(default_factory=list)
    signed: list[Signed] = field(default_factory=list)
    recipients_label: FoundLine | None = None
    recipients: list[FoundLine] = field(default_factory=list)
    annexes: list[list[FoundLine]] = field(default_factory=list)

    @property
    def head(self) -> list[FoundLine]:
        """Whatever was named of the head."""
        one = [self.motto_upper, self.motto_lower, self.number, self.day]
        return [line for line in (*one, *self.issuers, *self.dispatch_subject) if line is not None]


def name_parts(found: Found) -> Parts:
    """Walk the head, the title, the text, the foot and the annexes."""
    parts = Parts()
    main, parts.annexes = _annexes(list(found.lines))
    parts.kind_name = next((line for line in main[:_HEAD_LINES] if _is_kind(line)), None)
    _name_head(main, parts)
    begin = _end_of_head(main, parts)
    begin = _name_subject(main, begin, parts)
    end = start_of_foot(main, begin)
    rest = _name_addressed(main[begin:end], parts)
    rest = _name_basis(rest, parts)
    named = {line.order for line in parts.head}
    parts.body = [line for line in rest if line.order not in named]
    _name_foot(main[end:], parts)
    return parts


def _annexes(lines: list[FoundLine]) -> tuple[list[FoundLine], list[list[FoundLine]]]:
    starts = [at for at, line in enumerate(lines) if at > 4 and _ANNEX.match(line.text) and line.cell is None]
    if not starts:
        return lines, []
    return lines[: starts[0]], [lines[a:b] for a, b in pairwise([*starts, len(lines)])]


def _is_kind(line: FoundLine) -> bool:
    folded = fold(line.text)
    kind = next((kind for kind in _KINDS if f"{folded} ".startswith(f"{kind} ")), "")
    if not kind or len(line.text) > 100 or line.text.endswith(":"):
        return False
    return line.is_upper or (line.align == "center" and line.is_bold and len(folded.split()) <= 5)


def _name_head(lines: list[FoundLine], parts: Parts) -> None:
    top = parts.kind_name.order if parts.kind_name else _HEAD_LINES
    for line in lines:
        for piece in line.pieces() if line.order <= top else (line,):
            _name_piece(piece, parts, is_top=line.order < top)
    number = parts.number
    left = [line for line in _lefts(lines, parts) if number is None or _stands_over(line, number)]
    parts.issuers = left


def _name_piece(line: FoundLine, parts: Parts, *, is_top: bool) -> None:
    folded = fold(line.text)
    if folded in _MOTTO_UPPER and parts.motto_upper is None:
        parts.motto_upper = line
    elif _MOTTO_LOWER.fullmatch(folded.strip("-_ ")) and parts.motto_lower is None:
        parts.motto_lower = line
    elif parts.day is None and _is_day(line, is_top=is_top):
        parts.day = line
    elif is_top and parts.number is None and len(line.text) < 60 and _is_number(line.text):
        parts.number = line
    elif (is_top and line.text.lower().startswith(("v/v", "về việc", "v/ v")) and not parts.dispatch_subject) or (
        is_top and parts.dispatch_subject and line.cell and line.cell == parts.dispatch_subject[0].cell
    ):
        parts.dispatch_subject.append(line)


def _is_day(line: FoundLine, *, is_top: bool) -> bool:
    if is_top and line.order <= 15:
        return bool(_DAY.match(line.text) or _SHORT_DAY.match(line.text))
    return bool(_DAY.match(line.text)) and line.align in {"center", "right"}


def _is_number(text: str) -> bool:
    match = _NUMBER.match(text)
    symbol = (match["symbol"] or "") if match else ""
    return match is not None and (not symbol or symbol[0] in "/-" or "/" in symbol or symbol[0].isupper())


def _lefts(lines: list[FoundLine], parts: Parts) -> list[FoundLine]:
    """Lines at the left of the head that are nothing else: names of the bodies that issue the paper."""
    head = [one for one in (parts.motto_upper, parts.motto_lower, parts.number, parts.day) if one]
    if not head:
        return []
    top = parts.kind_name.order if parts.kind_name else max(one.order for one in head) + 1
    named = {one.text for one in (*head, *parts.dispatch_subject)}
    last = max((one.order for one in head if one.order < top), default=0)
    found: list[FoundLine] = []
    for line in lines:
        if line.order > last:
            break
        piece = line.pieces()[0]
        if piece.text not in named and _names_a_body(piece, line):
            found.append(piece)
    return found


def _names_a_body(piece: FoundLine, line: FoundLine) -> bool:
    if line.cell is not None and line.cell[2] > 1:
        return False
    if fold(piece.text).strip("()") in {"du thao", "khan", "hoa toc", "mat"}:
        return False
    return piece.is_upper or (line.cell is not None and any(letter.isalpha() for letter in piece.text))


def _stands_over(line: FoundLine, number: FoundLine) -> bool:
    return line.order < number.order or (line.cell is not None and number.cell is None)


def _end_of_head(lines: list[FoundLine], parts: Parts) -> int:
    """The index of the first line after the head, or of the one after the name of the kind."""
    if parts.kind_name:
        return next(at for at, line in enumerate(lines) if line.order == parts.kind_name.order) + 1
    orders = {line.order for line in parts.head if line.order <= _HEAD_LINES}
    return max((at for at, line in enumerate(lines) if line.order in orders), default=-1) + 1


def _name_subject(lines: list[FoundLine], begin: int, parts: Parts) -> int:
    """What the paper is about: the lines centred under its kind, as far as the rule under them."""
    if parts.kind_name is None or parts.kind_name.rule:
        return begin
    named = {line.order for line in parts.head}
    for at, line in enumerate(lines[begin : begin + 6]):
        is_first = not parts.subject
        loose = is_first and len(line.text) < 250 and not line.text.endswith((".", ";", ":", ","))
        goes_on = line.align == "center" or loose or (not is_first and line.text[0].islower())
        if line.order in named or _opens_text(line) or not goes_on:
            return begin + at
        if line.is_upper and not is_first:
            return begin + at
        parts.subject.append(line)
        if line.rule:
            return begin + at + 1
    return min(begin + 6, len(lines))


def _opens_text(line: FoundLine) -> bool:
    return bool(
        _BASIS.match(line.text)
        or line.text.startswith(("Kính gửi", "KÍNH GỬI"))
        or re.match(r"^([IVX]+|\d+)\.|^Điều \d|^[-+]\s", line.text)
        or is_label(line)
        or is_power(line)
    )


def _name_addressed(lines: list[FoundLine], parts: Parts) -> list[FoundLine]:
    """ "Kính gửi" and the list under or beside it; returns the other lines."""
    at = next((at for at, line in enumerate(lines[:12]) if fold(line.text).startswith("kinh gui")), None)
    if at is None:
        return lines
    first = lines[at]
    parts.addressed.append(first)
    for line in lines[at + 1 :]:
        is_beside = first.cell is not None and line.cell is not None and line.cell[0] == first.cell[0]
        if not is_beside and not line.text.startswith(("-", "–")):
            break
        if not is_beside and not first.text.endswith(":"):
            break
        parts.addressed.append(line)
    taken = {line.order for line in parts.addressed}
    return [line for line in lines if line.order not in taken]


def _name_basis(lines: list[FoundLine], parts: Parts) -> list[FoundLine]:
    """The căn cứ: the first paragraphs that say so; one that ends with a colon opens the text instead."""
    rest: list[FoundLine] = []
    for at, line in enumerate(lines):
        if _is_basis(line, parts.basis):
            parts.basis.append(line)
        elif line.is_upper and line.align == "center":
            rest.append(line)
        else:
            return [*rest, *lines[at:]]
    return rest


def _is_basis(line: FoundLine, before: Sequence[FoundLine]) -> bool:
    if not _BASIS.match(line.text) or line.text.endswith(":"):
        return False
    follows = bool(before) and before[-1].text.endswith((";", ","))
    return line.is_italic or line.text.endswith(";") or follows or (line.text.startswith("Căn cứ") and not before)


def _name_foot(lines: list[FoundLine], parts: Parts) -> None:
    """Recipients on one side, each signature on another."""
    columns: dict[tuple[int, int], Signed] = {}
    for line in lines:
        pieces = line.pieces()
        for at, piece in enumerate(pieces):
            if is_label(piece) and parts.recipients_label is None:
                parts.recipients_label = piece
            elif _is_recipient(piece, parts):
                parts.recipients.append(piece)
            else:
                key = (piece.cell[0], piece.cell[2]) if piece.cell else (0, at if len(pieces) > 2 else 0)
                columns.setdefault(key, Signed()).take(piece)
    parts.signed = [signed for signed in columns.values() if signed.lines]


def _is_recipient(line: FoundLine, parts: Parts) -> bool:
    label = parts.recipients_label
    if label is None or line.is_upper:
        return False
    if label.cell is not None:
        return line.cell is not None and (line.cell[0], line.cell[2]) == (label.cell[0], label.cell[2])
    return line.text.startswith(("-", "–", "+", "•", "Lưu"))


def number_and_symbol(text: str) -> tuple[str, str]:
    """ "Số: 03/KHLT-UBND" → ("03", "/KHLT-UBND"); empty parts where the pattern does not hold."""
    match = _NUMBER.match(text)
    return ((match["number"] or "").strip(" …._"), (match["symbol"] or "").strip()) if match else ("", "")


def place_of(text: str) -> tuple[str, bool]:
    """The place before the day, and whether a comma stands after it."""
    match = _DAY.match(text)
    return (match["place"].strip(), bool(match["comma"])) if match else ("", False)
