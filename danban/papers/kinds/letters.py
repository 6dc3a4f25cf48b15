"""Papers addressed to somebody: the dispatch, the report to a Party committee, the proposal of commendation."""

from danban.papers.kinds.desk import Desk, numbered, text
from danban.papers.paper import Align, Block, Column, Depth, Heading, Paper, Table


def dispatch(desk: Desk, about: str, *, addressed_to: tuple[str, ...], paragraphs: tuple[str, ...]) -> Paper:
    """Công văn: no name of kind; what it is about stands under the number."""
    return desk.paper("", about, tuple(text(words) for words in paragraphs), addressed_to=addressed_to)


def party_report(
    desk: Desk, subject: str, *, addressed_to: tuple[str, ...], results: tuple[str, ...], asks: tuple[str, ...]
) -> Paper:
    """The report to the Party committee (III.1.2): what is planned or done, and what it is asked to decide."""
    blocks: tuple[Block, ...] = (
        Heading(Depth.ROMAN, "I", "Nội dung báo cáo"), *numbered(results), Heading(Depth.ROMAN, "II", "Đề xuất"),
        *numbered(asks),
    )  # fmt: skip
    return desk.paper("Báo cáo", subject, blocks, addressed_to=addressed_to)


def proposal(
    desk: Desk, subject: str, *, addressed_to: tuple[str, ...], reason: str, nominees: tuple[tuple[str, str], ...]
) -> Paper:
    """Tờ trình đề nghị khen thưởng: why, and whom, as (who, what they did)."""
    rows = tuple((str(number), *nominee) for number, nominee in enumerate(nominees, start=1))
    columns = (Column("STT", 0.5, Align.CENTRE), Column("Tập thể, cá nhân", 2), Column("Thành tích", 3.5))
    blocks: tuple[Block, ...] = (text(reason), Table(columns, rows), text("Kính đề nghị xem xét, quyết định."))
    return desk.paper("Tờ trình", subject, blocks, addressed_to=addressed_to)
