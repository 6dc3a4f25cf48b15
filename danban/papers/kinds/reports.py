"""Reports: sentences and tables made from the same figures, so that they cannot disagree."""

from dataclasses import dataclass

from danban.kit.vietnamese import number as figure
from danban.papers.kinds.desk import Desk, dashed, text
from danban.papers.paper import Align, Block, Column, Depth, Heading, Paper, Table

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Tallied:
    """One figure: what was counted, how many of how many; ``whole`` None where there is no denominator."""

    label: str
    count: int
    whole: int | None = None

    @property
    def sentence(self) -> str:
        """ "Thôn, tổ dân phố đã họp: 5.310/5.400 (98,3 %)"."""
        if not self.whole:
            return f"{self.label}: {figure(self.count)}"
        return f"{self.label}: {figure(self.count)}/{figure(self.whole)} ({figure(100 * self.count / self.whole, 1)} %)"


@dataclass(frozen=True)
class Section:
    """A headed part of a report: sentences, figures (told and tabled), and points."""

    title: str
    sentences: tuple[str, ...] = ()
    figures: tuple[Tallied, ...] = ()
    points: tuple[str, ...] = ()
    table: Table | None = None


def report(
    desk: Desk, subject: str, sections: tuple[Section, ...], *, addressed_to: tuple[str, ...] = (),
    basis: tuple[str, ...] = (),
) -> Paper:  # fmt: skip
    """A report of up to ten sections: on a resolution, a synthesis of petitions, on difficulties, a final one."""
    blocks: list[Block] = []
    for roman, section in zip(_ROMAN, sections, strict=False):
        blocks.append(Heading(Depth.ROMAN, roman, section.title))
        blocks += _section(section)
    return desk.paper("Báo cáo", subject, tuple(blocks), addressed_to=addressed_to, basis=basis)


def _section(section: Section) -> list[Block]:
    blocks: list[Block] = [text(sentence) for sentence in section.sentences]
    blocks += dashed(tuple(f"{tallied.sentence};" for tallied in section.figures))
    if len(section.figures) > 1:
        blocks.append(table_of(section.figures))
    if section.table:
        blocks.append(section.table)
    return [*blocks, *dashed(section.points)]


def table_of(figures: tuple[Tallied, ...]) -> Table:
    """The figures of a section as a table: count, of how many, share."""
    rows = tuple(
        (str(at), one.label, figure(one.count), figure(one.whole) if one.whole else "–", _share(one))
        for at, one in enumerate(figures, start=1)
    )
    columns = (
        Column("STT", 0.5, Align.CENTRE), Column("Nội dung", 3.4), Column("Số lượng", 1.1, Align.RIGHT),
        Column("Trên tổng số", 1.1, Align.RIGHT), Column("Tỷ lệ", 0.9, Align.RIGHT),
    )  # fmt: skip
    return Table(columns, rows)


def _share(one: Tallied) -> str:
    return f"{figure(100 * one.count / one.whole, 1)} %" if one.whole else "–"


def summary_of_levels(desk: Desk, subject: str, *, city: Section, district: Section, commune: Section) -> Paper:
    """The socio-economic summary read in a village: a section of each of the three levels above it (II.1.a)."""
    return report(desk, subject, (city, district, commune))
