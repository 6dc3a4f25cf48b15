"""The synthesis as a paper: what the chair of the Front reads out when a commune's conference opens."""

from collections.abc import Mapping
from dataclasses import dataclass

from danban.kit.vietnamese import number as figure
from danban.papers.kinds import Desk, report
from danban.papers.kinds.reports import Section, Tallied
from danban.papers.paper import Align, Column, Paper, Table


@dataclass(frozen=True)
class Told:
    """``figures`` by the names of ``queries.sums.Sums``; ``villages`` are (name, present, opinions, petitions),
    ``fields`` (name, opinions, petitions), ``petitions`` in words, ``missing`` the names of those that have not met.
    """

    subject: str
    figures: Mapping[str, int]
    villages: tuple[tuple[str, int, int, int], ...]
    missing: tuple[str, ...]
    fields: tuple[tuple[str, int, int], ...]
    petitions: tuple[str, ...]


def paper_of_synthesis(desk: Desk, told: Told) -> Paper:
    """The report: how many have met, what was said, what was agreed, what is asked for."""
    words = Section("Nội dung kiến nghị", points=told.petitions)
    sections = (_holding(told), _said(told), _agreed(told.figures), *((words,) if told.petitions else ()))
    return report(desk, told.subject, sections)


def _holding(told: Told) -> Section:
    figures = told.figures
    warning: tuple[str, ...] = ()
    if told.missing:
        warning = (f"Còn {figure(len(told.missing))} thôn, tổ dân phố chưa họp: {', '.join(told.missing)}.",)
    return Section(
        "Việc tổ chức hội nghị", sentences=warning,
        figures=(
            Tallied("Thôn, tổ dân phố đã họp", figures["held"], figures["units"]),
            Tallied("Hộ gia đình có đại diện dự", figures["households"], figures["roll"] or None),
            Tallied("Lượt người dự", figures["present"]),
        ),
        table=_table(told.villages) if told.villages else None,
    )  # fmt: skip


def _said(told: Told) -> Section:
    figures = told.figures
    return Section(
        "Ý kiến, kiến nghị của Nhân dân",
        figures=(
            Tallied("Ý kiến phát biểu", figures["opinions"]),
            Tallied("Ý kiến thành kiến nghị", figures["petitions"], figures["opinions"] or None),
        ),
        points=tuple(
            f"{name}: {figure(opinions)} ý kiến, {figure(asked)} kiến nghị;" for name, opinions, asked in told.fields
        ),
    )  # fmt: skip


def _agreed(figures: Mapping[str, int]) -> Section:
    return Section(
        "Kết quả biểu quyết",
        figures=(
            Tallied("Nội dung được thông qua", figures["passed"], figures["votes"] or None),
            Tallied("Nội dung mới lấy ý kiến, chưa quyết định", figures["consulted"], figures["votes"] or None),
            Tallied("Chỉ tiêu được thông qua", figures["agreed"], figures["targets"] or None),
            Tallied("Thôn, tổ dân phố đã ban hành nghị quyết", figures["resolutions"], figures["units"]),
        ),
    )  # fmt: skip


def _table(villages: tuple[tuple[str, int, int, int], ...]) -> Table:
    columns = (
        Column("STT", 0.5, Align.CENTRE), Column("Thôn, tổ dân phố", 3.0), Column("Người dự", 1.0, Align.RIGHT),
        Column("Ý kiến", 1.0, Align.RIGHT), Column("Kiến nghị", 1.0, Align.RIGHT),
    )  # fmt: skip
    rows = tuple(
        (str(at), name, figure(present), figure(opinions), figure(asked))
        for at, (name, present, opinions, asked) in enumerate(villages, start=1)
    )
    return Table(columns, rows)
