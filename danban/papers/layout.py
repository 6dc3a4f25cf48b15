"""A paper laid out by its form: lines with size, place and distance, in the order they are printed.

Both renderers print these lines and decide nothing, so the .docx and the .pdf of a paper cannot differ in form.
"""

from dataclasses import replace

from danban.papers.ends import foot, head
from danban.papers.forms import Form, Style, form_of
from danban.papers.letters import clean
from danban.papers.lines import centred, line, ruled, running
from danban.papers.paper import (
    Align,
    Annex,
    Block,
    Depth,
    Field,
    Heading,
    Item,
    Paper,
    Paragraph,
    Run,
    Table,
)
from danban.papers.sheet import CENTRE, LEFT, RIGHT, Grid, Line, Printed, Sheet
from danban.papers.widths import CELL_MARGINS, fair_shares, widest_word
from danban.papers.wording import attached_line, basis_lines, heading_lines, with_end_mark

_TITLE_WIDTH = 140.0  # a title is set narrower than the text, in lines about equally long
_GAP = 6.0
_DEEPER = {"+": 6.0}
_LEVELS = {depth: level for level, depth in enumerate(Depth, start=1)}
_STANDS = {Align.LEFT: LEFT, Align.CENTRE: CENTRE, Align.RIGHT: RIGHT}
_SMALLEST_SHARE = 0.01


def lay_out(paper: Paper) -> Sheet:
    """The sheet of a paper, by the form its profile follows."""
    form = form_of(paper.profile)
    blocks = with_end_mark(paper.blocks) if paper.has_end_mark else paper.blocks
    body: list[Printed] = [*_title(paper, form), *_addressed(paper, form)]
    body += [running(line(words, form.basis), form) for words in basis_lines(paper)]
    body += [one for block in blocks for one in _block(block, form)]
    ends = foot(paper, form)
    body += [Line((), _GAP)] if ends else []
    code = paper.check_code
    return Sheet(
        form=form,
        title=" ".join(filter(None, (clean(paper.kind_name), clean(paper.subject)))),
        author=" - ".join(clean(issuer.name) for issuer in paper.issuers),
        head=head(paper, form),
        body=tuple(body),
        foot=ends,
        annexes=tuple(_annex(annex, paper, form) for annex in paper.annexes),
        check_address=code.address if code else "",
        check_text=clean(f"Kiểm tra văn bản bằng mã {code.code}") if code else "",
        body_size=form.body.size.ours,
    )


def _title(paper: Paper, form: Form) -> list[Line]:
    if paper.is_dispatch:
        return []
    name = replace(centred(paper.kind_name, form.kind_name, width=_TITLE_WIDTH), before=18, keeps=True)
    if not clean(paper.subject).strip():
        return [replace(ruled(name), after=12)]
    return [name, replace(ruled(centred(paper.subject, form.subject, width=_TITLE_WIDTH)), after=12)]


def _addressed(paper: Paper, form: Form) -> list[Line]:
    """ "Kính gửi:" on one line with a single addressee, above a list of several."""
    if not paper.addressed_to:
        return []
    above = 12.0 if paper.is_dispatch else 0.0  # a title keeps its own distance; word processors add or merge two
    if len(paper.addressed_to) == 1:
        only = centred(f"Kính gửi: {paper.addressed_to[0]}", form.addressed_to, width=_TITLE_WIDTH)
        return [replace(only, before=above, after=12)]
    first = replace(line("Kính gửi:", form.addressed_to), left=30.0, before=above, keeps=True)
    last = len(paper.addressed_to) - 1
    names = [
        line(f"- {clean(name).strip()}{'.' if index == last else ';'}", form.addressed_to)
        for index, name in enumerate(paper.addressed_to)
    ]
    placed = [replace(name, left=42.0) for name in names]
    return [first, *placed[:-1], replace(placed[-1], after=12)]


def _block(block: Block, form: Form) -> list[Printed]:
    if isinstance(block, Heading):
        return list(_heading(block, form))
    if isinstance(block, Table):
        return [_grid(block, form), Line((), _GAP)] if block.columns else []
    if isinstance(block, Paragraph) and block.is_centred:
        return [Line(_clean_runs(block.runs), form.body.size.ours, CENTRE, after=form.paragraph_gap.ours)]
    deeper = _DEEPER.get(block.mark, 0.0) if isinstance(block, Item) else 0.0
    return [running(Line(_runs(block), form.body.size.ours, left=deeper), form)]


def _runs(block: Paragraph | Item | Field) -> tuple[Run, ...]:
    """The words of a block, its mark and label in front of them."""
    if isinstance(block, Paragraph):
        return _clean_runs(block.runs)
    if isinstance(block, Field):
        return Run(f"{clean(block.label)}: ", bold=True), Run(clean(block.text))
    lead = (Run(f"{clean(block.lead)} ", bold=True),) if block.lead else ()
    return Run(f"{clean(block.mark)} ", bold=block.mark.startswith("Điều")), *lead, Run(clean(block.text))


def _clean_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=clean(run.text)) for run in runs)


def _heading(heading: Heading, form: Form) -> list[Line]:
    number, *title = heading_lines(heading)
    level = _LEVELS[heading.depth]
    if title:
        first = replace(centred(number, form.heading, width=_TITLE_WIDTH), keeps=True, level=level)
        return [first, replace(centred(title[0], form.heading, width=_TITLE_WIDTH), after=6, keeps=True)]
    return [replace(running(line(number, form.heading), form), keeps=True, level=level)]


def _grid(table: Table, form: Form) -> Grid:
    """The table with every row as wide as its head, whatever came."""
    count, size = len(table.columns), form.body.size.low
    titles = tuple(clean(column.title) for column in table.columns)
    rows = tuple(_cells(row, count) for row in table.rows)
    shares = [max(column.share, _SMALLEST_SHARE) for column in table.columns]
    needed = [widest_word(column, size=size) + CELL_MARGINS for column in zip(titles, *rows, strict=True)]
    return Grid(
        shares=fair_shares(shares, needed, width=form.text_width),
        titles=titles,
        rows=rows,
        total=_cells(table.total, count) if table.total else (),
        aligns=tuple(_STANDS[column.align] for column in table.columns),
        size=size,
    )


def _cells(row: tuple[str, ...], count: int) -> tuple[str, ...]:
    return tuple(clean(cell) for cell in (*row, *[""] * count)[:count])


def _annex(annex: Annex, paper: Paper, form: Form) -> tuple[Printed, ...]:
    title = Style(form.heading.size, bold=True, is_upper=True)
    attached = Style(form.body.size, italic=True)
    lines: list[Printed] = [
        replace(centred(f"Phụ lục {annex.number}", form.annex_label, width=_TITLE_WIDTH), keeps=True, level=1),
        replace(centred(annex.title, title, width=_TITLE_WIDTH), keeps=True),
        replace(centred(attached_line(paper, form), attached, width=_TITLE_WIDTH), after=12),
    ]
    return (*lines, *(one for block in annex.blocks for one in _block(block, form)))
