"""Checks of rows that would need a very long table to be met."""

from danban.kit import paths
from danban.units.queries.ground import Ground, Kind, Line, Standing
from danban.units.queries.row_checks import list_problems

KINDS = {"xa": Kind(1, "xa", "Xã", 1, "Cấp xã", 0), "thon": Kind(2, "thon", "Thôn", 2, "Thôn", 1)}


def _ground(villages: int) -> Ground:
    standing = {"1": Standing(1, 1, "a", "1", "Xã Một", 1, 0, "", None, "")}
    for number in range(villages):
        code = f"1.{number}"
        standing[code] = Standing(number + 2, number + 2, f"u{number}", code, f"Thôn {number}", 2, 1, "1", None, "x")
    return Ground(KINDS, {0: "Cấp xã", 1: "Thôn"}, standing, {})


def test_a_unit_has_room_for_ten_thousand_below_it_and_no_more() -> None:
    line = Line(2, "1.new", "Thôn mới", "Thôn", "1")

    assert list_problems([line], _ground(paths.LIMIT - 1)) == []
    full = list_problems([line], _ground(paths.LIMIT))
    assert [(problem.column, problem.wrong) for problem in full] == [("Mã cấp trên", "quá nhiều đơn vị dưới 1")]


def test_what_stands_in_a_full_unit_may_still_be_renamed() -> None:
    assert list_problems([Line(2, "1.5", "Thôn Năm", "Thôn", "1")], _ground(paths.LIMIT)) == []
