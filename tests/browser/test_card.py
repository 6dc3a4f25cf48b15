"""A village head comes in with a printed card: scanned on a phone, a PIN chosen, home; a second device is refused."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from danban.accounts.models import Appointment, SignInCard
from tests.browser.stories import enter_as, overflow_of

HOLDER = "mttq.00001-01"


def _phone(browser: Browser, address: str, *, scripts: bool = True) -> BrowserContext:
    """A phone of somebody else, 360 px wide, with cookies of its own."""
    return browser.new_context(
        base_url=address, locale="vi-VN", viewport={"width": 360, "height": 740}, java_script_enabled=scripts,
        has_touch=True,
    )  # fmt: skip


def _printed_code(desk: Page) -> str:
    """Give a card to one village head from the commune's list, and read its code off the sheet."""
    office = Appointment.objects.get(account__email=f"{HOLDER}@trinh-dien.invalid")
    enter_as(desk, "mttq.00001")
    desk.goto("/the/danh-sach/")
    desk.locator(f"#the-{office.pk}").check()
    desk.get_by_role("button", name="Cấp thẻ cho người đã đánh dấu").click()
    expect(desk.locator(".key-card")).to_have_count(1)
    expect(desk.get_by_role("button", name="In 1 thẻ")).to_be_visible()
    return desk.locator(".key-code b").inner_text()


@pytest.fixture
def code(launched: None, desk: Page) -> str:
    """The code of a card just printed."""
    return _printed_code(desk)


def test_scanned_once_a_pin_then_home_and_later_the_pin_alone(
    code: str, chromium: Browser, desk: Page, live_server: object
) -> None:
    secret = code.replace(" ", "")
    asked: list[Request] = []
    phone = _phone(chromium, str(live_server))
    page = phone.new_page()
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - the driver takes no built-in

    page.goto(f"/the/#{secret}")
    page.wait_for_url("**/the/mo/")
    expect(page.get_by_role("heading")).to_contain_text("Xin chào")
    assert overflow_of(page) == 0
    page.get_by_label("Chọn mã PIN").fill("2580")
    page.get_by_label("Gõ lại mã PIN đó").fill("2580")
    page.get_by_role("button", name="Bắt đầu dùng").click()
    page.wait_for_url("**/viec-cua-toi/")

    assert _never_in_an_address(asked, secret)
    assert SignInCard.objects.get().bound_at is not None
    page.goto("/tai-khoan/")
    page.locator("main").get_by_role("button", name="Đăng xuất", exact=True).click()
    page.goto("/the/")
    page.get_by_label("Mã PIN của bạn").fill("2580")
    page.get_by_role("button", name="Vào", exact=True).click()
    page.wait_for_url("**/viec-cua-toi/")

    other = _phone(chromium, str(live_server))
    second = other.new_page()
    second.goto(f"/the/#{secret}")
    expect(second.get_by_text("gắn với một máy khác")).to_be_visible()
    expect(second.get_by_text("Hãy đề nghị Phường Phúc Xá cấp thẻ mới")).to_be_visible()
    assert overflow_of(second) == 0
    phone.close()
    other.close()


def _never_in_an_address(asked: list[Request], secret: str) -> bool:
    """The secret left the browser in the body of one form, never in an address or a header."""
    sent = [request for request in asked if secret in (request.post_data or "")]
    addresses = [urlsplit(request.url) for request in asked]
    headers = " ".join(str(request.headers) for request in asked)
    return len(sent) == 1 and secret not in headers and not any(secret in (a.path + a.query) for a in addresses)


def test_without_scripts_the_code_is_typed_in_groups(code: str, chromium: Browser, live_server: object) -> None:
    phone = _phone(chromium, str(live_server), scripts=False)
    page = phone.new_page()

    page.goto("/the/")
    assert overflow_of(page) == 0
    page.get_by_label("Mã trên thẻ").fill(code.lower())
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_label("Chọn mã PIN").fill("147036")
    page.get_by_label("Gõ lại mã PIN đó").fill("147036")
    page.get_by_role("button", name="Bắt đầu dùng").click()
    page.wait_for_url("**/viec-cua-toi/")
    phone.close()


def test_eight_cards_fill_one_printed_page(launched: None, desk: Page) -> None:
    enter_as(desk, "mttq.00001")
    desk.goto("/the/danh-sach/")
    wanted = desk.locator("[name=vi_tri]").count()
    desk.get_by_role("button", name=f"Cấp thẻ cho {wanted} người chưa có").click()

    paper = desk.pdf(prefer_css_page_size=True)

    pages = len(re.findall(rb"/Type\s*/Page\b", paper))
    assert (desk.locator(".key-card").count(), pages) == (wanted, -(-wanted // 8))
