"""What is half written survives a session that ended and a line that was lost."""

from playwright.sync_api import Page, expect

from danban.campaigns.models import Campaign
from danban.config.settings import SESSION_COOKIE_NAME
from tests.browser.stories import enter_as

_REASON = "Đã tổng kết, đang viết dở"


def test_a_reason_half_written_is_still_there_after_signing_in_again(launched: None, desk: Page) -> None:
    enter_as(desk, "phong-trao.01")
    desk.goto(f"/nam/{Campaign.objects.get().pk}/khep-lai/")
    desk.locator("main textarea").fill(_REASON)
    desk.context.clear_cookies(name=SESSION_COOKIE_NAME)
    desk.locator("main form button[type=submit]").click()
    expect(desk.get_by_text("Phiên làm việc đã hết")).to_be_visible()

    desk.get_by_role("button", name="Chuyên viên Ban Phong trào").first.click()

    expect(desk.locator("main textarea")).to_have_value(_REASON)
    expect(desk.get_by_text("Đã khôi phục phần đang viết dở")).to_be_visible()


def test_a_reason_sent_while_the_line_is_lost_is_still_there_afterwards(launched: None, desk: Page) -> None:
    enter_as(desk, "phong-trao.01")
    address = f"/nam/{Campaign.objects.get().pk}/khep-lai/"
    desk.goto(address)
    desk.locator("main textarea").fill(_REASON)
    desk.context.set_offline(True)
    desk.locator("main form button[type=submit]").click()
    desk.wait_for_url("chrome-error://**")
    desk.context.set_offline(False)

    desk.goto(address)

    expect(desk.locator("main textarea")).to_have_value(_REASON)
