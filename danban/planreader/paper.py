"""A paper is the document as the grammar sees it: one text, and blocks (lines) with their place in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from danban.planreader.normalise import folded, plain
from danban.planreader.reading import Span

CELL_GAP = " | "


@dataclass(frozen=True)
class Line:
    """What a file format yields: one paragraph, or one table row with its cells."""

    text: str
    cells: tuple[str, ...] = ()
    table: int = 0  # rows of one table share a number above zero
    full: bool = False  # the line ran to the right edge, so the next one may continue it


@dataclass(frozen=True)
class Block:
    """One line of the final text; ``cells`` are absolute spans."""

    start: int
    end: int
    cells: tuple[Span, ...] = ()
    table: int = 0


@dataclass(frozen=True)
class Paper:
    """The final text in its three views, and its blocks in order."""

    text: str
    blocks: tuple[Block, ...]
    plain: str = field(repr=False)
    folded: str = field(repr=False)

    def words(self, span: Span | Block) -> str:
        """The text of a span as written."""
        start, end = (span.start, span.end) if isinstance(span, Block) else span
        return self.text[start:end]

    def bare(self, span: Span | Block) -> str:
        """The folded text of a span."""
        start, end = (span.start, span.end) if isinstance(span, Block) else span
        return self.folded[start:end]


def make_paper(lines: Iterable[Line]) -> Paper:
    """Lay lines under one another; empty ones are left out."""
    pieces: list[str] = []
    blocks: list[Block] = []
    position = 0
    for line in lines:
        cells = tuple(" ".join(cell.split()) for cell in line.cells)
        words = CELL_GAP.join(cells) if cells else " ".join(line.text.split())
        if not words.strip(" |"):
            continue
        blocks.append(Block(position, position + len(words), _cell_spans(cells, position), line.table))
        pieces.append(words)
        position += len(words) + 1
    text = "\n".join(pieces)
    mended = plain(text)
    return Paper(text=text, blocks=tuple(blocks), plain=mended, folded=folded(mended))


def _cell_spans(cells: tuple[str, ...], position: int) -> tuple[Span, ...]:
    spans = []
    for cell in cells:
        spans.append((position, position + len(cell)))
        position += len(cell) + len(CELL_GAP)
    return tuple(spans)
