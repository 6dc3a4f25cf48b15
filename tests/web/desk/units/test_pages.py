"""Pages of units: the tree, the picker, editions, lists in and out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.documents.models import StoredFile
from danban.kit.tables import read_table, write_csv, write_xlsx
from danban.units import actions
from danban.units.models import Body, Placement, Tree
from danban.units.shipped import UnitRow
from danban.units.texts import HEADINGS, REQUIRED_HEADINGS
from tests.cast import AT, Cast
from tests.units.city import KEEPER

INDEX, STRUCTURE, UPLOAD, EXPORT = (reverse(f"desk:units:{n}") for n in ("index", "structure", "import", "export"))
GOOD = [("00001.03", "Tổ dân phố số 3", "Tổ dân phố", "00001"), ("00001.01", "Tổ dân phố số 1A", "Tổ dân phố", "00001")]


def _as(client: Client, cast: Cast, name: str) -> Client:
    client.force_login(cast.people[name])
    return client


def _text(answer: Any) -> str:
    return str(answer.content.decode())


def _table(rows: Sequence[tuple[str, ...]], name: str = "don-vi.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, write_csv(REQUIRED_HEADINGS, rows), "text/csv")


def _send(client: Client, cast: Cast, rows: Sequence[tuple[str, ...]]) -> Any:
    return client.post(UPLOAD, {"co_cau": cast.tree.pk, "tep": _table(rows)}, follow=True)


def test_the_tree_opens_at_the_own_unit_and_goes_down_inside_it_only(client: Client, cast: Cast) -> None:
    own = _as(client, cast, "ba_dinh").get(INDEX)
    below = client.get(INDEX, {"tai": cast.places["00001"].pk})
    outside = client.get(INDEX, {"tai": cast.places["017"].pk})
    above = client.get(INDEX, {"tai": cast.city.pk})

    assert "Phường Phúc Xá" in _text(own)
    assert "Huyện Đông Anh" not in _text(own)
    assert "Tổ dân phố số 2" in _text(below)
    assert "Thành phố Hà Nội" not in _text(below).split("<main", 1)[1]
    assert (outside.status_code, above.status_code) == (404, 404)


def test_the_picker_answers_without_accents_with_and_without_javascript(client: Client, cast: Cast) -> None:
    _as(client, cast, "mrs_ha")
    find = reverse("desk:units:find")

    whole = client.get(INDEX, {"q": "duong yen"})
    part = client.get(find, {"q": "duong yen"}, headers={"hx-request": "true"})
    plain = client.get(find, {"q": "duong yen"})
    nothing = client.get(INDEX, {"q": "sapa"})

    assert "Thôn Đường Yên · Xã Xuân Nộn · Huyện Đông Anh" in _text(whole)
    assert "Thôn Đường Yên · Xã Xuân Nộn" in _text(part)
    assert "<html" not in _text(part)
    assert plain.headers["Location"] == f"{INDEX}?q=duong+yen"
    assert "Không có đơn vị nào khớp “sapa”" in _text(nothing)


@pytest.mark.parametrize(
    "query", [{"tai": "x"}, {"co_cau": "-1"}, {"cap": "!!"}, {"q": "x" * 500}, {"tai": str(2**70)}]
)
def test_an_odd_address_is_read_as_far_as_it_makes_sense(client: Client, cast: Cast, query: dict[str, str]) -> None:
    assert _as(client, cast, "mrs_ha").get(INDEX, query).status_code == 200


def test_an_unknown_edition_is_not_found_and_nobody_without_an_office_sees_units(client: Client, cast: Cast) -> None:
    assert _as(client, cast, "mrs_ha").get(INDEX, {"co_cau": 999}).status_code == 404
    assert client.get(STRUCTURE, {"co_cau": 999}).status_code == 404

    refused = _as(client, cast, "stranger").get(INDEX)

    assert refused.status_code == 403
    assert "chưa giữ vị trí" in _text(refused)


def test_the_tree_costs_as_many_queries_for_thirty_units_as_for_two(client: Client, cast: Cast) -> None:
    _as(client, cast, "mrs_ha")
    place = cast.places["00001"].pk

    def count() -> int:
        with CaptureQueriesContext(connection) as made:
            client.get(INDEX, {"tai": str(place), "q": "to dan pho"})
        return len(made)

    before = count()
    rows = [UnitRow(f"00001.{n}", f"Tổ dân phố số {n}", "to_dan_pho", "00001") for n in range(10, 40)]
    actions.load_units(rows, tree_id=cast.tree.pk, actor=KEEPER, at=AT)

    assert count() == before


def test_the_structure_shows_counts_flaws_and_the_deeds_one_may_do(client: Client, cast: Cast) -> None:
    sound = _text(_as(client, cast, "mrs_ha").get(STRUCTURE))
    assert "Không có lỗi" in sound
    assert UPLOAD in sound

    Placement.objects.filter(code="00454.01").update(at_2=None)
    assert "Thôn Đường Yên (mã 00454.01)" in _text(client.get(STRUCTURE))

    district = _text(_as(client, cast, "ba_dinh").get(STRUCTURE))
    assert EXPORT in district
    assert UPLOAD not in district
    assert "Soát lỗi" not in district
    assert EXPORT not in _text(_as(client, cast, "head_of_group_1").get(STRUCTURE))


def test_before_the_first_edition_the_page_says_what_comes_first(client: Client, cast: Cast) -> None:
    _as(client, cast, "mrs_ha")
    Tree.objects.update(starts_on=date(2999, 1, 1))
    assert "Hà Nội thử nghiệm" in _text(client.get(STRUCTURE))
    assert "chưa có bản cơ cấu đơn vị nào có hiệu lực" in _text(client.get(INDEX))

    for code in sorted(cast.places, key=lambda code: -len(cast.places[code].path)):
        cast.places[code].delete()
    Tree.objects.all().delete()

    empty = _text(client.get(STRUCTURE))
    assert "Chưa có bản cơ cấu nào" in empty
    assert reverse("desk:units:open") in empty
    assert "Chưa có bản cơ cấu nào còn hiệu lực" in _text(client.get(UPLOAD))


def test_a_table_is_looked_at_first_and_comes_in_on_the_second_click(client: Client, cast: Cast) -> None:
    looked = _send(_as(client, cast, "mrs_ha"), cast, GOOD)

    shown = _text(looked)
    assert "Tổ dân phố số 1A" in shown
    assert "1 tổ dân phố" in shown
    assert not Placement.objects.filter(code="00001.03").exists()
    assert StoredFile.objects.get().name == "don-vi.csv"

    office = cast.offices["mrs_ha"].pk
    address = looked.redirect_chain[-1][0].split("?")[0]
    done = client.post(address, {"co_cau": cast.tree.pk, "office_id": office}, follow=True)

    assert "Đã nạp 1 đơn vị mới, 1 thay đổi" in _text(done)
    assert Placement.objects.get(code="00001.01").name == "Tổ dân phố số 1A"
    assert StoredFile.objects.count() == 1
    assert "Không có gì để nạp" in _text(_send(client, cast, GOOD))


def test_every_bad_row_is_listed_and_none_can_be_brought_in(client: Client, cast: Cast) -> None:
    rows = [(f"00001.X{n}", f"Tổ {n}", "Lâu đài", "00001") for n in range(150)]
    looked = _send(_as(client, cast, "mrs_ha"), cast, rows)

    shown = _text(looked)
    assert "150 chỗ sai" in shown
    assert shown.count("không có loại “Lâu đài”") == 100
    assert "Nạp vào cơ cấu" not in shown
    address = looked.redirect_chain[-1][0]
    assert _text(client.get(address + "&trang=2")).count("không có loại “Lâu đài”") == 50

    forced = client.post(address.split("?")[0], {"co_cau": cast.tree.pk})
    assert forced.status_code == 422
    assert "Chưa nạp dòng nào" in _text(forced)
    assert Placement.objects.count() == len(cast.places)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "Tệp rỗng"), (b"PK\x03\x04", "Không đọc được"), (b"a;b\n", "Bảng thiếu cột"), (b"\xff\xfe", "UTF-8")],
)
def test_a_file_that_is_no_table_is_refused_on_the_same_page(
    client: Client, cast: Cast, content: bytes, sentence: str
) -> None:
    file = SimpleUploadedFile("x.csv", content, "text/csv")

    answer = _as(client, cast, "mrs_ha").post(UPLOAD, {"co_cau": cast.tree.pk, "tep": file})

    assert answer.status_code == 422
    assert sentence in _text(answer)
    assert not StoredFile.objects.exists()


def test_a_table_of_headings_only_or_a_lost_file_gets_a_sentence(client: Client, cast: Cast) -> None:
    assert "chỉ có dòng tên cột" in _text(_send(_as(client, cast, "mrs_ha"), cast, []))
    lost = client.get(reverse("desk:units:plan_import", args=["0" * 64]), {"co_cau": cast.tree.pk})
    nowhere = client.get(reverse("desk:units:plan_import", args=["0" * 64]))

    assert lost.status_code == 404
    assert nowhere.status_code == 422


@pytest.mark.parametrize("name", ["mr_dung", "ba_dinh", "phuc_xa", "head_of_group_1", "stranger"])
def test_only_who_keeps_the_tree_may_upload_or_change_editions(client: Client, cast: Cast, name: str) -> None:
    _as(client, cast, name)
    addresses = [
        UPLOAD,
        reverse("desk:units:open"),
        reverse("desk:units:close", args=[cast.tree.pk]),
        reverse("desk:units:establish", args=[cast.tree.pk]),
        reverse("desk:units:plan_import", args=["0" * 64]),
    ]

    for address in addresses:
        assert client.get(address).status_code == 403
        assert client.post(address, {"co_cau": cast.tree.pk, "on": "2024-01-01"}).status_code == 403
    assert not StoredFile.objects.exists()
    assert Tree.objects.count() == 1


def test_an_export_holds_the_own_area_and_comes_in_again(client: Client, cast: Cast) -> None:
    xlsx = _as(client, cast, "phuc_xa").get(EXPORT)
    csv = client.get(EXPORT, {"co_cau": str(cast.tree.pk), "dang": "csv"})

    assert [row.cells["Mã"] for row in read_table(xlsx.content, headings=HEADINGS)] == ["00001", "00001.01", "00001.02"]
    assert len(read_table(csv.content, headings=HEADINGS)) == 3
    assert csv.headers["Content-Disposition"].endswith('.csv"')
    assert client.get(EXPORT, {"tai": cast.city.pk}).status_code == 404
    assert _as(client, cast, "head_of_group_1").get(EXPORT).status_code == 403


def test_a_new_edition_is_opened_filled_seated_and_closed_by_hand(client: Client, cast: Cast) -> None:
    _as(client, cast, "mrs_ha")
    office = {"office_id": cast.offices["mrs_ha"].pk}
    opened = client.post(
        reverse("desk:units:open"),
        {**office, "name": "Hà Nội mới", "scheme_code": "hanoi-2026", "starts_on": "01/07/2025"},
        follow=True,
    )
    tree = Tree.objects.get(name="Hà Nội mới")
    assert "Đã mở bản cơ cấu" in _text(opened)
    assert tree.starts_on == date(2025, 7, 1)

    code = cast.city.unit.public_code
    rows = [("01", "Thành phố Hà Nội", "Thành phố", "", "", code), ("00004", "Phường Ba Đình", "Phường", "01", "", "")]
    table = SimpleUploadedFile("moi.xlsx", write_xlsx(HEADINGS, rows))
    looked = client.post(UPLOAD, {"co_cau": tree.pk, "tep": table}, follow=True)
    client.post(looked.redirect_chain[-1][0].split("?")[0], {**office, "co_cau": tree.pk})
    assert Placement.objects.filter(tree=tree).count() == 2

    seated = client.post(reverse("desk:units:establish", args=[tree.pk]), {**office, "on": "2025-07-01"}, follow=True)
    assert "Đã lập" in _text(seated)
    assert Body.objects.filter(kind__code="steering_committee", unit__name="Phường Ba Đình").exists()

    close = reverse("desk:units:close", args=[cast.tree.pk])
    assert client.get(close).status_code == 200
    early = client.post(close, {**office, "on": "2019-01-01"})
    assert (early.status_code, "từ 01/01/2020" in _text(early)) == (422, True)
    closed = client.post(close, {**office, "on": "2025-06-30"}, follow=True)
    assert "hết hiệu lực sau ngày 30/06/2025" in _text(closed)
    assert client.post(close, {**office, "on": "2025-06-30"}).status_code == 409


@pytest.mark.parametrize("name", ["open", "establish"])
def test_a_form_half_filled_comes_back_filled(client: Client, cast: Cast, name: str) -> None:
    args: list[int] = [] if name == "open" else [cast.tree.pk]
    address = reverse(f"desk:units:{name}", args=args)
    typed = {"name": "Bản đang gõ dở", "on": "hôm nay"}

    assert _as(client, cast, "mrs_ha").get(address).status_code == 200
    answer = client.post(address, typed)

    assert answer.status_code == 422
    assert typed["name" if name == "open" else "on"] in _text(answer)
