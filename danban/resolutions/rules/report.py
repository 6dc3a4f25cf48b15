"""The synthesis as a paper: what the chair of the Front reads out when a commune's conference opens."""

from collections.abc import Mapping

from danban.kit.vietnamese import number as figure
from danban.papers.kinds import Desk, report
from danban.papers.kinds.reports import Section, Tallied
from danban.papers.paper import Align, Column, Paper, Table


def paper_of_synthesis(
    desk: Desk,
    subject: str,
    figures: Mapping[str, int],
    *,
    villages: tuple[tuple[str, int, int, int], ...],
    missing: tuple[str, ...],
    fields: tuple[tuple[str, int, int], ...],
    petitions: tuple[str, ...],
) -> Paper:
    """``figures`` by the names of ``queries.sums.Sums``; ``villages`` are (name, present, opinions, petitions),
    ``fields`` (name, opinions, petitions)."""
    warning: tuple[str, ...] = ()
    if missing:
        warning = (f"Còn {figure(len(missing))} thôn, tổ dân phố chưa họp: {', '.join(missing)}.",)
    holding = Section(
        "Việc tổ chức hội nghị", sentences=warning,
        figures=(
            Tallied("Thôn, tổ dân phố đã họp", figures["held"], figures["units"]),
            Tallied("Hộ gia đình có đại diện dự", figures["households"], figures["roll"] or None),
            Tallied("Lượt người dự", figures["present"]),
        ),
        table=_table(villages) if villages else None,
    )  # fmt: skip
    said = Section(
        "Ý kiến, kiến nghị của Nhân dân",
        figures=(
            Tallied("Ý kiến phát biểu", figures["opinions"]),
            Tallied("Ý kiến thành kiến nghị", figures["petitions"], figures["opinions"] or None),
        ),
        points=tuple(
            f"{name}: {figure(opinions)} ý kiến, {figure(asked)} kiến nghị;" for name, opinions, asked in fields
        ),
    )  # fmt: skip
    agreed = Section(
        "Kết quả biểu quyết",
        figures=(
            Tallied("Nội dung được thông qua", figures["passed"], figures["votes"] or None),
            Tallied("Nội dung mới lấy ý kiến, chưa quyết định", figures["consulted"], figures["votes"] or None),
            Tallied("Chỉ tiêu được thông qua", figures["agreed"], figures["targets"] or None),
            Tallied("Thôn, tổ dân phố đã ban hành nghị quyết", figures["resolutions"], figures["units"]),
        ),
    )  # fmt: skip
    words = Section("Nội dung kiến nghị", points=petitions)
    return report(desk, subject, (holding, said, agreed, *((words,) if petitions else ())))


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
