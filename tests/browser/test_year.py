"""The main job, seen by the people who do it: a plan goes in, the year comes out."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from danban.demo.plan_document import build_docx, plan_text
from tests.browser.stories import desk_pages, enter_as, overflow_of

BOARD = "phong-trao.01"
COMMUNE = "mttq.00001"
VILLAGE = "mttq.00001-02"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The demonstration plan as an office would send it."""
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(build_docx(plan_text("2023")))
    return file


def test_a_plan_dropped_into_the_page_becomes_the_launched_city(unlaunched: None, desk: Page, plan: Path) -> None:
    enter_as(desk, BOARD)
    desk.goto("/ke-hoach/")
    desk.get_by_role("link", name="Nạp kế hoạch").first.click()
    desk.set_input_files("input[type=file]", plan)
    desk.get_by_role("button", name="Đọc kế hoạch").click()

    expect(desk.locator("main")).to_contain_text("Từ ngày 02/01/2023 đến ngày 28/02/2023")
    expect(desk.locator("main")).to_contain_text("trùng kỳ nghỉ Tết")
    assert desk.locator("main mark").count() > 10

    desk.get_by_role("link", name="Xem tóm tắt và phát hành").first.click()
    desk.get_by_role("button", name=re.compile("Phát hành năm 2023")).first.click()
    expect(desk).to_have_url(re.compile(r"/nam/\d+/"), timeout=60_000)

    enter_as(desk, COMMUNE)
    expect(desk.locator("main")).to_contain_text("Ban hành và triển khai kế hoạch")
    desk.get_by_text("Vì sao").first.click()
    expect(desk.locator("main")).to_contain_text("trước ngày 31/12/2022")


def test_the_city_goes_down_to_a_village_in_three_clicks(launched: None, desk: Page) -> None:
    enter_as(desk, BOARD)
    desk.goto("/ma-tran/")

    desk.locator("main table").get_by_role("link", name="Quận Ba Đình").click()
    desk.locator("main table").get_by_role("link", name="Phường Phúc Xá").click()
    desk.locator("main table").get_by_role("link", name="Tổ dân phố số 2").first.click()

    expect(desk.locator("main")).to_contain_text("Tổ dân phố số 2")
    expect(desk.locator("main")).to_contain_text("Phường Phúc Xá")


def test_a_village_head_sees_four_steps_and_the_next_thing_on_a_phone_without_javascript(
    launched: None, hand: Page
) -> None:
    enter_as(hand, VILLAGE)

    steps = hand.locator("ol.steps li")
    assert [re.sub(r"[\d✓\s]+|, đã xong", " ", text).strip() for text in steps.all_inner_texts()] == [
        "Chuẩn bị", "Mời", "Họp", "Gửi",
    ]  # fmt: skip
    target = hand.locator("main .btn.primary").first.bounding_box()
    assert target is not None
    assert target["height"] >= 48
    assert not overflow_of(hand)


def test_no_page_runs_out_of_a_narrow_phone(launched: None, hand: Page) -> None:
    enter_as(hand, BOARD)

    wide = {}
    for address in desk_pages():
        hand.goto(address)
        wide[address] = overflow_of(hand)

    assert {address: pixels for address, pixels in wide.items() if pixels} == {}


def test_search_finds_a_village_without_accents_by_keyboard_alone(launched: None, desk: Page) -> None:
    enter_as(desk, BOARD)
    desk.keyboard.press("Tab")
    expect(desk.locator(":focus")).to_have_text("Đến nội dung chính")
    for _ in range(30):
        desk.keyboard.press("Tab")
        if desk.locator(":focus").get_attribute("name") == "q":
            break
    desk.keyboard.type("so 2 phuc xa")
    desk.keyboard.press("Enter")

    expect(desk.locator("main")).to_contain_text("Tổ dân phố số 2")


def test_the_printed_page_has_no_navigation(launched: None, desk: Page) -> None:
    enter_as(desk, BOARD)
    desk.goto("/tong-quan/")

    desk.emulate_media(media="print")

    expect(desk.locator("nav.rail")).to_be_hidden()
    expect(desk.locator("main h1").first).to_be_visible()
