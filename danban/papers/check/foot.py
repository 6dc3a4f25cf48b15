"""Where the foot of a paper begins, and who signs it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from danban.kit.vietnamese import fold
from danban.papers.check.found import FoundLine

_POWER = re.compile(r"^(TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s*[./]?\s+\S")
_POSITION = re.compile(
    r"^(PHÓ |QUYỀN )?(CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|TRƯỞNG BAN|TRƯỞNG THÔN|TRƯỞNG PHÒNG|TỔ TRƯỞNG|CHÁNH VĂN PHÒNG|CHỦ TỌA"
    r"|CHỦ TRÌ|THƯ KÝ|NGƯỜI )"
)
_TAIL = 8
_GAP_POINTS = 30


def is_label(line: FoundLine) -> bool:
    """Whether it is the word "Nơi nhận"."""
    return fold(line.text).startswith("noi nhan") and len(line.text) < 15


def is_power(line: FoundLine) -> bool:
    """Whether it names by which power somebody signs."""
    return line.is_upper and bool(_POWER.match(line.text))


def start_of_foot(lines: list[FoundLine], begin: int) -> int:
    """The index of the first line of the foot: after "./." where that stands, before the recipients anyhow."""
    label = next((at for at in range(len(lines) - 1, begin - 1, -1) if _has(lines[at], is_label)), len(lines))
    closed = next((at for at in range(label - 1, begin - 1, -1) if lines[at].text.endswith("./.")), None)
    first = begin if closed is None else closed + 1
    for at in range(first, min(label + 1, len(lines))):
        line = lines[at]
        if _has(line, is_label) or _has(line, is_power):
            return at
        if _POSITION.match(line.text) and line.is_upper and (line.cell or at >= len(lines) - _TAIL):
            return at
    return len(lines)


def _has(line: FoundLine, judge: Callable[[FoundLine], bool]) -> bool:
    return any(judge(piece) for piece in line.pieces())


@dataclass
class Signed:
    """One signature: lines of power and position, names. A wide gap before a line makes it a name."""

    lines: list[FoundLine] = field(default_factory=list)
    names: list[FoundLine] = field(default_factory=list)

    def take(self, line: FoundLine) -> None:
        """Add a line of this column, if it is one of the two."""
        has_gap = line.empties >= 2 or line.before >= _GAP_POINTS
        if line.is_upper and not (self.lines and has_gap):
            self.lines.append(line)
        elif self.lines and len(line.text) < 60 and not line.is_italic and "(" not in line.text:
            self.names.append(line)
