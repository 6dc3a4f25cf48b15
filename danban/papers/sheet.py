"""What a laid-out paper is: lines with size, place and distance, in the order they are printed."""

from dataclasses import dataclass, field

from danban.papers.forms import Form
from danban.papers.paper import Run

LEFT, CENTRE, RIGHT, JUSTIFY = "left", "center", "right", "justify"
BREAK = "\n"  # a new line within a paragraph; only a layout puts it there, cleaned text holds none


@dataclass(frozen=True)
class Line:
    """One paragraph: ``size`` and distances in points, indents and ``rule`` (a line drawn under it) in mm.

    ``left`` indents every line, ``first`` only the first; ``keeps`` holds it to the next paragraph; ``level``
    is its depth in the outline of the document, 0 for running text.
    """

    runs: tuple[Run, ...]
    size: float
    align: str = LEFT
    left: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    rule: float = 0.0
    keeps: bool = False
    level: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: shares of the width, titles, rows as wide as they, a last row in bold, how each column stands."""

    shares: tuple[float, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    aligns: tuple[str, ...]
    size: float


Printed = Line | Grid


@dataclass(frozen=True)
class Columns:
    """Lines side by side; shares of the width."""

    shares: tuple[float, ...]
    cells: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """Everything printed: the head's rows, the body, the rows at the foot, the annexes, the check code."""

    form: Form
    title: str
    author: str
    head: tuple[Columns, ...]
    body: tuple[Printed, ...]
    foot: tuple[Columns, ...]
    annexes: tuple[tuple[Printed, ...], ...] = ()
    check_address: str = ""
    check_text: str = ""
    body_size: float = field(default=14)
