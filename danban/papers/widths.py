"""How wide text runs in Times New Roman and the fonts of the same metrics: for rules as long as a part of a line."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

# Words of two syllables that a line of a head or a title had better not tear apart.
_TIED = re.compile(
    r"\b(ủy ban|mặt trận|tổ quốc|việt nam|nhân dân|thành phố|thị xã|thị trấn|tổ dân phố|thường trực|hội nghị|đại biểu"
    r"|xây dựng|đời sống|văn hóa|cơ sở|gia đình|nghị quyết|kế hoạch|(ngày \d+ )?(tháng \d+ )?năm \d+)\b",
    re.IGNORECASE,
)
CELL_MARGINS = 3.8  # mm left and right of the text in a cell of a table, together
_LONG_WORD = 30.0  # mm; a longer word is broken rather than given its width
_TIE = "\N{WORD JOINER}"
_MM_A_POINT = 25.4 / 72
# Advance widths in thousandths of the size; letters not named here run 500.
_REGULAR = {
    " ": 250, "-": 333, ",": 250, ".": 250, "/": 278, ":": 278, "(": 333, ")": 333, "a": 444, "c": 444, "e": 444,
    "f": 333, "i": 278, "j": 278, "l": 278, "m": 778, "r": 333, "s": 389, "t": 278, "w": 722, "z": 444, "A": 722,
    "B": 667, "C": 667, "D": 722, "E": 611, "F": 556, "G": 722, "H": 722, "I": 333, "J": 389, "K": 722, "L": 611,
    "M": 889, "N": 722, "O": 722, "P": 556, "Q": 722, "R": 667, "S": 556, "T": 611, "U": 722, "V": 722, "W": 944,
    "X": 722, "Y": 722, "Z": 611,
}  # fmt: skip
_BOLD = _REGULAR | {
    "a": 500, "b": 556, "d": 556, "h": 556, "j": 333, "k": 556, "m": 833, "n": 556, "p": 556, "q": 556, "r": 444,
    "t": 333, "u": 556, "C": 722, "E": 667, "F": 611, "G": 778, "H": 778, "I": 389, "J": 500, "K": 778, "L": 667,
    "M": 944, "O": 778, "P": 611, "Q": 778, "R": 722, "T": 667, "W": 1000, "Z": 667,
}  # fmt: skip


def width_mm(text: str, *, size: float, bold: bool = False) -> float:
    """The width in mm of a line of text at ``size`` points; marks over letters add nothing."""
    table = _BOLD if bold else _REGULAR
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    thousandths = sum(table.get(letter, 500) for letter in letters if not unicodedata.combining(letter))
    return thousandths / 1000 * size * _MM_A_POINT


def balanced(text: str, *, size: float, bold: bool, width: float) -> list[str]:
    """The text in as few lines of ``width`` mm as it needs, about equally long; a word too long keeps its line."""
    tied = _TIED.sub(lambda found: found[0].replace(" ", _TIE), text)
    words = [word.replace(_TIE, " ") for word in tied.split(" ")]
    widths = [width_mm(word, size=size, bold=bold) for word in words]
    space = width_mm(" ", size=size, bold=bold)
    best = _filled(words, widths, space, width)
    limit = width
    while len(best) > 1 and limit > max(widths):
        limit -= 1
        narrower = _filled(words, widths, space, limit)
        if len(narrower) > len(best):
            break
        best = narrower
    return best


def _filled(words: list[str], widths: list[float], space: float, limit: float) -> list[str]:
    """Lines filled one after the other."""
    lines: list[list[str]] = [[]]
    taken = 0.0
    for word, width in zip(words, widths, strict=True):
        if lines[-1] and taken + space + width > limit:
            lines.append([])
            taken = 0.0
        taken += width + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return [" ".join(one) for one in lines]


def widest_word(texts: Iterable[str], *, size: float) -> float:
    """How wide the widest word of a column is, in mm; a word that would crowd out the others does not count."""
    widths = (width_mm(word, size=size, bold=True) for text in texts for word in text.split(" "))
    return max((width for width in widths if width <= _LONG_WORD), default=0.0)


def fair_shares(shares: Sequence[float], needed: Sequence[float], *, width: float) -> tuple[float, ...]:
    """Parts of ``width`` mm by ``shares``, but none narrower than it needs while all needs can be met."""
    fair = [share / sum(shares) for share in shares]
    floor = [min(need / width * 1.02, 1.0) for need in needed]
    if sum(floor) > 1:
        return tuple(fair)
    spare = [max(part - least, 0.0) for part, least in zip(fair, floor, strict=True)]
    left = 1 - sum(floor)
    return tuple(least + left * more / sum(spare) for least, more in zip(floor, spare, strict=True))
