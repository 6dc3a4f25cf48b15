"""A holder is replaced on paper day and the successor finds the work; the record prints."""

from playwright.sync_api import Page, expect

from danban.accounts.models import Appointment
from danban.kit import clock
from tests.browser.stories import enter_as, overflow_of

OLD, NEW = "mttq.00001-01", "truong.00001-01"


def test_a_holder_is_replaced_and_the_successor_finds_the_work(launched: None, desk: Page) -> None:
    office = Appointment.objects.get(account__email=f"{OLD}@trinh-dien.invalid")
    successor = Appointment.objects.get(account__email=f"{NEW}@trinh-dien.invalid")
    yesterday = clock.day_of(clock.now()).fromordinal(clock.day_of(clock.now()).toordinal() - 1)
    enter_as(desk, "mttq.00001")

    desk.goto(f"/nguoi/{office.account_id}/")
    desk.get_by_role("link", name="Bàn giao vị trí").click()
    desk.get_by_role("link", name=successor.account.full_name).click()
    desk.get_by_label("Ngày cuối của người bàn giao").fill(yesterday.isoformat())
    desk.get_by_label("Nội dung bàn giao khác").fill("Đã giao con dấu và sổ họp.")
    desk.get_by_role("button", name="Bàn giao vị trí").click()

    expect(desk.get_by_role("heading", name="Biên bản bàn giao vị trí")).to_be_visible()
    expect(desk.get_by_text("Đã giao con dấu và sổ họp.")).to_be_visible()
    expect(desk.get_by_role("button", name="In biên bản")).to_be_visible()
    assert overflow_of(desk) == 0
    desk.goto("/tai-khoan/")
    desk.locator("main").get_by_role("button", name="Đăng xuất", exact=True).click()

    incoming = Appointment.objects.get(succeeds=office)
    enter_as(desk, NEW, title=successor.title)
    desk.goto("/vi-tri/")
    desk.set_viewport_size({"width": 360, "height": 740})
    assert overflow_of(desk) == 0
    desk.locator(f"section:has(#vi-tri-{incoming.pk})").get_by_role("button", name="Làm việc ở vị trí này").click()
    desk.wait_for_url("**/viec-cua-toi/")
    expect(desk.get_by_text("Bạn đang làm việc ở vị trí")).to_be_visible()
