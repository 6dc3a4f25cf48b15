"""What stands in a .docx, as values: pages, and lines with the font, size and place they really have."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class FoundRun:
    """A stretch of text: ``size`` in points; ``fonts`` those its letters are printed in."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    fonts: tuple[str, ...] = ()
    is_black: bool = True
    is_link: bool = False
    is_underlined: bool = False


@dataclass(frozen=True)
class FoundLine:
    """A printed line of words. ``order`` counts lines, ``paragraph`` the paragraphs with words, both from 1.

    ``cell`` is (table, row, column) from 1 or None; ``first`` and ``left`` are indents in mm, ``first`` None where
    they cannot be told (spaces, an automatic number that hangs). ``before`` and ``after`` are points; ``spacing``
    is a multiple of a single line. ``empties`` counts the empty paragraphs above; ``is_continued`` a line after a
    line break. ``rule`` says what draws a line under it: "border", "drawing", "letters" or "".
    """

    order: int
    paragraph: int
    text: str
    runs: tuple[FoundRun, ...]
    align: str = "left"
    first: float | None = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float = 1.0
    cell: tuple[int, int, int] | None = None
    empties: int = 0
    is_continued: bool = False
    is_listed: bool = False
    rule: str = ""

    @property
    def worded(self) -> tuple[FoundRun, ...]:
        """The runs that have letters or figures; signs and spaces alone show no style."""
        strong = tuple(run for run in self.runs if any(letter.isalnum() for letter in run.text))
        return strong or tuple(run for run in self.runs if run.text.strip())

    @property
    def sizes(self) -> tuple[float, ...]:
        """Every size its words have, ascending."""
        return tuple(sorted({run.size for run in self.worded}))

    @property
    def is_bold(self) -> bool:
        """Whether all its words are bold."""
        return all(run.bold for run in self.worded)

    @property
    def is_italic(self) -> bool:
        """Whether all its words are italic."""
        return all(run.italic for run in self.worded)

    @property
    def is_upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.upper() == self.text and any(letter.isalpha() for letter in self.text)

    def pieces(self) -> tuple["FoundLine", ...]:
        """The line cut where tabs or wide spaces set its halves side by side; itself where nothing does."""
        cut = _cut(self.runs)
        if len(cut) < 2:
            return (self,)
        return tuple(
            replace(self, text=" ".join("".join(run.text for run in runs).split()), runs=runs, align="center")
            for runs in cut
        )


def _cut(runs: tuple[FoundRun, ...]) -> list[tuple[FoundRun, ...]]:
    parts: list[list[FoundRun]] = [[]]
    for run in runs:
        for index, words in enumerate(run.text.replace("     ", "\t").split("\t")):
            if index and any(one.text.strip() for one in parts[-1]):
                parts.append([])
            if words.strip():
                parts[-1].append(replace(run, text=words))
    return [tuple(part) for part in parts if part]


@dataclass(frozen=True)
class FoundPage:
    """A section's page in mm, and the number of the page in its head or foot.

    ``number`` is "" where there is none, else "head" or "foot"; ``shows_first`` whether it stands on the first
    page of the section; ``number_align`` how it stands, "" where that cannot be told.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number: str = ""
    number_align: str = ""
    number_size: float = 0.0
    shows_first: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it lies on its long side, as tables may."""
        return self.width > self.height


@dataclass(frozen=True)
class Found:
    """A document as read. ``drawn`` counts drawn lines; ``is_long`` says it surely has more than one page."""

    pages: tuple[FoundPage, ...]
    lines: tuple[FoundLine, ...]
    drawn: int = 0
    is_long: bool = False
