"""Reviewing a plan: the document and the year side by side at a desk, one after the other in a hand."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from danban.demo.plan_document import build_docx, plan_text
from tests.browser.stories import enter_as, overflow_of

BOARD = "phong-trao.01"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The demonstration plan as an office would send it."""
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(build_docx(plan_text("2023")))
    return file


def _read(page: Page, plan: Path) -> None:
    enter_as(page, BOARD)
    page.goto("/ke-hoach/nap/")
    page.set_input_files("input[type=file]", plan)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    page.wait_for_url("**/ban-nhap/**")


def test_in_a_hand_without_javascript_a_line_opens_its_words_and_the_words_their_line(
    unlaunched: None, hand: Page, plan: Path
) -> None:
    _read(hand, plan)
    words = hand.locator(".paper mark").filter(has_text="Từ ngày 02/01/2023").first
    expect(words).to_be_hidden()
    assert not overflow_of(hand)

    hand.get_by_role("link", name="“Từ ngày 02/01/2023 đến ngày 28/02/2023”").first.click()
    expect(words).to_be_visible()
    assert not overflow_of(hand)

    words.click()
    expect(words).to_be_hidden()
    expect(hand.locator(".lines li:target")).to_contain_text("Hội nghị thôn, tổ dân phố")


def test_at_a_desk_both_stand_side_by_side_without_a_barrier(unlaunched: None, desk: Page, plan: Path) -> None:
    _read(desk, plan)

    paper, year = desk.locator(".paper").bounding_box(), desk.locator(".side").bounding_box()

    assert paper is not None
    assert year is not None
    assert paper["x"] + paper["width"] <= year["x"]
    assert not overflow_of(desk)
    assert [one["id"] for one in Axe().run(desk).response["violations"]] == []


def test_the_launch_says_that_it_works_and_cannot_be_pressed_twice(unlaunched: None, desk: Page, plan: Path) -> None:
    _read(desk, plan)
    desk.get_by_role("link", name="Xem tóm tắt và phát hành").click()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    desk.route("**/phat-hanh/", hold)
    button = desk.get_by_role("button", name=re.compile("Phát hành năm 2023"))

    button.click(no_wait_after=True)
    expect(desk.locator("#dang-chay")).to_be_visible()
    expect(button).to_be_disabled()
    held[0].continue_()

    expect(desk).to_have_url(re.compile(r"/nam/\d+/"), timeout=60_000)
    expect(desk.locator("main")).to_contain_text("đã phát hành")
