"""What was said in a village is followed to the answer read back; what is open returns by itself next year."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.campaigns.actions import clone_campaign
from danban.campaigns.models import Campaign
from danban.commitments.models import Commitment
from danban.conferences.models import Conference
from danban.kit import clock
from danban.petitions.actions import launch_year
from danban.petitions.models import Petition
from tests.browser.stories import enter_as, overflow_of

VILLAGE, NEXT_DOOR, COMMUNE, DISTRICT = "mttq.00001-01", "mttq.00001-02", "mttq.00001", "ubnd.001"
SAID = "Đèn đường ngõ 12 hỏng từ trước Tết"
AGAIN = "Ngõ 12 tối om, xin thay bóng đèn để các cháu đi học về"
VAGUE = "Xin ghi nhận ý kiến của bà con, sẽ xem xét giải quyết trong thời gian tới."
GOOD = "Thay mười bốn bóng đèn LED dọc ngõ 12, từ đầu ngõ tới số nhà 60."


def _record(page: Page, text: str) -> None:
    page.goto("/kien-nghi/ghi/")
    page.get_by_label("Bà con nói gì?").fill(text)
    page.get_by_role("button", name="Ghi kiến nghị").click()
    expect(page.locator("main")).to_contain_text("Đường đi của kiến nghị")


def test_from_the_sentence_to_the_answer_read_back(launched: None, hand: Page, desk: Page) -> None:
    one = Petition.objects.get(text__startswith=SAID, seat__code="00001.01")
    enter_as(hand, NEXT_DOOR)
    _record(hand, AGAIN)
    assert not overflow_of(hand)
    _record(hand, AGAIN.replace("xin thay", "đề nghị sửa"))

    enter_as(desk, COMMUNE)
    desk.goto(f"/kien-nghi/phan-loai/?kn={one.pk}")
    expect(desk.get_by_label("Lĩnh vực")).to_have_value("lighting")
    expect(desk.locator("main")).to_contain_text("Cùng việc")
    desk.get_by_role("button", name="Gộp các kiến nghị đã chọn").click()
    expect(desk.locator("main")).to_contain_text("mỗi nơi vẫn được trả lời riêng")
    desk.get_by_role("button", name="Đồng ý và chuyển").press("Enter")
    expect(desk.locator("main")).to_contain_text("đã chuyển Ủy ban nhân dân quận Ba Đình")
    for other in Petition.objects.filter(group__petitions=one).exclude(pk=one.pk):
        desk.goto(f"/kien-nghi/phan-loai/?kn={other.pk}")
        desk.get_by_role("button", name="Đồng ý và chuyển").press("Enter")
        expect(desk.locator("main")).to_contain_text("đã chuyển")
    one.refresh_from_db()
    assert one.group is not None

    enter_as(desk, DISTRICT)
    desk.goto(f"/kien-nghi/nhom/{one.group_id}/")
    desk.get_by_role("link", name="Trả lời cả nhóm").click()
    desk.get_by_label("Đồng ý", exact=True).check()
    desk.get_by_label("Trả lời bà con").fill(VAGUE)
    desk.get_by_label("Ai làm").fill("Đội chiếu sáng quận")
    desk.get_by_label("Xong trước ngày").fill("2023-03-01")
    desk.get_by_role("button", name="Gửi câu trả lời").click()
    expect(desk.locator("main")).to_contain_text("còn chung chung")
    desk.get_by_label("Trả lời bà con").fill(GOOD)
    desk.get_by_role("button", name="Gửi câu trả lời").click()
    expect(desk.locator("main")).to_contain_text("Đã trả lời 3 kiến nghị")

    enter_as(hand, VILLAGE)
    hand.goto("/kien-nghi/doc-lai/")
    expect(hand.locator("main")).to_contain_text(GOOD)
    assert not overflow_of(hand)
    hand.get_by_role("button", name="Đã đọc lại cho bà con").click()
    expect(hand.locator("main")).to_contain_text("câu trả lời đã đọc lại")
    hand.goto(f"/kien-nghi/{one.pk}/")
    hand.get_by_role("link", name="Ghi ý kiến xác nhận").click()
    hand.get_by_label("Hài lòng", exact=True).check()
    hand.get_by_role("button", name="Ghi xác nhận").click()
    expect(hand.locator("main")).to_contain_text("Bà con xác nhận")
    assert not overflow_of(hand)


def test_what_is_open_stands_on_next_years_agenda_beside_the_unmet_target(launched: None, desk: Page) -> None:
    one = Petition.objects.get(text__startswith=SAID, seat__code="00001.01")
    unmet = Commitment.objects.filter(unit=one.seat.unit, year=2022, outcome="not_done").order_by("pk")[0]
    Commitment.objects.filter(pk=unmet.pk).update(year=2023, position=90)
    board = actor_for(Appointment.objects.filter(role="movement_board").order_by("pk")[0])
    later = clock.moment(date(2023, 12, 20), 9)
    draft = clone_campaign(Campaign.objects.get().pk, year=2024, actor=board, at=later)
    year = launch_year(draft.pk, actor=board, at=later + timedelta(hours=1))

    enter_as(desk, VILLAGE)
    desk.goto(f"/hoi-nghi/{Conference.objects.get(campaign=year, placement=one.seat).pk}/chuong-trinh/")
    desk.get_by_role("button", name="Lập chương trình từ kế hoạch").click()
    first = desk.locator("main ol.list > li").first
    expect(first).to_contain_text(SAID)
    expect(first).to_contain_text(unmet.title)
    expect(first).to_contain_text("Chưa đạt")
