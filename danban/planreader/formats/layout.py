"""Tables that only place words side by side, told from tables of tasks; shared by all formats with tables."""

import re
from collections.abc import Sequence

from danban.planreader.normalise import folded
from danban.planreader.paper import Line

_PLACING = re.compile(
    r"cong hoa xa hoi|dang cong san viet nam|doc lap\s*-?–?\s*tu do|noi nhan|^\s*(?:t\s*[/.]?\s*m|"
    r"k\s*[/.]?\s*t)\s*[./]|(?:^|\n)\s*so\s*:|kinh gui|(?:^|\n)v/v"
)


def table_lines(rows: Sequence[Sequence[str]], table: int) -> list[Line]:
    """Rows of a real table as rows; a placing table column by column as plain lines."""
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return []
    if max(len(row) for row in rows) == 1 or any(_PLACING.search(folded(cell)) for row in rows for cell in row):
        return _columns(rows)
    return [Line("", tuple(" ".join(cell.split()) for cell in row), table) for row in rows]


def _columns(rows: Sequence[Sequence[str]]) -> list[Line]:
    width = max(len(row) for row in rows)
    lines: list[Line] = []
    for column in range(width):
        for row in rows:
            if column < len(row):
                lines.extend(Line(words) for words in row[column].split("\n") if words.strip())
    return lines
