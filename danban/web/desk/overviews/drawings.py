"""Tallies turned into the values charts and components are drawn from."""

from collections.abc import Sequence
from datetime import date

from django.utils.safestring import SafeString

from danban.kit.calendar import tet
from danban.kit.vietnamese import number
from danban.overviews import queries
from danban.overviews.queries.city import AreaMap, Figure
from danban.overviews.queries.timeline import Moment
from danban.web.desk.overviews.addresses import by_pk, level_word, listing, to
from danban.web.ui import pieces
from danban.web.ui.charts import matrix as matrix_chart
from danban.web.ui.charts import tile_map, timeline

LEGEND = (
    pieces.LegendItem("s0", "0 %"),
    pieces.LegendItem("s1", "Dưới 30 %"),
    pieces.LegendItem("s2", "30–59 %"),
    pieces.LegendItem("s3", "60–99 %"),
    pieces.LegendItem("s4", "100 %"),
)


def fraction(tally: queries.Tally) -> str:
    """3/12."""
    return f"{number(tally.done)}/{number(tally.total)}"


def segments(tally: queries.Tally) -> tuple[pieces.Segment, ...]:
    """Done in time, done late, open and late; the rest of the bar is what is open."""
    if not tally.total:
        return ()
    parts = (
        pieces.Segment((tally.done - tally.done_late) / tally.total, "s4", "xong đúng hạn"),
        pieces.Segment(tally.done_late / tally.total, "s2", "xong muộn"),
        pieces.Segment(tally.late / tally.total, "s-late", "quá hạn"),
    )
    return tuple(part for part in parts if part.share) or (pieces.Segment(0, "s4", "chưa có"),)


def figure_links(figure: Figure, *, place: int, year: str) -> tuple[pieces.Link, ...]:
    """The ways into a figure: what is late, what was late, what is open."""
    tally = figure.tally
    parts = (
        ("late", tally.late, "quá hạn"),
        ("done_late", tally.done_late, "xong muộn"),
        ("open", tally.open if not tally.late else 0, "chưa xong"),
        ("excused", tally.excused, "được chấp nhận lý do"),
    )
    links = tuple(
        pieces.Link(
            f"{number(count)} {word}",
            listing(place=place, kind=figure.code, level=figure.level, state=state, year=year),
        )
        for state, count, word in parts
        if count
    )
    return links or (pieces.Link("Đã xong tất cả"),)


def year_line(moments: Sequence[Moment], *, today: date, year: str) -> SafeString:
    """The milestones with today's line and the days off of Tết."""
    marks = [
        timeline.Mark(
            name=moment.milestone.name,
            due_on=moment.milestone.due_on,
            starts_on=moment.milestone.starts_on,
            is_done=bool(moment.tally.total) and not moment.tally.open,
            is_late=moment.milestone.due_on < today and bool(moment.tally.open),
            href=to("timeline", year=year) + f"#{moment.milestone.code}",
        )
        for moment in moments
    ]
    return timeline.draw(marks, today=today, shaded=_days_off(moments))


def _days_off(moments: Sequence[Moment]) -> list[tuple[date, date, str]]:
    """Every Tết between the first and the last day of the cycle."""
    if not moments:
        return []
    first = min(moment.milestone.starts_on or moment.milestone.due_on for moment in moments)
    last = max(moment.milestone.due_on for moment in moments)
    windows = [tet(number_of_year) for number_of_year in range(first.year, last.year + 1)]
    return [
        (window.start, window.end, "Nghỉ Tết") for window in windows if window.start <= last and window.end >= first
    ]


def area_map(drawn: AreaMap, *, year: str) -> SafeString:
    """The tile map; a tile opens its unit, the name of a group its matrix."""
    tile_href, group_href = by_pk("unit", year=year), by_pk("matrix_of", year=year)
    groups = [
        tile_map.Group(
            name=group.spot.short_name,
            href=group_href(group.spot.pk),
            tiles=[
                tile_map.Tile(
                    name=tile.spot.name,
                    share=tile.tally.share,
                    href=tile_href(tile.spot.pk),
                    is_late=tile.late > 0,
                    note=fraction(tile.tally),
                )
                for tile in group.tiles
            ],
        )
        for group in drawn.groups
    ]
    return tile_map.draw(groups)


def matrix_table(found: queries.Matrix) -> SafeString:
    """The matrix with its total line; a cell opens the list it counts."""
    year, level = found.year.key, level_word(found.level.code)

    def cells(pk: int, tallies: Sequence[queries.Tally]) -> list[matrix_chart.Cell]:
        href = listing(place=pk, kind="-kind-", level=found.level.code, year=year)
        return [
            matrix_chart.Cell(tally.done, tally.total, tally.late, href.replace("-kind-", column.code))
            for column, tally in zip(found.columns, tallies, strict=True)
        ]

    def opens(pk: int) -> str:
        return to("matrix_of", pk, cap=level, year=year) if found.has_below else to("unit", pk, year=year)

    rows = [matrix_chart.Row(row.spot.name, opens(row.spot.pk), cells(row.spot.pk, row.cells)) for row in found.rows]
    if len(rows) > 1:
        rows.append(matrix_chart.Row("Cộng", "", cells(found.place.pk, found.totals), is_total=True))
    columns = [matrix_chart.Column(column.short, column.name) for column in found.columns]
    return matrix_chart.draw(columns, rows, caption=f"Đã xong trên số phải làm · {found.level.name.lower()}")
