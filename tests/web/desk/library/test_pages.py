"""Pages of the library: found in a tap, read on a phone, presented with one tap, kept by those who may."""

import re
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Citation
from danban.library.models import OutlineVersion, Presentation, Reference
from danban.library.states import VersionStatus
from tests.cast import AT, Cast, run_campaign
from tests.library.factories import draft, enter, next_version, present, published
from tests.web.desk.reading import main_of, text_of
from tests.web.entering import enter as sign_in

INDEX, REFERENCES, PRESENTED = (reverse(f"desk:library:{name}") for name in ("index", "references", "presentations"))


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def _of(name: str, *args: object) -> str:
    return reverse(f"desk:library:{name}", args=args)


def test_empty_shelves_say_so(cast: Cast) -> None:
    village = sign_in(cast, "head_of_group_1")

    assert "Chưa có đề cương nào đưa ra dùng" in main_of(village.get(INDEX))
    assert "Thư viện chưa có văn bản nào" in main_of(village.get(REFERENCES))
    assert "Chưa ghi lần trình bày nào" in main_of(village.get(PRESENTED))
    published(cast, title="Cho xã", level_id=cast.levels["commune"].pk)
    assert "Chưa có đề cương nào viết riêng" in main_of(village.get(INDEX))
    assert "Cho xã" in main_of(village.get(INDEX + "?tat_ca=1"))
    assert "Không có đề cương nào khớp" in main_of(village.get(INDEX + "?tat_ca=1&q=xyz&linh_vuc=waste"))
    assert "Không có văn bản nào khớp" in main_of(village.get(REFERENCES + "?q=xyz&hieu_luc=sai&nam=&ben=dang"))


def test_a_village_reads_and_presents_with_one_tap(cast: Cast) -> None:
    version = published(cast, title="Phân loại rác", text="Thưa bà con.\n<b>Ba</b> chỗ đựng.")
    village = sign_in(cast, "head_of_group_1")
    page = village.get(_of("outline", version.outline_id))
    assert "&lt;b&gt;Ba&lt;/b&gt; chỗ đựng." in page.content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(placement_id|on)" value="([^"]+)"', text_of(page)))

    sent = village.post(_of("present", version.pk), hidden | {"occasion": "Đọc trên loa truyền thanh"}, follow=True)

    assert "Đã ghi: Đọc trên loa truyền thanh, ngày 10/02/2023." in main_of(sent)
    one = Presentation.objects.get()
    assert one.placement == cast.places["00001.01"]
    assert "Đơn vị mình đã trình bày" in main_of(village.get(INDEX))
    assert "Phân loại rác" in main_of(village.get(PRESENTED))
    assert "Soạn bản tiếp theo" not in main_of(sent)

    assert "Bỏ lần này" in main_of(village.get(_of("remove_presentation", one.pk)))
    gone = village.post(_of("remove_presentation", one.pk), follow=True)
    assert "Đã bỏ lần trình bày ngày 10/02/2023 của Tổ dân phố số 1." in main_of(gone)
    assert not Presentation.objects.exists()


def test_the_longer_form_comes_back_with_what_is_wrong(cast: Cast) -> None:
    version = published(cast)
    commune = sign_in(cast, "phuc_xa")
    address = _of("present", version.pk)
    assert "Tổ dân phố số 2" in main_of(commune.get(address))

    told = {"placement_id": cast.places["00001.02"].pk, "on": "2023-02-11", "occasion": "Họp tổ", "attended": "40"}
    early = commune.post(address, told)
    assert (early.status_code, "Ngày này chưa tới." in main_of(early)) == (422, True)
    elsewhere = commune.post(address, told | {"placement_id": cast.places["00004"].pk, "on": "2023-02-10"})
    assert elsewhere.status_code == 422
    assert commune.post(address, told | {"on": "2023-02-10"}).status_code == 302
    assert Presentation.objects.get().attended == 40


def test_it_is_read_aloud_large_and_taken_along_as_a_file(cast: Cast) -> None:
    version = published(cast, title="Phân loại rác")
    village = sign_in(cast, "head_of_group_1")

    assert 'class="aloud words"' in text_of(village.get(_of("read_aloud", version.pk)))
    word = village.get(_of("script", version.pk, "docx"))
    assert word.content.startswith(b"PK")
    assert word["Content-Disposition"] == 'attachment; filename="bai-phat-thanh-phan-loai-rac.docx"'
    assert village.get(_of("script", version.pk, "exe")).status_code == 404


def test_without_fonts_a_pdf_is_refused_in_one_sentence(cast: Cast, tmp_path: Any) -> None:
    version = published(cast)
    settings_before = settings.PAPER_FONTS
    settings.PAPER_FONTS = tmp_path
    try:
        answer = sign_in(cast, "head_of_group_1").get(_of("script", version.pk, "pdf"))
    finally:
        settings.PAPER_FONTS = settings_before

    assert (answer.status_code, "danban assets" in main_of(answer)) == (422, True)


def test_from_the_first_word_to_the_next_version(cast: Cast) -> None:
    board = sign_in(cast, "mrs_ha")
    empty = board.post(_of("begin_outline"), {"title": "Rác"})
    assert (empty.status_code, "Hãy viết nội dung." in main_of(empty)) == (422, True)
    begun = {"title": "Rác", "field": "waste", "level_id": "", "area": "any", "text": "Một.\nHai."}
    assert "Đọc lại rồi đưa ra dùng" in main_of(board.post(_of("begin_outline"), begun, follow=True))
    version = OutlineVersion.objects.get()
    edited = board.post(_of("edit_version", version.pk), begun | {"title": "Rác nhà mình", "minutes": "4"}, follow=True)
    assert "Rác nhà mình" in main_of(edited)
    assert "4 phút đọc" in main_of(edited)
    assert "mọi đơn vị đọc" in main_of(board.post(_of("publish_version", version.pk), follow=True))
    assert board.post(_of("publish_version", version.pk)).status_code == 409

    form = board.post(_of("begin_version", version.outline_id), follow=True)
    assert "Một.\nHai." in text_of(form)
    assert "Tên đề cương" not in main_of(form)
    second = OutlineVersion.objects.get(number=2)
    board.post(_of("edit_version", second.pk), {"text": "Một.\nBa.", "change_note": "Đổi số"})
    board.post(_of("publish_version", second.pk))
    compared = text_of(board.get(_of("versions", version.outline_id)))
    assert re.search(r"<del>.*Bỏ.*Hai\.</del>\s*<ins>.*Thêm.*Ba\.</ins>", compared)
    assert "Đây là bản cũ." in main_of(board.get(_of("outline", version.outline_id) + "?ban=1"))

    assert board.post(_of("withdraw_version", second.pk), {"reason": ""}).status_code == 422
    gone = board.post(_of("withdraw_version", second.pk), {"reason": "Sai số liệu"}, follow=True)
    assert "Sai số liệu" in main_of(gone)
    second.refresh_from_db()
    assert second.status == VersionStatus.WITHDRAWN
    assert board.post(_of("begin_version", version.outline_id)).status_code == 302
    assert board.post(_of("begin_version", version.outline_id)).status_code == 409
    assert "đang soạn, đã rút" in main_of(board.get(INDEX))


def test_references_are_entered_edited_and_gathered(cast: Cast) -> None:
    campaign = run_campaign(cast)
    Citation.objects.create(campaign=campaign, number="1-CT/TU", name="Chỉ thị số 1-CT/TU của Thành ủy", position=0)
    board = sign_in(cast, "mrs_ha")
    told = {"kind_name": "Nghị định", "symbol": "30/2020/NĐ-CP", "title": "công tác văn thư", "issuer": "Chính phủ"}
    told |= {"issued_on": "2020-03-05", "replaced_by_id": ""}
    assert board.post(_of("enter_reference"), {"symbol": "30"}).status_code == 422
    shown = board.post(_of("enter_reference"), told, follow=True)
    line = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
    assert line in main_of(shown)
    assert "đã có trong thư viện" in main_of(board.post(_of("enter_reference"), told))

    assert "Kế hoạch năm 2023 dẫn 1 văn bản thư viện chưa có." in main_of(board.get(REFERENCES))
    gathered = board.post(_of("gather_references", campaign.pk), follow=True)
    assert "Đã đưa 1 văn bản từ kế hoạch vào thư viện." in main_of(gathered)
    assert "Chưa ghi trích yếu" in main_of(gathered)
    cited = Reference.objects.get(symbol="1-CT/TU")
    page = main_of(board.get(_of("reference", cited.pk)))
    assert campaign.name in page
    assert "Dòng căn cứ" not in page

    old = Reference.objects.get(symbol="30/2020/NĐ-CP")
    new = enter(cast, symbol="99/2023/NĐ-CP", in_force_from=AT.date())
    saved = board.post(_of("edit_reference", old.pk), told | {"replaced_by_id": new.pk}, follow=True)
    assert "Được thay bằng Nghị định 99/2023/NĐ-CP" in main_of(saved)
    assert "Đã được thay thế" in main_of(saved)
    circle = board.post(_of("edit_reference", new.pk), told | {"symbol": "99/2023/NĐ-CP", "replaced_by_id": old.pk})
    assert (circle.status_code, "thay thế lẫn nhau" in main_of(circle)) == (422, True)
    assert "99/2023/NĐ-CP" in main_of(board.get(REFERENCES + "?hieu_luc=con-hieu-luc"))
    assert "Nhập văn bản" not in main_of(sign_in(cast, "phuc_xa").get(REFERENCES))


def test_coverage_says_units_out_of_units_and_opens_the_rows(cast: Cast) -> None:
    version = published(cast, level_id=cast.levels["village"].pk)
    present(cast, version)
    city = sign_in(cast, "mrs_ha")

    page = city.get(_of("coverage", version.outline_id))

    assert "1/4" in main_of(page)
    behind = f"{PRESENTED}?de_cuong={version.outline_id}&don_vi={cast.places['001'].pk}"
    assert behind in text_of(page)
    assert "Tổ dân phố số 1" in main_of(city.get(behind))
    village = main_of(sign_in(cast, "head_of_group_1").get(_of("coverage", version.outline_id)))
    assert "1/1" in village.replace(" ", "")
    rural = published(cast, level_id=cast.levels["village"].pk, area="rural")
    assert "không có đơn vị nào thuộc cấp" in main_of(sign_in(cast, "ba_dinh").get(_of("coverage", rural.outline_id)))


def test_lists_cost_the_same_with_three_rows_and_with_thirty(cast: Cast) -> None:
    board = sign_in(cast, "mrs_ha")

    def costs() -> list[int]:
        found = []
        for address in (INDEX, REFERENCES, PRESENTED):
            with CaptureQueriesContext(connection) as caught:
                assert board.get(address).status_code == 200
            found.append(len(caught))
        return found

    def grow(count: int) -> None:
        for number in range(count):
            enter(cast)
            present(cast, published(cast), occasion=f"Lần {number}")
        next_version(cast, published(cast), "Khác", is_published=False)
        draft(cast)

    grow(3)
    costs()
    few = costs()
    grow(27)
    assert costs() == few
