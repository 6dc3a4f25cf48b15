"""A paper laid out by its form: lines with size, place and distance, in the order they are printed.

Both renderers print these lines and decide nothing, so the .docx and the .pdf of a paper cannot differ in form.
"""

from dataclasses import dataclass, field

from danban.papers.forms import Form, Style, form_of
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
    Signature,
    Table,
)
from danban.papers.widths import width_mm
from danban.papers.wording import (
    basis_lines,
    clean,
    heading_lines,
    number_line,
    place_line,
    recipient_lines,
    with_end_mark,
)

LEFT, CENTRE, JUSTIFY = "left", "center", "justify"
_RULE_PART = 0.4  # the rule under a name is a third to a half as long as the text
_DEEPER = {"-": 0.0, "+": 6.0}
_SPACE_TO_SIGN = 62.0


@dataclass(frozen=True)
class Line:
    """One paragraph: ``size`` and distances in points, indents and ``rule`` (a line drawn under it) in mm.

    ``left`` indents every line, ``first`` only the first; ``keeps`` holds it to the next paragraph.
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


@dataclass(frozen=True)
class Grid:
    """A table: shares of the width, titles, rows, a last row in bold, how each column stands."""

    shares: tuple[float, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...]
    aligns: tuple[str, ...]
    size: float


Printed = Line | Grid


@dataclass(frozen=True)
class Columns:
    """Lines side by side; shares of the width. The rows of a head stand on the same heights."""

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


def lay_out(paper: Paper) -> Sheet:
    """The sheet of a paper, by the form its profile follows."""
    form = form_of(paper.profile)
    blocks = with_end_mark(paper.blocks) if paper.has_end_mark else paper.blocks
    body: list[Printed] = [*_title(paper, form), *_addressed(paper, form)]
    body += [_basis(line, form) for line in basis_lines(paper)]
    body += [line for block in blocks for line in _block(block, form)]
    issuer = " - ".join(clean(issuer.name) for issuer in paper.issuers)
    code = paper.check_code
    return Sheet(
        form=form,
        title=" ".join(filter(None, (clean(paper.kind_name), clean(paper.subject)))),
        author=issuer,
        head=_head(paper, form),
        body=tuple(body),
        foot=_foot(paper, form),
        annexes=tuple(_annex(annex, paper, form) for annex in paper.annexes),
        check_address=code.address if code else "",
        check_text=f"Kiểm tra văn bản bằng mã {code.code}" if code else "",
        body_size=form.body.size.ours,
    )


def _line(text: str, style: Style, **more: object) -> Line:
    words = clean(text).upper() if style.is_upper else clean(text)
    return Line((Run(words, style.bold, style.italic),), style.size.ours, **more)  # type: ignore[arg-type]


def _ruled(text: str, style: Style, *, part: float = _RULE_PART, **more: object) -> Line:
    """A centred line with a rule under it, ``part`` as long as the text."""
    words = clean(text).upper() if style.is_upper else clean(text)
    longest = min(width_mm(words, size=style.size.ours, bold=style.bold), 150)
    return _line(words, style, align=CENTRE, rule=round(longest * part, 1), **more)


def _head(paper: Paper, form: Form) -> tuple[Columns, ...]:
    shares = (0.42, 0.58)
    left = [_line(issuer.superior, form.superior, align=CENTRE) for issuer in paper.issuers if issuer.superior]
    names = [issuer.name for issuer in paper.issuers]
    left += [_line(name, form.issuer, align=CENTRE) for name in names[:-1]]
    left += [_ruled(name, form.issuer) for name in names[-1:]]
    upper, lower = form.motto
    right = [_line(upper, form.motto_upper, align=CENTRE)] if lower else [_ruled(upper, form.motto_upper, part=1.0)]
    if lower:
        right.append(_ruled(lower, form.motto_lower, part=1.0))
    number = [_line(number_line(paper, form), form.number, align=CENTRE)] if paper.is_numbered else []
    if paper.is_dispatch:
        number.append(_line(f"V/v {clean(paper.subject)}", form.dispatch_subject, align=CENTRE, before=6))
    day = _line(place_line(paper), form.place_and_day, align=CENTRE)
    return Columns(shares, (tuple(left), tuple(right))), Columns(shares, (tuple(number), (day,)))


def _title(paper: Paper, form: Form) -> list[Line]:
    if paper.is_dispatch:
        return []
    subject = [_ruled(paper.subject, form.subject, after=12)] if paper.subject else []
    return [_line(paper.kind_name, form.kind_name, align=CENTRE, before=18, keeps=True), *subject]


def _addressed(paper: Paper, form: Form) -> list[Line]:
    """ "Kính gửi:" on one line with a single addressee, above a list of several."""
    if not paper.addressed_to:
        return []
    if len(paper.addressed_to) == 1:
        text = f"Kính gửi: {clean(paper.addressed_to[0])}"
        return [_line(text, form.addressed_to, align=CENTRE, before=12, after=12)]
    last = len(paper.addressed_to) - 1
    lines = [_line("Kính gửi:", form.addressed_to, left=40.0, before=12, keeps=True)]
    for index, name in enumerate(paper.addressed_to):
        ending = "." if index == last else ";"
        lines.append(
            _line(f"- {clean(name)}{ending}", form.addressed_to, left=52.0, after=12 if index == last else 0.0)
        )
    return lines


def _basis(text: str, form: Form) -> Line:
    return _line(text, form.basis, **_running(form))


def _running(form: Form) -> dict[str, object]:
    return {
        "align": JUSTIFY,
        "first": form.first_indent.ours,
        "after": form.paragraph_gap.ours,
        "spacing": form.line_spacing.ours,
    }


def _block(block: Block, form: Form) -> list[Printed]:
    size = form.body.size.ours
    if isinstance(block, Heading):
        return list(_heading(block, form))
    if isinstance(block, Paragraph):
        runs = tuple(Run(clean(run.text), run.bold, run.italic) for run in block.runs)
        if block.is_centred:
            return [Line(runs, size, CENTRE, after=form.paragraph_gap.ours)]
        return [Line(runs, size, **_running(form))]  # type: ignore[arg-type]
    if isinstance(block, Item):
        lead = (Run(f"{clean(block.lead)} ", bold=True),) if block.lead else ()
        runs = (Run(f"{block.mark} "), *lead, Run(clean(block.text)))
        return [Line(runs, size, left=_DEEPER.get(block.mark, 0.0), **_running(form))]  # type: ignore[arg-type]
    if isinstance(block, Field):
        return [Line((Run(f"{clean(block.label)}: ", bold=True), Run(clean(block.text))), size, **_running(form))]  # type: ignore[arg-type]
    return [_grid(block, form), Line((), 6)]


def _heading(heading: Heading, form: Form) -> list[Line]:
    lines = heading_lines(heading)
    if len(lines) == 2:
        first = _line(lines[0], form.heading, align=CENTRE, before=6, keeps=True)
        return [first, _line(lines[1], form.heading, align=CENTRE, after=6, keeps=True)]
    if heading.depth is Depth.ROMAN:
        return [_line(lines[0], form.heading, first=form.first_indent.ours, before=6, after=6, keeps=True)]
    return [_line(lines[0], form.heading, first=form.first_indent.ours, after=6, keeps=True)]


def _grid(table: Table, form: Form) -> Grid:
    whole = sum(column.share for column in table.columns)
    stands = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
    return Grid(
        shares=tuple(column.share / whole for column in table.columns),
        titles=tuple(clean(column.title) for column in table.columns),
        rows=tuple(tuple(clean(cell) for cell in row) for row in table.rows),
        total=tuple(clean(cell) for cell in table.total),
        aligns=tuple(stands[column.align] for column in table.columns),
        size=form.body.size.low,
    )


def _foot(paper: Paper, form: Form) -> tuple[Columns, ...]:
    """Recipients left and one signature right; several signatures side by side with the recipients under them."""
    recipients: tuple[Line, ...] = ()
    if paper.recipients:
        label = _line("Nơi nhận:", form.recipients_label, keeps=True)
        recipients = (label, *(_line(line, form.recipients) for line in recipient_lines(paper)))
    highest = max((len(signature.lines) for signature in paper.signatures), default=0)
    signed = [_signature(signature, form, missing=highest - len(signature.lines)) for signature in paper.signatures]
    if len(signed) <= 1:
        right = signed[0] if signed else ()
        return (Columns((0.45, 0.55), (recipients, right)),) if recipients or right else ()
    rows = [Columns(tuple(1 / len(signed) for _ in signed), tuple(signed))]
    if recipients:
        rows.append(Columns((1.0,), (recipients,)))
    return tuple(rows)


def _signature(signature: Signature, form: Form, *, missing: int) -> tuple[Line, ...]:
    """Lines of power, a note, room to sign, the name; ``missing`` lines bring the names to one height."""
    first = [_line(line, form.signature_lines, align=CENTRE, keeps=True) for line in signature.lines]
    filled = [Line((), form.signature_lines.size.ours, CENTRE, keeps=True) for _ in range(missing)]
    note = Line((Run(clean(signature.note), italic=True),), form.body.size.low, CENTRE, keeps=True)
    noted = [note] if signature.note else []
    name = _line(signature.name, form.signature_name, align=CENTRE, before=_SPACE_TO_SIGN)
    return (*first, *noted, *filled, name)


def _annex(annex: Annex, paper: Paper, form: Form) -> tuple[Printed, ...]:
    label = f"Phụ lục {annex.number}".strip()
    kind = clean(paper.kind_name).capitalize() or "Công văn"
    issuer = clean(paper.issuers[0].name) if paper.issuers else ""
    attached = f"(Kèm theo {kind} {number_line(paper, form).replace('Số:', 'số')} {place_line(paper).split(', ', 1)[1]}"
    lines: list[Printed] = [
        _line(label, form.annex_label, align=CENTRE, keeps=True),
        _line(annex.title, Style(form.heading.size, bold=True, is_upper=True), align=CENTRE, keeps=True),
        Line((Run(f"{attached} của {issuer})", italic=True),), form.body.size.ours, CENTRE, after=12),
    ]
    return (*lines, *(line for block in annex.blocks for line in _block(block, form)))
