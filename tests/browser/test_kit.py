"""The kit in a real browser: a hand, a desk, a reader of screens, a dropped line, paper."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

_WIDTH = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """() => [...document.querySelectorAll(
    'main a.btn, main button, main input:not([type=hidden]), main select, .tabbar > a, .tabbar summary')]
  .filter((one) => one.getClientRects().length && !one.matches('[type=checkbox], [type=radio]'))
  .filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 90))"""


def test_nothing_overflows_in_a_hand_and_every_target_can_be_hit(hand: Page, desk: Page) -> None:
    hand.goto("/thanh-phan/")
    expect(hand.get_by_role("navigation", name="Danh mục chính")).to_be_visible()
    hand.get_by_text("Thêm", exact=True).click()
    expect(hand.get_by_role("link", name="Nhật ký").last).to_be_visible()
    desk.set_viewport_size({"width": 360, "height": 740})
    desk.goto("/thanh-phan/")

    assert desk.evaluate(_WIDTH) <= 0
    assert desk.evaluate(_SMALL) == []


def test_a_desk_shows_the_rail_and_a_reader_of_screens_meets_no_barrier(desk: Page) -> None:
    for address in ("/thanh-phan/", "/thanh-phan/trang-don/", "/thanh-phan/tu-choi/409/"):
        desk.goto(address)
        found = Axe().run(desk).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []

    desk.goto("/thanh-phan/")
    expect(desk.locator(".rail")).to_be_visible()
    expect(desk.locator(".timeline svg").first).to_be_visible()
    assert desk.evaluate(_WIDTH) <= 0


def test_the_first_stop_of_the_keyboard_leads_past_the_navigation(desk: Page) -> None:
    desk.goto("/thanh-phan/")
    desk.keyboard.press("Tab")

    expect(desk.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
    desk.keyboard.press("Enter")
    assert desk.url.endswith("#noi-dung")


def test_what_is_half_written_survives_a_dropped_line_and_can_be_dropped(desk: Page) -> None:
    desk.goto("/thanh-phan/")
    desk.locator("#id_note").fill("Mái nhà văn hóa hỏng từ tháng 11")
    desk.locator("#id_chair_1").check()
    desk.reload()

    expect(desk.get_by_text("Đã khôi phục phần đang viết dở")).to_be_visible()
    expect(desk.locator("#id_note")).to_have_value("Mái nhà văn hóa hỏng từ tháng 11")
    expect(desk.locator("#id_chair_1")).to_be_checked()

    desk.get_by_role("button", name="Bỏ phần này").click()
    desk.reload()
    expect(desk.locator("#id_note")).to_have_value("")


def test_paper_has_no_chrome_and_keeps_what_is_only_for_paper(desk: Page) -> None:
    desk.goto("/thanh-phan/")
    desk.emulate_media(media="print")

    expect(desk.locator(".rail")).to_be_hidden()
    expect(desk.locator(".top")).to_be_hidden()
    expect(desk.get_by_text("Dòng này chỉ hiện khi in.")).to_be_visible()
