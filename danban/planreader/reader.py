"""Lines of a document into a reading: the one place where all the facts come together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danban.planreader import normalise
from danban.planreader.columns import lay_out
from danban.planreader.dates import Frame
from danban.planreader.facts.assignments import read_assignments
from danban.planreader.facts.citations import cores, read_citations
from danban.planreader.facts.closing import read_emails, read_recipients, read_signers
from danban.planreader.facts.contents import read_contents
from danban.planreader.facts.deadlines import Scene, read_deadlines
from danban.planreader.facts.header import Header, read_header
from danban.planreader.facts.money import read_money
from danban.planreader.facts.quotas import read_quotas
from danban.planreader.facts.tables import read_tables
from danban.planreader.facts.unknown import read_unknown
from danban.planreader.normalise import folded, plain
from danban.planreader.outline import Outline, read_outline, sections_of
from danban.planreader.paper import Line, Paper, make_paper
from danban.planreader.reading import Citation, Reading, Span, TaskGiven
from danban.planreader.tasks import note_addressed
from danban.planreader.zones import Zones, find_zones


def read_lines(lines: Sequence[Line]) -> Reading:
    """The reading of a document given as lines."""
    paper = make_paper(lay_out([piece for line in lines for piece in _pieces(_tidy(line))]))
    zones = find_zones(paper)
    header = read_header(paper, zones)
    outline = _outline(paper, zones, header)
    cited = read_citations(
        paper, body_from=_text_from(paper, zones), basis=_basis(paper, zones), own_number=header.number
    )
    scene = _scene(paper, zones, header, outline, cited)
    given, in_tables = read_tables(scene)
    deadlines = sorted([*read_deadlines(scene), *in_tables], key=lambda deadline: deadline.span)
    money = read_money(paper, outline)
    taken = [deadline.span for deadline in deadlines] + [amount.span for amount in money] + cores(paper, 0)
    reading = Reading(
        text=paper.text,
        doc_type=header.doc_type,
        number=header.number,
        place=header.place,
        title=header.title,
        issuers=header.issuers,
        issued_on=header.issued_on,
        cited=tuple(cited),
        sections=sections_of(paper, outline),
        deadlines=tuple(deadlines),
        money=tuple(money),
        quotas=tuple(read_quotas(paper, outline, taken)),
        assignments=_assignments(paper, outline, given),
        contents=tuple(read_contents(paper, outline)),
        recipients=read_recipients(paper, zones),
        emails=read_emails(paper),
        notes=_notes(paper),
        signers=read_signers(paper, zones),
    )
    return _with_unknown(paper, zones, reading, header)


def _outline(paper: Paper, zones: Zones, header: Header) -> Outline:
    outline = read_outline(paper, list(zones.runs))
    outline.plan_title = header.title or ""
    if header.doc_type == "CÔNG VĂN":
        note_addressed(paper, outline, _basis(paper, zones))
    return outline


_PIECE = re.compile(r".{1,8000}(?<=[.;])(?:\s|$)|.{1,8000}(?:\s|$)|.{1,8000}", re.DOTALL)


def _pieces(line: Line) -> list[Line]:
    """A line too long for any paragraph, cut at ends of sentences: the grammar looks far back along a line."""
    if line.cells or len(line.text) <= 8000:
        return [line]
    return [Line(match.group(), table=line.table, full=line.full) for match in _PIECE.finditer(line.text)]


def _tidy(line: Line) -> Line:
    return Line(normalise.tidy(line.text), tuple(map(normalise.tidy, line.cells)), line.table, line.full)


def _assignments(paper: Paper, outline: Outline, given: list[TaskGiven]) -> tuple[TaskGiven, ...]:
    told = read_assignments(paper, outline)
    return tuple(sorted([*told, *given], key=lambda one: one.span))


def _with_unknown(paper: Paper, zones: Zones, reading: Reading, header: Header) -> Reading:
    return replace(reading, unknown=read_unknown(paper, zones, reading, header.symbol))


def _text_from(paper: Paper, zones: Zones) -> int:
    """Where citations may begin: below the head and the title."""
    index = zones.title_end if zones.type_at is not None else min(zones.title_end, len(paper.blocks))
    return paper.blocks[index].start if index < len(paper.blocks) else len(paper.text)


def _basis(paper: Paper, zones: Zones) -> Span:
    start = _text_from(paper, zones)
    end = paper.blocks[zones.body_start].start if zones.body_start < len(paper.blocks) else len(paper.text)
    return start, max(start, end)


def _scene(paper: Paper, zones: Zones, header: Header, outline: Outline, cited: list[Citation]) -> Scene:
    masked = list(paper.folded)
    for begin, stop in cores(paper, 0):
        masked[begin:stop] = "\x00" * (stop - begin)
    names = tuple(span for one in cited for span in (one.span, *one.also))
    dated = re.search(r"20\d\d", header.title or "") is not None
    title_years = _years_in(header.title or "") if dated else _first_years(paper, zones)
    frame = Frame(header.issued_on, header.issue_year, title_years)
    return Scene(paper, outline, frame, "".join(masked), names)


def _years_in(title: str) -> tuple[int, ...]:
    """The years a title speaks of: both of a school year, none of a term, nor the year of a Tết or a spring fair."""
    bare = folded(title)
    school = re.search(r"nam hoc (20\d\d)\s*[-–]\s*(20\d\d)", bare)
    if school is not None:
        return int(school.group(1)), int(school.group(2))
    found = re.finditer(r"(?<![\d-])(?<!- )(20\d\d)(?!\s*[-–]|\d)", plain(bare))
    return tuple(int(one.group(1)) for one in found if not re.search(_SEASON, bare[: one.start()]))


_SEASON = r"(?<!\w)(?:tet|xuan|duong lich|(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) [a-z]{2,4})(?: nam)?\s*$"


def _first_years(paper: Paper, zones: Zones) -> tuple[int, ...]:
    if zones.type_at is None:
        return ()
    start = paper.blocks[zones.type_at].start
    words = paper.plain[start : start + 500]
    return tuple(int(year) for year in re.findall(r"(?<![Đđ]ến )(?<![Tt]ừ )năm (20\d\d)(?!\s*[-–]|\d)", words)[:1])


def _notes(paper: Paper) -> tuple[str, ...]:
    found = dict.fromkeys(normalise.slips(paper.text))
    return tuple(f"Đọc “{slip}” là “{normalise.plain(slip)}”." for slip in list(found)[:20])
