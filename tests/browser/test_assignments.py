"""Section III at work: a department takes its work on, notes, finishes; the city sees it; a commune briefs."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from danban.assignments.models import Work
from danban.campaigns.models import Assignment
from danban.units.models import Body
from tests.browser.stories import enter_as, overflow_of
from tests.documents import uploads

DEPARTMENT, BOARD = "so-vhtt.01", "phong-trao.01"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """A picture of a class, as a telephone would take it."""
    file = tmp_path / "lop-tap-huan.png"
    file.write_bytes(uploads.png())
    return file


def _untouched() -> Assignment:
    """The department's work done once, as if nobody had begun it."""
    given = Assignment.objects.filter(body__kind__code="dept_culture_sports", rrule="").order_by("position")[0]
    given.attachments.all().delete()
    given.progress.all().delete()
    Work.objects.filter(assignment=given).delete()
    return given


def test_a_department_accepts_notes_with_a_figure_and_a_file_finishes_and_the_city_sees_it(
    launched: None, desk: Page, outline: Path
) -> None:
    given = _untouched()
    enter_as(desk, DEPARTMENT)
    desk.locator(f'main a[href="/phan-cong/{given.pk}/"]').last.click()
    desk.get_by_role("button", name="Nhận việc").click()
    expect(desk.get_by_text("Đã nhận việc")).to_be_visible()

    desk.get_by_role("link", name="Ghi tiến độ").click()
    desk.get_by_label("Đã làm được gì?").fill("Đã mở lớp cho cán bộ văn hóa các quận.")
    desk.locator("#id_label_1").fill("Lớp tập huấn")
    desk.locator("#id_value_1").fill("12")
    desk.locator("#id_unit_1").fill("lớp")
    desk.set_input_files("input[type=file]", outline)
    assert not overflow_of(desk)
    desk.get_by_role("button", name="Ghi tiến độ").click()
    expect(desk.locator(".way")).to_contain_text("Lớp tập huấn: 12 lớp")

    desk.get_by_role("link", name="Hoàn thành").click()
    desk.get_by_label("Kết quả").fill("Đủ 12 lớp, đề cương đã tới mọi quận.")
    desk.get_by_role("button", name="Ghi đã hoàn thành").click()
    expect(desk.locator("h1")).to_contain_text("Xong")

    desk.context.clear_cookies()
    enter_as(desk, BOARD)
    desk.goto("/phan-cong/?tinh_trang=da-xong")
    expect(desk.locator("main")).to_contain_text("Sở Văn hóa và Thể thao")
    desk.goto(f"/phan-cong/{given.pk}/")
    expect(desk.locator(".way")).to_contain_text("Đủ 12 lớp")
    with desk.expect_download() as started:
        desk.get_by_role("link", name="lop-tap-huan").click()
    assert started.value.suggested_filename == "lop-tap-huan.png"
    expect(desk.get_by_role("link", name="Mở lại")).to_be_visible()


def test_a_refused_note_keeps_its_words_and_names_the_file_to_choose_again(
    launched: None, desk: Page, outline: Path
) -> None:
    given = _untouched()
    enter_as(desk, DEPARTMENT)
    desk.goto(f"/phan-cong/{given.pk}/tien-do/")
    desk.get_by_label("Đã làm được gì?").fill("Đã mở lớp")
    desk.locator("#id_value_1").fill("mười hai")
    desk.set_input_files("input[type=file]", outline)

    desk.get_by_role("button", name="Ghi tiến độ").click()

    expect(desk.get_by_text("Trình duyệt không giữ lại tệp")).to_be_visible()
    expect(desk.get_by_text("lop-tap-huan.png")).to_be_visible()
    expect(desk.get_by_label("Đã làm được gì?")).to_have_value("Đã mở lớp")


def test_the_pages_have_no_barrier_fit_a_hand_and_print(launched: None, desk: Page) -> None:
    body = Body.objects.get(kind__code="dept_culture_sports")
    given = Assignment.objects.filter(body=body).order_by("position")[0]
    enter_as(desk, BOARD)
    addresses = (
        "/phan-cong/", f"/phan-cong/{given.pk}/", f"/phan-cong/co-quan/{body.pk}/", "/phan-cong/tai-lieu/",
        "/phan-cong/huong-dan/", "/phan-cong/hoat-dong/", "/phan-cong/hoat-dong/ghi/",
    )  # fmt: skip
    for address in addresses:
        desk.goto(address)
        found = Axe().run(desk).response["violations"]
        assert [(address, one["id"]) for one in found if one["impact"] in ("serious", "critical")] == []

    desk.set_viewport_size({"width": 360, "height": 740})
    for address in addresses:
        desk.goto(address)
        assert (address, overflow_of(desk)) == (address, 0)

    desk.goto(f"/phan-cong/co-quan/{body.pk}/")
    desk.emulate_media(media="print")
    expect(desk.locator(".tabbar")).to_be_hidden()
    expect(desk.get_by_text("Nhịp hằng tuần")).to_be_visible()


def test_a_commune_records_its_briefing_in_a_hand_without_javascript(launched: None, hand: Page) -> None:
    enter_as(hand, "mttq.00007")
    hand.goto("/phan-cong/huong-dan/ghi/")
    hand.get_by_label("Địa điểm").fill("Hội trường phường")
    hand.get_by_label("Số người dự").fill("20")
    hand.get_by_label("Tổ dân phố số 2", exact=True).uncheck()

    hand.get_by_role("button", name="Ghi buổi hướng dẫn").click()

    expect(hand.get_by_text("Đã ghi buổi hướng dẫn")).to_be_visible()
    expect(hand.locator("h1")).to_contain_text(re.compile("Xong"))
    expect(hand.get_by_text("11/12 đã dự")).to_be_visible()
