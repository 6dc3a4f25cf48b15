"""Numbers before headings and clauses ("I.", "1.", "a)", "Điều 1."), and what may follow each."""

import re
from dataclasses import dataclass, field

_TENS, _ONES = ("", "X"), ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_ROMANS = [tens + ones for tens in _TENS for ones in _ONES]
_LETTERS = [
    "a",
    "b",
    "c",
    "d",
    "đ",
    "e",
    "g",
    "h",
    "i",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "x",
    "y",
]
_RARE = {"ă": "a", "â": "a", "ê": "e", "ô": "o", "ơ": "o", "ư": "u"}
_PATTERNS = (
    ("article", re.compile(r"^Điều (\d{1,3})\b[.:]?")),
    ("chapter", re.compile(r"^Chương ([IVX]+)\b")),
    ("part", re.compile(r"^Phần ([IVX]+)\b")),
    ("section", re.compile(r"^Mục (\d{1,2})$")),
    ("roman", re.compile(r"^([IVX]+)\.\s")),
    ("arabic", re.compile(r"^(\d{1,2})\.\s+\S")),
    ("letter", re.compile(r"^([^\W\d_])\)\s")),
)
SHOWN = {
    "article": "Điều {}.", "chapter": "Chương {}", "part": "Phần {}", "section": "Mục {}", "roman": "{}.",
    "arabic": "{}.", "letter": "{})",
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """A mark of a kind ("roman", "letter", …); ``place`` is its place in the row of such marks, 0 where it has none."""

    kind: str
    sign: str
    place: int


def mark_of(text: str) -> Mark | None:
    """The mark a line begins with."""
    for kind, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            return Mark(kind, match[1], _place(kind, match[1]))
    return None


def sign_at(kind: str, place: int) -> str:
    """The mark as printed: ("letter", 5) → "đ)"."""
    row = {"letter": _LETTERS, "roman": _ROMANS, "chapter": _ROMANS, "part": _ROMANS}.get(kind)
    sign = (row[place - 1] if place <= len(row) else "…") if row is not None else str(place)
    return SHOWN[kind].format(sign)


def _place(kind: str, sign: str) -> int:
    if kind in {"article", "arabic", "section"}:
        return int(sign)
    row = list(_LETTERS if kind == "letter" else _ROMANS)
    return row.index(sign) + 1 if sign in row else 0


@dataclass
class Rows:
    """The rows of marks open at a moment: each may go on, and one may begin again at its first mark."""

    open: dict[str, list[int]] = field(default_factory=dict)

    def wanted(self, mark: Mark) -> int | None:
        """The place that should have come, None where the mark fits; takes the mark in either way."""
        rows = self.open.setdefault(mark.kind, [])
        if mark.sign in _RARE:
            return None
        at = next((at for at in range(len(rows) - 1, -1, -1) if rows[at] + 1 == mark.place), None)
        if at is not None:
            del rows[at + 1 :]
            rows[at] = mark.place
            return None
        if mark.place == 1 and mark.kind != "article":
            rows.append(1)
            return None
        wanted = rows[-1] + 1 if rows else 1
        if mark.place == wanted:
            rows.append(mark.place)
            return None
        rows[-1:] = [mark.place or wanted]
        return wanted
