"""Two columns side by side, as the head and the foot of official papers have them, laid one under the other."""

import re
from collections.abc import Sequence

from danban.planreader.normalise import folded, plain
from danban.planreader.paper import Line

_GAP = re.compile(r"\s*\t+\s*|\s{3,}")
_RIGHT_HEAD = re.compile(
    r"(?:^|(?<=\s))(?:cong hoa xa hoi|dang cong san viet nam|doc lap\s*[-–]\s*tu do|doan tncs ho chi minh$)"
)
_PLACE_AND_DATE = re.compile(
    r"(?:^|(?<=\s))[^\W\d_][^\d,:;/]{0,40}?,?\s*(?:ngay|nga y)[\s.…_]*\d{0,2}[\s.…_]*thang"
    r"[\s.…_]*\d{0,2}[\s.…_]*nam[\s.…_]*\d{0,4}"
)
_SYMBOL_END = re.compile(r"so\s*[:.]?\s*[\d.…_\s]*[/-]\s*[\wđ]+(?:\s?[-/&.]\s?[\wđ]+)*")
_TYPE_LINE = re.compile(
    r"(ke hoach|huong dan|chuong trinh|quyet dinh|chi thi|nghi quyet|thong bao|bao cao|de an|phuong an|kinh gui|"
    r"quy che|ket luan|to trinh|cong dien|[i1]\s*[.])"
)
_FOOT = re.compile(r"(noi nhan|(?:t\s*[/.]?\s*m|k\s*[/.]?\s*t|t\.?l|t\.?u\.?q)\s*[./]\s*\S)")
_POST = re.compile(
    r"(?:pho\s+)?(?:chu tich|giam doc|truong ban|bi thu|cuc truong|hieu truong|truong phong|"
    r"chanh van phong|tong giam doc|chu nhiem)(?![^\W\d_])"
)
_RAN_OVER = re.compile(
    r"^cong hoa xa hoi(?!.*viet nam$)|^doc lap(?!.*hanh phuc)|ngay\s*\d{0,2}$|ngay.*thang\s*\d{0,2}$|"
    r"thang\s*\d{1,2}\s*nam\s*$"
)
_HEAD_LIMIT = 30
_HOLE = "\x00"


def lay_out(lines: Sequence[Line]) -> list[Line]:
    """Split side-by-side lines at the head and at the foot; leave everything between as it is."""
    head_end = _head_end(lines)
    result = _split_run(lines[:head_end], head=True)
    position = head_end
    while position < len(lines):
        line = lines[position]
        if not line.cells and _opens_foot(line.text.strip()):
            end = _foot_end(lines, position)
            result.extend(_split_run(lines[position:end], head=False))
            position = end
        else:
            result.append(line)
            position += 1
    return result


def _opens_foot(words: str) -> bool:
    bare = folded(plain(words))
    return _FOOT.match(bare) is not None or (_POST.match(bare) is not None and words.isupper())


def _head_end(lines: Sequence[Line]) -> int:
    seen = 0
    for index, line in enumerate(lines):
        bare = folded(plain(" ".join(line.text.split())))
        if not bare:
            continue
        if _TYPE_LINE.match(bare) and not _RIGHT_HEAD.search(bare):
            return index
        seen += 1
        if seen > _HEAD_LIMIT:
            break
    return 0 if seen <= 3 else min(len(lines), 12)


def _foot_end(lines: Sequence[Line], start: int) -> int:
    for index in range(start, min(len(lines), start + 60)):
        line = lines[index]
        if line.cells or folded(line.text).strip().startswith("phu luc") or _opens_attached(line, index - start):
            return max(index, start + 1)
    return min(len(lines), start + 60)


def _opens_attached(line: Line, distance: int) -> bool:
    """The plan that a decision issues begins below its foot."""
    words = line.text.strip()
    return distance > 0 and words.isupper() and _TYPE_LINE.match(folded(plain(words))) is not None


def _split_run(lines: Sequence[Line], *, head: bool) -> list[Line]:
    result: list[Line] = []
    left: list[str] = []
    right: list[str] = []

    def flush() -> None:
        result.extend(Line(part) for part in (*left, *right))
        left.clear()
        right.clear()

    for line in lines:
        parts = _parts(line.text, head=head) if not line.cells else []
        wide = line.text.expandtabs()
        indent = len(wide) - len(wide.lstrip())
        if len(parts) >= 2:
            left.append(parts[0])
            _take(right, parts[1:])
        elif parts and (left or right) and indent >= 25:
            _take(right, parts)
        elif (parts and not head and left and not _starts_afresh(parts[0])) or (
            parts and head and right and indent < 25
        ):
            left.append(parts[0])
        elif parts or line.cells:
            flush()
            result.append(line if line.cells else Line(parts[0], full=line.full))
    flush()
    return result


def _take(right: list[str], parts: Sequence[str]) -> None:
    """Add to the right column; a motto or a date that ran over its line goes on where it stopped."""
    for part in parts:
        if right and _RAN_OVER.search(folded(plain(right[-1]))):
            right[-1] = f"{right[-1]} {part}"
        else:
            right.append(part)


def _starts_afresh(words: str) -> bool:
    return folded(words).startswith("phu luc")


def _parts(text: str, *, head: bool) -> list[str]:
    text = text.strip()
    if not text:
        return []
    cut = _head_cut(text) if head else None
    if cut:
        bodies = _GAP.split(_shield(text[:cut].strip()))  # two issuers may stand beside the motto
        return [part.replace(_HOLE, " ").strip() for part in (*bodies, text[cut:]) if part.strip(_HOLE + " ")]
    shielded = _shield(text)
    return [part.replace(_HOLE, " ").strip() for part in _GAP.split(shielded) if part.strip(_HOLE + " ")]


def _head_cut(text: str) -> int | None:
    bare = folded(plain(text))
    if match := _RIGHT_HEAD.search(bare):
        return match.start() or None
    number = _SYMBOL_END.match(bare)
    match = _PLACE_AND_DATE.search(bare, number.end() if number else 0)
    if match is None:
        return None
    gap = list(re.finditer(r"\s{3,}|\t", text[: match.end()]))
    inside = [hole for hole in gap if hole.end() <= re.compile("nga").search(bare, match.start()).start()]  # type: ignore[union-attr]
    return (inside[-1].end() if inside else match.start()) or None


def _shield(text: str) -> str:
    """Hide wide blanks that were left for a number or a date to be written in by hand."""
    bare = folded(plain(text))
    chars = list(text)
    for pattern in (r"so\s*[:.]?[\s.…_]*[/-]", r"ngay[\s\d.…_]*thang[\s\d.…_]*nam[\s\d.…_]*\d*"):
        for match in re.finditer(pattern, bare):
            for place in range(match.start(), match.end()):
                if chars[place].isspace():
                    chars[place] = _HOLE
    return "".join(chars)
