"""A commune's plan as a paper, on a phone: issued, opened, fetched as a file, checked by anybody."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from danban.documents.models import Document
from danban.plans.models import Plan
from tests.browser.stories import enter_as, overflow_of

FRONT, COMMITTEE = "mttq.00001", "ubnd.00001"


@pytest.mark.usefixtures("opening")
def test_a_commune_issues_its_plan_on_a_phone_and_anybody_can_check_it(hand: Page) -> None:
    enter_as(hand, FRONT)
    hand.goto("/ke-hoach-don-vi/")
    hand.get_by_role("button", name="Lập kế hoạch từ kế hoạch cấp trên").click()
    hand.get_by_label("Cấp ủy cho ý kiến").fill("Ban Thường vụ Đảng ủy phường")
    hand.get_by_label("Ngày cho ý kiến").fill("2022-12-16")
    hand.get_by_label("Hình thức và ý kiến").fill("Họp, thống nhất")
    hand.get_by_role("button", name="Lưu và trình hai bên duyệt").click()
    enter_as(hand, COMMITTEE)
    hand.goto("/ke-hoach-don-vi/")
    hand.get_by_role("button", name="Duyệt kế hoạch").click()
    expect(hand.locator("main")).to_contain_text("Người ký, như in ở cuối văn bản")
    assert not overflow_of(hand)
    hand.get_by_role("button", name="Ban hành kế hoạch").click()

    plan = Plan.objects.get(placement__code="00001")
    document = Document.objects.get(pk=plan.editions.get().document_id)
    hand.get_by_role("link", name="Đọc, in bản ban hành").click()
    expect(hand.locator("main")).to_contain_text("Chưa có bản ký")
    assert not overflow_of(hand)
    with hand.expect_download() as fetched:
        hand.get_by_role("link", name="Tải Word").click()
    assert fetched.value.suggested_filename.endswith(".docx")
    address = hand.get_by_role("link", name="trang kiểm tra").get_attribute("href")
    assert address is not None
    hand.goto(urlsplit(address).path)
    expect(hand.locator("main")).to_contain_text("01/KHLT-UBND-UBMTTQ")
    assert document.public_code in hand.url
    assert not overflow_of(hand)
