"""The shelves: search without accents, what stands on a day, what fits a unit, where it was presented."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns.models import Citation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.library import actions, queries
from danban.library.exports import script_file, script_of
from danban.library.queries import OutlinesWanted, PresentationsWanted, ReferencesWanted
from danban.library.queries.outlines import in_use
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.library.factories import draft, enter, next_version, present, published


def _symbols(cast: Cast, who: str = "phuc_xa", *, on: date = TODAY, **wanted: Any) -> list[str]:
    found = queries.references_page(cast.actors[who], ReferencesWanted(**wanted), at=AT, on=on)
    return [one.symbol for one in found.page]


def _titles(cast: Cast, who: str = "phuc_xa", **wanted: Any) -> list[str]:
    found = queries.outlines_page(cast.actors[who], OutlinesWanted(**wanted), at=AT, on=TODAY)
    return [row.version.outline.title for row in found.rows]


def _count(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        ask()
    return len(caught)


def test_references_are_found_without_accents_by_any_of_their_words(cast: Cast) -> None:
    enter(cast, symbol="30/2020/NĐ-CP", title="Công tác văn thư")
    enter(cast, symbol="11-CT/TU", title="Việc cưới", issuer="Thành ủy Hà Nội", is_party=True, issued_on=None)

    for words in ("cong tac VAN THU", "nd-cp", "30/2020", "chính phủ văn"):
        assert _symbols(cast, words=words) == ["30/2020/NĐ-CP"]
    assert _symbols(cast, words="thanh uy cuoi") == ["11-CT/TU"]
    assert _symbols(cast, words="văn cưới") == []
    assert _symbols(cast, side="party") == ["11-CT/TU"]
    assert _symbols(cast, side="state") == ["30/2020/NĐ-CP"]


def test_how_a_reference_stands_is_computed_for_the_day(cast: Cast) -> None:
    new = enter(cast, symbol="B", issued_on=date(2022, 11, 10), in_force_from=date(2023, 7, 1))
    old = enter(cast, symbol="A", issued_on=date(2007, 4, 20), replaced_by_id=new.pk)
    enter(cast, symbol="C", in_force_until=date(2022, 12, 31))
    enter(cast, symbol="D", issued_on=None)

    assert {state: set(_symbols(cast, state=state)) for state in ("standing", "coming", "ended", "replaced")} == {
        "standing": {"A", "D"}, "coming": {"B"}, "ended": {"C"}, "replaced": set(),
    }  # fmt: skip
    later = date(2023, 7, 1)
    assert set(_symbols(cast, state="replaced", on=later)) == {"A"}
    assert set(_symbols(cast, state="standing", on=later)) == {"B", "D"}
    assert {one.symbol for one in queries.standing_references(TODAY)} == {"A", "D"}
    assert queries.reference_page(cast.actors["phuc_xa"], old.pk, at=AT, on=TODAY).later == (new,)
    assert queries.reference_page(cast.actors["phuc_xa"], new.pk, at=AT, on=TODAY).earlier == (old,)


def test_the_chain_of_what_took_its_place_is_whole(cast: Cast) -> None:
    third = enter(cast, issued_on=date(2023, 1, 1))
    second = enter(cast, issued_on=date(2022, 1, 1), replaced_by_id=third.pk)
    first = enter(cast, issued_on=date(2021, 1, 1), replaced_by_id=second.pk)

    page = queries.reference_page(cast.actors["mrs_ha"], first.pk, at=AT, on=TODAY)
    assert page.later == (second, third)
    assert page.may_edit
    assert not queries.reference_page(cast.actors["phuc_xa"], first.pk, at=AT, on=TODAY).may_edit


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"symbol": "30/2020/NĐ-CP", "title": "Công tác văn thư"},
         "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"),
        ({"symbol": "1/NĐ", "title": "Quy định về văn thư", "issued_on": date(2020, 1, 15)},
         "Căn cứ Nghị định số 1/NĐ ngày 15 tháng 01 năm 2020 của Chính phủ quy định về văn thư"),
        ({"kind_name": "Luật", "symbol": "10/2022/QH15", "title": "Thực hiện dân chủ ở cơ sở", "issuer": "Quốc hội"},
         "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 05 tháng 3 năm 2020"),
        ({"kind_name": "Chương trình", "symbol": "", "title": "MTTQ Thủ đô", "issuer": "", "issued_on": None},
         "Căn cứ Chương trình về MTTQ Thủ đô"),
    ],
)  # fmt: skip
def test_the_line_of_a_basis_is_worded_as_the_decree_asks(cast: Cast, values: dict[str, Any], line: str) -> None:
    one = enter(cast, **values)

    assert queries.basis_line(one, on=TODAY) == line
    assert [basis.line for basis in queries.bases_for(cast.actors["phuc_xa"], TODAY)] == [line]


def test_what_is_over_is_no_basis(cast: Cast) -> None:
    one = enter(cast, in_force_until=date(2022, 12, 31))

    with pytest.raises(NotNow, match="không có hiệu lực ngày 10/02/2023"):
        queries.basis_line(one, on=TODAY)
    assert queries.bases_for(cast.actors["phuc_xa"], TODAY) == []
    with pytest.raises(NotFound):
        queries.bases_for(cast.actors["stranger"], TODAY)


def test_references_of_one_plan(cast: Cast) -> None:
    campaign = run_campaign(cast)
    Citation.objects.create(campaign=campaign, number="1-CT/TU", name="Chỉ thị số 1-CT/TU", position=0)
    enter(cast, symbol="1 CT/TU")
    enter(cast)

    assert _symbols(cast, campaign_id=campaign.pk) == ["1 CT/TU"]
    with pytest.raises(NotFound):
        _symbols(cast, campaign_id=0)
    with pytest.raises(NotFound):
        queries.references_page(cast.actors["stranger"], ReferencesWanted(), at=AT, on=TODAY)


def test_what_fits_the_unit_comes_first_and_everything_is_one_step_away(cast: Cast) -> None:
    village, commune = (cast.levels[code].pk for code in ("village", "commune"))
    published(cast, title="Mọi nơi")
    published(cast, title="Thôn", level_id=village, area="rural")
    published(cast, title="Tổ", level_id=village, area="urban")
    published(cast, title="Phường", level_id=commune)
    draft(cast, title="Nháp")

    assert set(_titles(cast, "head_of_group_1")) == {"Mọi nơi", "Tổ"}
    assert set(_titles(cast, "phuc_xa")) == {"Mọi nơi", "Phường"}
    assert set(_titles(cast, "mrs_ha")) == {"Mọi nơi"}
    assert set(_titles(cast, is_everything=True)) == {"Mọi nơi", "Thôn", "Tổ", "Phường"}
    assert set(_titles(cast, is_everything=True, level="village")) == {"Mọi nơi", "Thôn", "Tổ"}
    assert set(_titles(cast, is_everything=True, area="rural")) == {"Mọi nơi", "Thôn", "Phường"}
    page = queries.outlines_page(cast.actors["mrs_ha"], OutlinesWanted(), at=AT, on=TODAY)
    assert [one.outline.title for one in page.drafts] == ["Nháp"]
    assert (page.fitting, page.total, page.may_begin) == (1, 4, True)
    with pytest.raises(NotFound):
        _titles(cast, "stranger")


def test_outlines_are_found_by_title_and_words_of_the_version_in_use(cast: Cast) -> None:
    first = published(cast, title="Phân loại rác", text="Ba chỗ đựng.")
    published(cast, title="Phòng cháy", text="Lối thoát thứ hai.", field="fire_safety")
    next_version(cast, first, "Bốn ngăn chứa.")

    assert _titles(cast, words="loi thoat") == ["Phòng cháy"]
    assert _titles(cast, words="RAC bon ngan") == ["Phân loại rác"]
    assert _titles(cast, words="ba cho dung") == []
    assert _titles(cast, field="fire_safety") == ["Phòng cháy"]


def test_differences_are_told_by_paragraph(cast: Cast) -> None:
    first = published(cast, text="Chào.\n\nHai ngăn.\nHết.")
    second = next_version(cast, first, "Chào.\nBa ngăn.\nHết.")

    page = queries.versions_page(cast.actors["phuc_xa"], first.outline_id, old=None, new=None, at=AT)

    assert (page.old, page.new) == (first, second)
    assert [(one.kind, one.text) for one in page.changes] == [
        ("same", "Chào."), ("removed", "Hai ngăn."), ("added", "Ba ngăn."), ("same", "Hết."),
    ]  # fmt: skip
    alone = queries.versions_page(cast.actors["phuc_xa"], first.outline_id, old=None, new=1, at=AT)
    assert (alone.old, alone.changes) == (None, ())
    with pytest.raises(NotFound):
        queries.versions_page(cast.actors["phuc_xa"], first.outline_id, old=7, new=None, at=AT)


def test_the_verbs_of_a_page_are_those_its_rules_allow(cast: Cast) -> None:
    version = published(cast)

    def verbs(who: str, number: int | None = None) -> frozenset[str]:
        page = queries.outline_page(cast.actors[who], version.outline_id, number=number, at=AT, on=TODAY)
        return page.verbs

    assert verbs("mrs_ha") == {"withdraw", "begin", "present"}
    assert verbs("head_of_group_1") == {"present"}
    assert verbs("culture_department") == frozenset()
    next_version(cast, version, "Mới", is_published=False)
    assert verbs("mrs_ha", 2) == {"edit", "publish"}
    with pytest.raises(NotFound):
        verbs("phuc_xa", 2)
    with pytest.raises(NotYours):
        queries.version_to("withdraw", cast.actors["phuc_xa"], version.pk, at=AT)


def test_units_are_counted_against_those_it_is_written_for(cast: Cast) -> None:
    version = published(cast, level_id=cast.levels["village"].pk, area="urban")
    present(cast, version, "00001.01")
    present(cast, version, "00001.01", occasion="Trên loa", attended=None)
    present(cast, next_version(cast, version, "Mới"), "00004.02", attended=10)
    pk = version.outline_id

    city = queries.coverage(cast.actors["mrs_ha"], pk, place_id=None, on=TODAY)

    assert [(one.place.code, one.units, one.of_units, one.times, one.attended) for one in city.lines] == [
        ("001", 2, 4, 3, 70)
    ]
    assert (city.whole.units, city.whole.of_units, city.whole.times) == (2, 4, 3)
    district = queries.coverage(cast.actors["ba_dinh"], pk, place_id=None, on=TODAY)
    assert {one.place.code: (one.units, one.of_units) for one in district.lines} == {"00001": (1, 2), "00004": (1, 2)}
    assert sum(one.times for one in district.lines) == district.whole.times
    village = queries.coverage(cast.actors["head_of_group_1"], pk, place_id=None, on=TODAY)
    assert (village.lines, village.whole.units, village.whole.of_units) == ((), 1, 1)
    assert queries.coverage(cast.actors["dong_anh"], pk, place_id=None, on=TODAY).whole.of_units == 0
    with pytest.raises(NotFound):
        queries.coverage(cast.actors["ba_dinh"], pk, place_id=cast.places["017"].pk, on=TODAY)
    with pytest.raises(NotFound):
        queries.coverage(cast.actors["mrs_ha"], draft(cast).outline_id, place_id=None, on=TODAY)


def test_the_rows_behind_a_number_are_those_of_the_area(cast: Cast) -> None:
    version, other = published(cast), published(cast)
    mine, far = present(cast, version, "00001.01"), present(cast, version, "00454.01")
    present(cast, other, "00001.02")

    def rows(who: str, **wanted: Any) -> queries.PresentationsPage:
        return queries.presentations_page(cast.actors[who], PresentationsWanted(**wanted), at=AT, on=TODAY)

    assert [row.pk for row in rows("head_of_group_1").page] == [mine.pk]
    assert rows("phuc_xa").attended == 120
    assert [row.pk for row in rows("phuc_xa", outline_id=version.outline_id).page] == [mine.pk]
    assert [row.pk for row in rows("mrs_ha", place_id=cast.places["017"].pk).page] == [far.pk]
    assert rows("mrs_ha").removable == {row.pk for row in rows("mrs_ha").page}
    assert rows("culture_department").removable == frozenset()
    with pytest.raises(NotFound):
        rows("phuc_xa", place_id=cast.places["00004"].pk)


def test_lists_cost_the_same_with_three_rows_and_with_thirty(cast: Cast) -> None:
    ha: Actor = cast.actors["mrs_ha"]
    campaign = run_campaign(cast)

    def costs() -> list[int]:
        first = in_use().order_by("pk")[0]
        reference = queries.standing_references(TODAY)[0]
        return [
            _count(lambda: list(queries.references_page(ha, ReferencesWanted(), at=AT, on=TODAY).page)),
            _count(lambda: queries.reference_page(ha, reference.pk, at=AT, on=TODAY)),
            _count(lambda: queries.outlines_page(ha, OutlinesWanted(), at=AT, on=TODAY)),
            _count(lambda: queries.outline_page(ha, first.outline_id, number=None, at=AT, on=TODAY)),
            _count(lambda: queries.coverage(ha, first.outline_id, place_id=None, on=TODAY)),
            _count(lambda: queries.presentations_page(ha, PresentationsWanted(), at=AT, on=TODAY)),
        ]

    def grow(count: int) -> None:
        for number in range(count):
            one = enter(cast)
            citations = Citation.objects.filter(campaign=campaign)
            Citation.objects.create(campaign=campaign, number=one.symbol, name="A", position=citations.count())
            version = published(cast)
            present(cast, version, "00001.01", occasion=f"Lần {number}")

    grow(3)
    few = costs()
    grow(27)
    assert costs() == few
    assert max(few) <= 12


def test_a_script_is_a_paper_without_number(cast: Cast) -> None:
    version = published(cast)
    paper = script_of(version, cast.actors["head_of_group_1"], on=TODAY)

    assert not paper.is_numbered
    assert paper.subject == version.outline.title
    assert len(paper.blocks) == 3
    assert script_file(paper, "docx", fonts=Path("none")).startswith(b"PK")


def test_withdrawn_everywhere_it_is_only_on_the_shelf_of_its_body(cast: Cast) -> None:
    version = published(cast)
    actions.withdraw_version(version.pk, reason="Sai", actor=cast.actors["mrs_ha"], at=AT)

    assert _titles(cast, is_everything=True) == []
    page = queries.outlines_page(cast.actors["mrs_ha"], OutlinesWanted(), at=AT, on=TODAY)
    assert list(page.drafts) == [version]
