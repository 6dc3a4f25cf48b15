"""The fixed wording of a paper: number line, place and day, headings, căn cứ, recipients, the mark at the end."""

import re
import unicodedata
from datetime import date

from danban.papers.forms import Form
from danban.papers.paper import Block, Depth, Field, Heading, Item, Paper, Paragraph, Run, Table

END_MARK = "./."
_WIDE = {Depth.PART: "Phần", Depth.CHAPTER: "Chương", Depth.SECTION: "Mục"}
_ENDINGS = re.compile(r"[\s;.,:]+$")
_BREAKS = str.maketrans(dict.fromkeys("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\t", " "))


def clean(text: str) -> str:
    """Text fit for paper: composed letters, no control or direction characters, single spaces within the line."""
    composed = unicodedata.normalize("NFC", text).translate(_BREAKS)
    kept = "".join(letter for letter in composed if unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return re.sub(r" {2,}", " ", kept)


def number_line(paper: Paper, form: Form) -> str:
    """ "Số: 03/KHLT-UBND-UBMTTQ"; a blank where the number is still to be taken, "" where the form has none."""
    if not paper.is_numbered:
        return ""
    number = f"{paper.number:02d}" if paper.number is not None else " " * 8
    joint = "-" if form.code.startswith("party") else "/"
    return f"{form.number_word}{number}{joint if paper.symbol else ''}{clean(paper.symbol)}"


def place_line(paper: Paper) -> str:
    """ "Phúc Xá, ngày 05 tháng 01 năm 2023": day under 10 and months 1 and 2 with a zero before them."""
    return f"{clean(paper.place)}, {day_in_words(paper.issued_on)}"


def day_in_words(day: date | None) -> str:
    """ "ngày 05 tháng 01 năm 2023"; dots where the day is to be filled in by hand."""
    if day is None:
        return "ngày … tháng … năm …"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """A heading as printed: two lines for part, chapter and section, one for the others."""
    title = clean(heading.title)
    if heading.depth in _WIDE:
        return f"{_WIDE[heading.depth]} {heading.number}", title.upper()
    if heading.depth is Depth.ROMAN:
        return (f"{heading.number}. {title.upper()}",)
    if heading.depth is Depth.ARTICLE:
        return (f"Điều {heading.number}. {title}",)
    return (f"{heading.number}. {title}",)


def basis_lines(paper: Paper) -> list[str]:
    """The căn cứ, a line each: ";" at the end of each, "." at the end of the last."""
    lines = [_ENDINGS.sub("", clean(line)) for line in paper.basis]
    return [f"{line}{'.' if line is lines[-1] else ';'}" for line in lines]


def recipient_lines(paper: Paper) -> list[str]:
    """The recipients, a dash before each, ";" between them and "." after the last."""
    lines = [_ENDINGS.sub("", clean(line).lstrip("- ")) for line in paper.recipients]
    last = len(lines) - 1
    return [f"- {line}{'.' if index == last else ';'}" for index, line in enumerate(lines)]


def with_end_mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with "./." after the last words; on a line of its own where a table or a heading is last."""
    if not blocks:
        return blocks
    *rest, last = blocks
    if isinstance(last, Paragraph) and last.runs:
        ending = last.runs[-1]
        closed = Run(_ENDINGS.sub("", ending.text) + END_MARK, ending.bold, ending.italic)
        return (*rest, Paragraph((*last.runs[:-1], closed), last.is_centred))
    if isinstance(last, Item):
        return (*rest, Item(last.mark, _ENDINGS.sub("", last.text) + END_MARK, last.lead))
    if isinstance(last, Field):
        return (*rest, Field(last.label, _ENDINGS.sub("", last.text) + END_MARK))
    assert isinstance(last, Table | Heading)
    return (*blocks, Paragraph((Run(END_MARK),)))
