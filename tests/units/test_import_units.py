"""A table comes in whole or not at all, and every bad row is named before."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused
from danban.kit.tables import write_csv, write_xlsx
from danban.units import actions, queries
from danban.units.models import Placement, Tree, Unit
from danban.units.texts import HEADINGS, REQUIRED_HEADINGS
from tests.cast import AT, Cast
from tests.units.city import KEEPER, place_of

type_of_table = pytest.mark.parametrize("write", [write_csv, write_xlsx], ids=["csv", "xlsx"])
Write = Callable[..., bytes]


def _problems(tree: Tree, *rows: tuple[str, ...]) -> list[tuple[int, str, str]]:
    padded = [(*row, *[""] * (len(HEADINGS) - len(row))) for row in rows]
    plan = queries.plan_import(write_csv(HEADINGS, padded), tree.pk)
    assert not plan.units or not plan.problems
    return [(problem.row, problem.column, problem.wrong) for problem in plan.problems]


@type_of_table
def test_a_table_brings_new_units_renames_and_counts_households(tree: Tree, write: Write) -> None:
    table = write(
        HEADINGS,
        [
            ("00475.02", "Thôn Kim Tiên", "Thôn", "00475", "1.234", ""),
            ("00475.01", "Thôn Đường Yên mới", "thon", "00475", "", ""),
            ("00190.01", "Tổ dân phố số 5", "tổ dân phố", "00190", "215", ""),
            ("00190.02", "Tổ dân phố số 15", "TDP", "00190", "180", ""),
        ],
    )
    unit = place_of(tree, "00475.01").unit

    plan = queries.plan_import(table, tree.pk)
    report = actions.import_units(table, tree_id=tree.pk, actor=KEEPER, at=AT)

    assert (plan.new, plan.changed, plan.unchanged) == (report.new, report.changed, report.unchanged) == (1, 2, 1)
    assert {change.line.code for change in plan.changes()} == {"00475.01", "00190.01"}
    assert place_of(tree, "00475.02").households == 1234
    renamed = place_of(tree, "00475.01")
    assert (renamed.name, renamed.unit, renamed.households) == ("Thôn Đường Yên mới", unit, 402)
    assert place_of(tree, "00190.01").households == 215
    assert Entry.objects.get(event="unit.imported").changes["new"] == 1


def test_the_same_table_again_changes_nothing(tree: Tree) -> None:
    table = write_csv(REQUIRED_HEADINGS, [("00475.02", "Thôn Kim Tiên", "Thôn", "00475")])
    actions.import_units(table, tree_id=tree.pk, actor=KEEPER, at=AT)
    before = list(Placement.objects.order_by("pk").values())

    report = actions.import_units(table, tree_id=tree.pk, actor=KEEPER, at=AT)

    assert (report.new, report.changed, report.unchanged) == (0, 0, 1)
    assert list(Placement.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(
    ("row", "column", "wrong"),
    [
        (("", "Thôn A", "Thôn", "00475"), "Mã", "để trống"),
        (("mã lạ!", "Thôn A", "Thôn", "00475"), "Mã", "“mã lạ!” sai dạng"),
        (("1234567890123", "Thôn A", "Thôn", "00475"), "Mã", "“1234567890123” sai dạng"),
        (("9", "", "Thôn", "00475"), "Tên", "để trống"),
        (("9", "x" * 161, "Thôn", "00475"), "Tên", "dài 161 ký tự"),
        (("9", "Thôn\u200dA", "Thôn", "00475"), "Tên", "có ký tự ẩn không in được"),
        (("9", "Thôn đường yên", "Thôn", "00475"), "Tên", "trùng tên với đơn vị mã 00475.01 đang có"),
        (("9", "Thôn A", "", "00475"), "Loại", "để trống"),
        (("9", "Thôn A", "Bản", "00475"), "Loại", "không có loại “Bản”"),
        (("00475.01", "Thôn A", "Xã", "017"), "Loại", "mã 00475.01 đang thuộc cấp Thôn, tổ dân phố"),
        (("9", "Hà Nội 2", "Thành phố", ""), "Loại", "đã có đơn vị cấp cao nhất mã 01"),
        (("01", "Thành phố Hà Nội", "Thành phố", "017"), "Mã cấp trên", "cấp cao nhất không có cấp trên"),
        (("9", "Thôn A", "Thôn", ""), "Mã cấp trên", "để trống"),
        (("9", "Thôn A", "Thôn", "475"), "Mã cấp trên", "không có đơn vị mã “475”"),
        (("9", "Thôn A", "Thôn", "017"), "Mã cấp trên", "017 thuộc cấp Quận, huyện, thị xã"),
        (("9", "Thôn A", "Thôn", "9"), "Mã cấp trên", "9 thuộc cấp Thôn, tổ dân phố"),
        (("00475.01", "Thôn A", "Thôn", "00190"), "Mã cấp trên", "mã 00475.01 đang thuộc 00475"),
        (("9", "Thôn A", "Thôn", "00475", "nhiều"), "Số hộ", "“nhiều” không phải số hộ"),
        (("9", "Thôn A", "Thôn", "00475", "-3"), "Số hộ", "“-3” không phải số hộ"),
        (("9", "Thôn A", "Thôn", "00475", "12.5"), "Số hộ", "“12.5” không phải số hộ"),
        (("9", "Thôn A", "Thôn", "00475", "99999999"), "Số hộ", "“99999999” không phải số hộ"),
        (("9", "Thôn A", "Thôn", "00475", "", "khongco"), "Mã định danh", "không có đơn vị “khongco”"),
    ],
)
def test_each_kind_of_mistake_is_named_by_row_and_column(
    tree: Tree, row: tuple[str, ...], column: str, wrong: str
) -> None:
    good = ("00475.07", "Thôn Bảy", "Thôn", "00475")

    found = _problems(tree, good, row)

    assert [place for place in found if place[:2] == (3, column) and wrong in place[2]], found
    assert {number for number, _, _ in found} == {3}
    padded = [(*r, *[""] * (6 - len(r))) for r in (good, row)]
    with pytest.raises(BadInput, match="Chưa nạp dòng nào"):
        actions.import_units(write_csv(HEADINGS, padded), tree_id=tree.pk, actor=KEEPER, at=AT)
    assert not Placement.objects.filter(code="00475.07").exists()


def test_doubles_inside_the_table_point_at_the_first_of_them(tree: Tree) -> None:
    village = place_of(tree, "00475.01").unit.public_code
    found = _problems(
        tree,
        ("8", "Thôn Tám", "Thôn", "00475"),
        ("8", "Thôn Chín", "Thôn", "00475"),
        ("9", "THÔN TÁM", "Thôn", "00475"),
        ("00475.01", "Thôn Đường Yên", "Thôn", "00475", "", village),
        ("11", "Thôn Khác", "Thôn", "00475", "", village),
    )

    assert (3, "Mã", "“8” trùng với dòng 2") in found
    assert (4, "Tên", "“THÔN TÁM” trùng tên với dòng 2") in found
    assert (6, "Mã định danh", "trùng với dòng 5") in found
    assert (6, "Mã định danh", "đơn vị này đang đứng ở mã 00475.01") in found
    assert len(found) == 4


def test_two_villages_may_swap_their_names(tree: Tree) -> None:
    table = write_csv(
        REQUIRED_HEADINGS,
        [
            ("00190.01", "Tổ dân phố số 15", "Tổ dân phố", "00190"),
            ("00190.02", "Tổ dân phố số 5", "Tổ dân phố", "00190"),
        ],
    )

    assert actions.import_units(table, tree_id=tree.pk, actor=KEEPER, at=AT).changed == 2


def test_a_code_that_lost_its_zeros_is_recognised(tree: Tree) -> None:
    plan = queries.plan_import(write_csv(REQUIRED_HEADINGS, [("9", "Thôn A", "Thôn", "475")]), tree.pk)

    assert "có phải “00475”?" in plan.problems[0].expected


def test_a_row_may_not_turn_one_unit_into_another(tree: Tree) -> None:
    other = place_of(tree, "00190.01").unit.public_code

    found = _problems(tree, ("00475.01", "Thôn Đường Yên", "Thôn", "00475", "", other))

    assert {column for _, column, _ in found} == {"Mã định danh"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Tệp rỗng"),
        (b"PK\x03\x04 not really", "Không đọc được"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a,b\n1,2\n", "Bảng thiếu cột: Mã"),
        ("Mã,Tên,Loại,Mã cấp trên\n".encode(), "chỉ có dòng tên cột"),
    ],
)
def test_a_file_that_is_no_table_of_units_gets_one_sentence(tree: Tree, content: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        queries.plan_import(content, tree.pk)
    with pytest.raises(BadInput, match=sentence):
        actions.import_units(content, tree_id=tree.pk, actor=KEEPER, at=AT)


def test_only_who_keeps_the_tree_imports_and_a_refusal_leaves_no_trace(cast: Cast) -> None:
    table = write_csv(REQUIRED_HEADINGS, [("00001.03", "Tổ dân phố số 3", "Tổ dân phố", "00001")])
    for name in ("mr_dung", "culture_department", "ba_dinh", "phuc_xa", "head_of_group_1", "stranger"):
        with pytest.raises(NotYours):
            actions.import_units(table, tree_id=cast.tree.pk, actor=cast.actors[name], at=AT)
    with pytest.raises(NotFound):
        actions.import_units(table, tree_id=0, actor=cast.actors["mrs_ha"], at=AT)
    assert not Entry.objects.exists()
    assert Unit.objects.count() == 15

    actions.import_units(table, tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert Entry.objects.get().event == "unit.imported"


def test_an_edition_that_has_ended_takes_nothing_more(tree: Tree) -> None:
    actions.close_tree(tree.pk, on=date(2023, 2, 9), actor=KEEPER, at=AT)
    table = write_csv(REQUIRED_HEADINGS, [("9", "Thôn A", "Thôn", "00475")])

    with pytest.raises(NotNow, match="hết hiệu lực ngày 09/02/2023"):
        actions.import_units(table, tree_id=tree.pk, actor=KEEPER, at=AT)


_cell = st.one_of(
    st.sampled_from(["", "01", "006", "00190", "00475", "00475.01", "Thôn", "Xã", "Quận", "Thành phố", "Tổ dân phố"]),
    st.text(max_size=12),
    st.text("0123456789.-=\"';,\n\r\x00²٣", max_size=8),
)


@given(rows=st.lists(st.tuples(*[_cell] * 6), max_size=6))
def test_any_table_is_planned_or_refused_and_no_row_is_lost(cast: Cast, rows: list[tuple[str, ...]]) -> None:
    try:
        plan = queries.plan_import(write_csv(HEADINGS, rows), cast.tree.pk)
    except Refused:
        return
    assert bool(plan.problems) or plan.new + plan.changed + plan.unchanged == plan.rows
    assert plan.rows <= len(rows)
    assert all(2 <= problem.row <= len(rows) + 1 and problem.sentence() for problem in plan.problems)


@given(content=st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(cast: Cast, content: bytes) -> None:
    with pytest.raises(Refused):
        queries.plan_import(content, cast.tree.pk)


@given(
    names=st.lists(st.text(max_size=30).map(lambda t: t.replace("\x00", "")), min_size=1, max_size=8),
    kinds=st.lists(st.sampled_from(["Tổ dân phố", "Thôn"]), min_size=8, max_size=8),
)
def test_a_sound_table_is_brought_in_row_by_row(cast: Cast, names: list[str], kinds: list[str]) -> None:
    rows = [(f"00001.T{n}", name, kind, "00001") for n, (name, kind) in enumerate(zip(names, kinds, strict=False))]
    table = write_csv(REQUIRED_HEADINGS, rows)
    before = Placement.objects.count()

    plan = queries.plan_import(table, cast.tree.pk)
    if plan.problems:
        with pytest.raises(BadInput):
            actions.import_units(table, tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)
        assert Placement.objects.count() == before
        return
    report = actions.import_units(table, tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert report.rows == len(rows)
    assert Placement.objects.count() == before + report.new
    assert queries.list_flaws(cast.tree.pk) == []
