"""A village asks in the evening, on a phone; the commune passes it up, the district answers, the village closes."""

from playwright.sync_api import Page, expect

from tests.browser.stories import enter_as, overflow_of

VILLAGE, COMMUNE, DISTRICT = "mttq.00001-02", "mttq.00001", "mttq.001"
TITLE = "Mất điện cả ngõ, tối nay họp"


def test_a_difficulty_goes_up_two_steps_and_comes_back_answered(launched: None, hand: Page, desk: Page) -> None:
    enter_as(hand, VILLAGE)
    hand.get_by_role("link", name="Báo khó khăn").first.click()
    assert not overflow_of(hand)
    hand.get_by_label("Đang vướng điều gì?").fill(TITLE)
    hand.get_by_label("Gấp: hội nghị đang diễn ra hoặc sắp họp").check()
    hand.get_by_role("button", name="Gửi tới Phường Phúc Xá").click()
    expect(hand.locator("main")).to_contain_text("Chờ Phường Phúc Xá trả lời")
    address = hand.url.replace(hand.evaluate("location.origin"), "")

    enter_as(desk, COMMUNE)
    desk.goto("/kho-khan/")
    desk.get_by_role("link", name=TITLE).click()
    desk.get_by_role("link", name="Chuyển lên Quận Ba Đình").click()
    desk.get_by_label("Lý do chuyển lên").fill("Điện lực do quận liên hệ")
    desk.get_by_role("button", name="Chuyển lên Quận Ba Đình").click()
    expect(desk.locator("main")).to_contain_text("Chờ Quận Ba Đình trả lời")

    enter_as(desk, DISTRICT)
    desk.goto(address)
    desk.get_by_label("Câu trả lời").fill("Điện lực sửa xong trước 19 giờ.")
    desk.reload()
    expect(desk.get_by_label("Câu trả lời")).to_have_value("Điện lực sửa xong trước 19 giờ.")
    desk.get_by_role("button", name="Gửi câu trả lời").click()
    expect(desk.locator("main")).to_contain_text("Đã gửi câu trả lời tới Tổ dân phố số 2")

    hand.goto(address)
    expect(hand.locator("main")).to_contain_text("Điện lực sửa xong trước 19 giờ.")
    assert not overflow_of(hand)
    close = hand.get_by_role("button", name="Đã gỡ được, khép lại")
    box = close.bounding_box()
    assert box is not None
    assert box["height"] >= 48
    close.click()
    expect(hand.locator("main")).to_contain_text("Đã khép lại")


def test_a_clean_up_is_logged_in_a_hand_with_two_numbers(launched: None, hand: Page) -> None:
    enter_as(hand, VILLAGE)
    hand.goto("/tong-ve-sinh/")
    hand.locator("main a.btn.primary").click()
    hand.get_by_label("Số người tham gia").fill("42")
    hand.get_by_label("Số nơi được dọn").fill("3")
    hand.get_by_role("button", name="Ghi buổi này").click()

    expect(hand.locator("main")).to_contain_text("42 người, 3 nơi")
    assert not overflow_of(hand)
