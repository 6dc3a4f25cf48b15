"""The fixed wording of a paper: number line, place and day, headings, căn cứ, recipients, the mark at the end."""

from datetime import date

from danban.papers.forms import Form
from danban.papers.letters import clean, upper
from danban.papers.paper import Block, Depth, Field, Heading, Item, Paper, Paragraph, Run, Table

END_MARK = "./."
_WIDE = {Depth.PART: "Phần", Depth.CHAPTER: "Chương", Depth.SECTION: "Mục", Depth.SUBSECTION: "Tiểu mục"}
_ENDINGS = " \t\r\n\u00a0;.,:"
_BLANK = "\u00a0" * 8  # room for a number written by hand


def number_line(paper: Paper, form: Form) -> str:
    """ "Số: 03/KHLT-UBND-UBMTTQ"; a blank where the number is still to be taken, "" where the form has none."""
    if not paper.is_numbered:
        return ""
    number = f"{paper.number:02d}" if paper.number is not None else _BLANK
    return f"{form.number_word}{number}{form.number_joint if paper.symbol else ''}{clean(paper.symbol)}"


def place_line(paper: Paper) -> str:
    """ "Phúc Xá, ngày 05 tháng 01 năm 2023": day under 10 and months 1 and 2 with a zero before them."""
    place = clean(paper.place).strip()
    return f"{place}{', ' if place else ''}{day_in_words(paper.issued_on)}"


def day_in_words(day: date | None) -> str:
    """ "ngày 05 tháng 01 năm 2023"; dots where the day is to be filled in by hand."""
    if day is None:
        return "ngày … tháng … năm …"
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def attached_line(paper: Paper, form: Form) -> str:
    """ "(Kèm theo Kế hoạch số 03/KH-UBND ngày 05 tháng 01 năm 2023 của Ủy ban nhân dân xã Đông Sơn)"."""
    kind = clean(paper.kind_name).capitalize() or "Công văn"
    number = number_line(paper, form).replace(form.number_word, "số ", 1)
    issuers = " và ".join(clean(issuer.name) for issuer in paper.issuers)
    parts = ("Kèm theo", kind, number, day_in_words(paper.issued_on), f"của {issuers}" if issuers else "")
    return f"({' '.join(filter(None, parts))})"


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """A heading as printed: two lines for part, chapter and section, one for the others."""
    number, title = clean(heading.number), clean(heading.title)
    if heading.depth in _WIDE:
        return f"{_WIDE[heading.depth]} {number}", upper(title)
    if heading.depth is Depth.ROMAN:
        return (f"{number}. {upper(title)}",)
    if heading.depth is Depth.ARTICLE:
        return (f"Điều {number}. {title}",)
    return (f"{number}. {title}",)


def basis_lines(paper: Paper) -> list[str]:
    """The căn cứ, a line each: ";" at the end of each, "." at the end of the last."""
    lines = [clean(line).rstrip(_ENDINGS) for line in paper.basis]
    last = len(lines) - 1
    return [f"{line}{'.' if index == last else ';'}" for index, line in enumerate(lines)]


def recipient_lines(paper: Paper) -> list[str]:
    """The recipients, a dash before each, ";" between them and "." after the last."""
    lines = [clean(line).lstrip("- ").rstrip(_ENDINGS) for line in paper.recipients]
    last = len(lines) - 1
    return [f"- {line}{'.' if index == last else ';'}" for index, line in enumerate(lines)]


def with_end_mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with "./." after the last words; on a line of its own where a table or a heading is last."""
    if not blocks:
        return blocks
    *rest, last = blocks
    if isinstance(last, Paragraph):
        if not last.runs:
            return (*rest, Paragraph((Run(END_MARK),), last.is_centred))
        ending = last.runs[-1]
        closed = Run(ending.text.rstrip(_ENDINGS) + END_MARK, ending.bold, ending.italic)
        return (*rest, Paragraph((*last.runs[:-1], closed), last.is_centred))
    if isinstance(last, Item):
        return (*rest, Item(last.mark, last.text.rstrip(_ENDINGS) + END_MARK, last.lead))
    if isinstance(last, Field):
        return (*rest, Field(last.label, last.text.rstrip(_ENDINGS) + END_MARK))
    assert isinstance(last, Table | Heading)
    return (*blocks, Paragraph((Run(END_MARK),)))
