"""Two phones at the door of one conference: the same person and a walk-in, with and without a line."""

from datetime import timedelta

from playwright.sync_api import Browser, expect

from danban.delegates import rules
from danban.delegates.models import Attendance
from danban.kit import clock
from tests.browser.conftest import HAND
from tests.cast import Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import delegate, device, on_its_day


def test_two_phones_write_the_same_person_once_and_a_walk_in(
    chromium: Browser, live_server: object, city: Cast
) -> None:  # fmt: skip
    campaign = run_campaign(city)
    plan(city, campaign)
    one = on_its_day(city, campaign)
    one.day = clock.day_of(clock.now())
    one.save(update_fields=["day"])
    delegate(one, 0)
    pages = []
    for label in ("Cửa chính", "Cửa phụ"):
        phone = device(city, one, label=label)
        phone.expires_at = clock.now() + timedelta(hours=1)
        phone.save(update_fields=["expires_at"])
        context = chromium.new_context(base_url=str(live_server), viewport=HAND, locale="vi-VN")  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"/diem-danh/#{rules.device_token(phone)}")
        expect(page.get_by_text("Nguyễn Văn An")).to_be_visible()
        assert "#" not in page.url
        pages.append(page)
    second = pages[1]

    second.context.set_offline(True)
    for page in pages:
        page.get_by_label("Tìm theo tên hoặc số hộ").fill("nguyen an")
        page.get_by_role("button", name="Có mặt").click()
    expect(second.get_by_text("còn 1 chưa gửi")).to_be_visible()
    second.get_by_label("Họ và tên").fill("Đỗ Văn Khách")
    second.get_by_role("button", name="Ghi người này").click()
    expect(second.get_by_text("còn 2 chưa gửi")).to_be_visible()
    second.context.set_offline(False)

    expect(second.locator("[data-waiting]")).to_be_hidden()
    expect(second.locator("[data-count]")).to_have_text("2")
    assert Attendance.objects.filter(conference=one, taken_back_at__isnull=True).count() == 2
    for page in pages:
        page.context.close()
