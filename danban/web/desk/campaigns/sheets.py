"""The review page worked out: the marked document, cards of lines, warnings, tabs of a phone, the year's line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString

from danban.campaigns.rules.proposals import MilestoneValues
from danban.campaigns.states import ItemKind
from danban.kit.calendar import tet
from danban.kit.money import dong
from danban.kit.vietnamese import day, number
from danban.web.desk.campaigns.lines import Row, drawn, row_of
from danban.web.desk.campaigns.marking import Fact, Heading, document
from danban.web.ui.charts import timeline
from danban.web.ui.clauses import as_said
from danban.web.ui.pieces import Tab, Term

if TYPE_CHECKING:
    from danban.campaigns.queries import DraftPage
    from danban.campaigns.queries.drafts import ItemGroup

SLUGS: Mapping[str, str] = {
    ItemKind.MILESTONE: "moc",
    ItemKind.DUTY: "viec",
    ItemKind.ASSIGNMENT: "phan-cong",
    ItemKind.AGENDA: "noi-dung",
    ItemKind.GRANT: "kinh-phi",
    ItemKind.CITATION: "van-ban",
    ItemKind.MAILBOX: "hop-thu",
}
KINDS: Mapping[str, str] = {slug: kind for kind, slug in SLUGS.items()}
_EMPTY: Mapping[str, str] = {
    ItemKind.MILESTONE: "Không đọc được mốc hay đợt nào. Hãy thêm các ngày của kế hoạch.",
    ItemKind.DUTY: "Chưa có việc nào để giao. Hãy thêm ít nhất một việc cho một cấp.",
    ItemKind.ASSIGNMENT: "Kế hoạch không giao việc riêng cho cơ quan, tổ chức nào.",
    ItemKind.AGENDA: "Kế hoạch không nêu nội dung phải bàn tại hội nghị.",
    ItemKind.GRANT: "Kế hoạch không nêu mức hỗ trợ cho từng đơn vị.",
    ItemKind.CITATION: "Kế hoạch không viện dẫn văn bản nào.",
    ItemKind.MAILBOX: "Kế hoạch không nêu hộp thư nhận báo cáo.",
}
ADD_WORDS: Mapping[str, str] = {
    ItemKind.MILESTONE: "Thêm mốc hoặc đợt",
    ItemKind.DUTY: "Thêm việc phải làm",
    ItemKind.ASSIGNMENT: "Thêm phân công",
    ItemKind.AGENDA: "Thêm nội dung",
    ItemKind.GRANT: "Thêm mức hỗ trợ",
    ItemKind.CITATION: "Thêm văn bản",
    ItemKind.MAILBOX: "Thêm hộp thư",
}
PANELS = (("van-ban", "Văn bản"), ("nam", "Năm"), ("canh-bao", "Cảnh báo"))


@dataclass(frozen=True)
class Block:
    """Lines under one small heading of a card; a card of one list has one block without a title."""

    title: str
    figure: str
    rows: tuple[Row, ...]

    @property
    def drawn(self) -> SafeString:
        """Its lines as a list."""
        return drawn(self.rows)


@dataclass(frozen=True)
class Sheet:
    """A card of the draft year: the lines of one kind."""

    kind: str
    slug: str
    title: str
    kept: int
    blocks: tuple[Block, ...]
    empty: str
    add_words: str


@dataclass(frozen=True)
class Alert:
    """A warning with the lines it is about."""

    sentence: str
    item_ids: tuple[int, ...]


@dataclass(frozen=True)
class Review:
    """Everything the review page prints."""

    document: SafeString
    notes: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    alerts: tuple[Alert, ...]
    unknown: tuple[str, ...]
    head: tuple[Term, ...]
    line: SafeString
    tabs: tuple[Tab, ...]
    panel: str
    only_look: bool
    to_look: int


def review_of(page: "DraftPage", *, today: date, panel: str = "", only_look: bool = False) -> Review:
    """The page of a draft; ``panel`` is the tab shown in a hand, ``only_look`` leaves out settled lines."""
    sheets = tuple(_sheet(group, page) for group in page.groups)
    shown = panel if panel in dict(PANELS) else "nam"
    alerts = alerts_of(page)
    to_look = sum(row.needs_look for sheet in sheets for block in sheet.blocks for row in block.rows)
    return Review(
        document=document(page.reading.text, _headings(page), _facts(page)),
        notes=page.reading.notes,
        sheets=tuple(_only_look(sheet) for sheet in sheets) if only_look else sheets,
        alerts=alerts,
        unknown=tuple(unknown.sentence for unknown in page.reading.unknown),
        head=head_of(page),
        line=year_line(page, today),
        tabs=_tabs(shown, len(alerts), only_look=only_look),
        panel=shown,
        only_look=only_look,
        to_look=to_look,
    )


def _headings(page: "DraftPage") -> Iterable[Heading]:
    return (Heading(section.path, section.span[0], section.level) for section in page.reading.sections)


def _facts(page: "DraftPage") -> Iterable[Fact]:
    titles = {row.item.pk: row.title for group in page.groups for row in group.rows}
    for mark in page.marks:
        words = titles[mark.item_id]
        yield Fact(mark.item_id, mark.kind, mark.start, mark.end, words, _narrowing(mark.kind, words), mark.is_dropped)


def _narrowing(kind: str, words: str) -> str:
    return words if kind == ItemKind.AGENDA else ""


def _sheet(group: "ItemGroup", page: "DraftPage") -> Sheet:
    return Sheet(
        kind=group.kind,
        slug=SLUGS[group.kind],
        title=group.kind.label,
        kept=group.kept,
        blocks=_blocks(group, page),
        empty=_EMPTY[group.kind],
        add_words=ADD_WORDS[group.kind],
    )


def _blocks(group: "ItemGroup", page: "DraftPage") -> tuple[Block, ...]:
    if group.kind not in {ItemKind.DUTY, ItemKind.AGENDA}:
        return (Block("", "", tuple(row_of(line, page) for line in group.rows)),) if group.rows else ()
    blocks = []
    for level in page.ground.shape.levels:
        lines = [line for line in group.rows if line.item.level and line.item.level.code == level.code]
        if lines:
            kept = sum(not line.is_dropped for line in lines)
            figure = (
                _figure(kept, page.ground.units.get(level.code, 0)) if group.kind == ItemKind.DUTY else f"{kept} mục"
            )
            blocks.append(Block(level.name, figure, tuple(row_of(line, page) for line in lines)))
    loose = [line for line in group.rows if line.item.level is None]
    if loose:
        blocks.append(Block("Chưa rõ cấp", "", tuple(row_of(line, page) for line in loose)))
    return tuple(blocks)


def _figure(duties: int, units: int) -> str:
    return f"{number(units)} đơn vị × {duties} việc = {number(units * duties)}"


def _only_look(sheet: Sheet) -> Sheet:
    blocks = [Block(b.title, b.figure, tuple(row for row in b.rows if row.needs_look)) for b in sheet.blocks]
    return Sheet(
        sheet.kind, sheet.slug, sheet.title, sheet.kept, tuple(block for block in blocks if block.rows), "",
        sheet.add_words,
    )  # fmt: skip


def head_of(page: "DraftPage") -> tuple[Term, ...]:
    """What the document says of itself, and what the year will be called."""
    reading, draft = page.reading, page.draft
    rows = [
        Term("Năm", str(draft.year)),
        Term("Tên", draft.name),
        Term("Chủ đề", draft.theme or "Kế hoạch không ghi"),
        Term("Loại văn bản", as_said(reading.doc_type) or "Chưa rõ"),
        Term("Số, ký hiệu", reading.number or "Kế hoạch không ghi"),
        Term("Ban hành", _issued(reading.place, reading.issued_on)),
        Term("Cơ quan", ", ".join(reading.issuers) or "Chưa rõ"),
        Term("Giao cho", draft.tree.name),
        Term("Tệp", draft.file.name if draft.file else "Không có tệp"),
    ]
    return tuple(rows if reading.text else rows[:3] + rows[-2:])


def _issued(place: str | None, issued_on: date | None) -> str:
    said = ", ".join(part for part in (place or "", f"ngày {day(issued_on)}" if issued_on else "") if part)
    return said or "Kế hoạch không ghi"


def year_line(page: "DraftPage", today: date, *, with_links: bool = True) -> SafeString:
    """The timeline of the milestones that were kept, each leading to its line of the review page."""
    marks = [
        timeline.Mark(values.name, values.due_on, values.starts_on, href=f"#d{line.item_id}" if with_links else "")
        for line in page.year.milestones
        if isinstance(values := line.values, MilestoneValues)
    ]
    return line_of_year(marks, today)


def line_of_year(marks: Sequence[timeline.Mark], today: date) -> SafeString:
    """A timeline with the days off of each lunar new year it meets."""
    if not marks:
        return SafeString("")
    first, last = min(mark.first for mark in marks), max(mark.due_on for mark in marks)
    shaded = [(rest.start, rest.end, "Nghỉ Tết") for rest in map(tet, range(first.year, last.year + 1))]
    met = [shade for shade in shaded if shade[1] >= first and shade[0] <= last]
    return timeline.draw(marks, today=today, shaded=met)


def _tabs(shown: str, alerts: int, *, only_look: bool) -> tuple[Tab, ...]:
    kept = "&loc=can-xem" if only_look else ""
    counts = {"canh-bao": alerts}
    return tuple(Tab(label, f"?phan={slug}{kept}", slug == shown, counts.get(slug)) for slug, label in PANELS)


def figures_of(page: "DraftPage") -> tuple[str, ...]:
    """The year in one line: obligations, milestones, money."""
    summary = page.summary
    said = [
        f"{number(summary.obligations)} việc cho {number(units_of(page))} đơn vị",
        f"{summary.milestones} mốc và đợt",
    ]
    if summary.grant_total:
        said.append(f"{dong(summary.grant_total)} hỗ trợ")
    return tuple(said)


def units_of(page: "DraftPage") -> int:
    """How many units get at least one obligation."""
    levels = {kind.level for kind in page.summary.kinds if kind.count}
    return sum(page.ground.units.get(level, 0) for level in levels)


def alerts_of(page: "DraftPage") -> tuple[Alert, ...]:
    """Warnings other than what the document leaves unsaid."""
    unsaid = {f"unknown_{unknown.what}" for unknown in page.reading.unknown}
    return tuple(Alert(warning.sentence, warning.items) for warning in page.warnings if warning.code not in unsaid)
