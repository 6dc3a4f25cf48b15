"""A late unit is reminded once, not twice, and what stays late reaches its superior."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from danban.campaigns.models import Obligation
from danban.jobs import remind, send_notices
from danban.kit import clock
from tests.browser.stories import enter_as, overflow_of

DISTRICT = "mttq.001"
COMMUNE = "mttq.00001"
BOARD = "phong-trao.01"


def _only_late() -> Obligation:
    """Phường Phúc Xá's plan was due yesterday; everything else has a year to go."""
    Obligation.objects.update(fulfilled_on=None, fulfilled_at=None, fulfilled_by="", due_on=date(2024, 12, 31))
    owed = Obligation.objects.get(kind__code="plan", placement__code="00001")
    Obligation.objects.filter(pk=owed.pk).update(due_on=clock.day_of(clock.now()) - timedelta(days=1))
    return owed


def _morning_twice() -> None:
    """The timed work of a morning, and the same a minute later."""
    for _ in range(2):
        remind.run(at=clock.now())
        send_notices.run(now=clock.now)


def _days_later(days: int) -> None:
    clock.set_offset(clock.offset() + timedelta(days=days))


def test_a_late_commune_is_reminded_once_and_two_days_later_its_district_is_told(launched: None, desk: Page) -> None:
    owed = _only_late()
    _morning_twice()

    enter_as(desk, COMMUNE)
    desk.get_by_role("link", name="Hộp tin").click()
    told = desk.locator("main button.item", has_text="Quá hạn 1 ngày")
    expect(told).to_have_count(1)
    told.click()
    expect(desk).to_have_url(f"{desk.url.split('/viec/')[0]}/viec/{owed.pk}/")
    expect(desk.locator("main")).to_contain_text("Nhắc khi quá hạn 1 ngày")

    enter_as(desk, DISTRICT)
    desk.goto("/viec/?tinh_trang=qua-han")
    desk.get_by_role("link", name="Đôn đốc 1 việc quá hạn").click()
    desk.get_by_label("Lời đôn đốc").fill("Đề nghị phường ban hành kế hoạch trong ngày mai.")
    desk.get_by_role("button", name="Đôn đốc 1 đơn vị quá hạn").click()
    expect(desk.locator("main")).to_contain_text("Đã đôn đốc 1 việc quá hạn")
    expect(desk.get_by_role("link", name="Đôn đốc 1 việc quá hạn")).to_have_count(0)

    _days_later(2)
    _morning_twice()
    desk.goto("/hop-tin/")
    expect(desk.locator("main button.item", has_text="Phường Phúc Xá quá hạn 3 ngày")).to_have_count(1)
    enter_as(desk, COMMUNE)
    desk.goto("/hop-tin/")
    expect(desk.locator("main button.item", has_text="Quá hạn 1 ngày: ")).to_have_count(1)
    expect(desk.locator("main button.item", has_text="Đôn đốc: ")).to_have_count(1)


def test_the_city_sees_on_the_screen_what_a_phone_would_have_received(launched: None, hand: Page) -> None:
    _only_late()
    _morning_twice()

    enter_as(hand, BOARD)
    hand.goto("/tin-da-gui/?ve=reminder")
    hand.locator("main table").get_by_role("link").first.click()

    expect(hand.locator("main")).to_contain_text("[Phường Phúc Xá] Quá hạn 1 ngày")
    expect(hand.locator("main")).to_contain_text("Kính gửi:")
    assert not overflow_of(hand)
