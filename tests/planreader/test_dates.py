"""Expressions of time, one line each: what is a deadline, of which kind, and what is not."""

from datetime import date

import pytest

from danban.planreader import read_text
from danban.planreader.reading import Deadline

HEAD = """SỞ Y TẾ
Số: 15/KH-SYT
Hà Nam, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Phòng, chống dịch năm 2024
I. NHIỆM VỤ
"""


def deadlines(sentence: str) -> tuple[Deadline, ...]:
    return read_text(f"{HEAD}1. {sentence}\n").deadlines


def d(month: int, day: int, year: int = 2024) -> date:
    return date(year, month, day)


@pytest.mark.parametrize(
    ("words", "kind", "start", "end", "inclusive"),
    [
        ("Gửi báo cáo trước ngày 20/12/2024.", "before", None, d(12, 20), False),
        ("Gửi báo cáo trước ngày20/12/2024.", "before", None, d(12, 20), False),
        ("Gửi báo cáo trưóc ngày 20/12/2O24.", "before", None, d(12, 20), False),
        ("Gửi báo cáo trước 17h00 ngày l5/12/2024.", "before", None, d(12, 15), False),
        ("Gửi báo cáo trước ngày 20 tháng 12 năm 2024.", "before", None, d(12, 20), False),
        ("Gửi báo cáo trước ngày 20/12.", "before", None, d(12, 20), False),
        ("Gửi báo cáo trước ngày 15/01.", "before", None, d(1, 15, 2025), False),
        ("Gửi báo cáo chậm nhất ngày 20.12.2024.", "before", None, d(12, 20), True),
        ("Gửi báo cáo chậm nhất là ngày 20/12/2024.", "before", None, d(12, 20), True),
        ("Gửi báo cáo chậm nhất 17 giờ ngày 20/12/2024.", "before", None, d(12, 20), True),
        ("Gửi báo cáo muộn nhất vào ngày 20/12/2024.", "before", None, d(12, 20), True),
        ("Gửi báo cáo không quá ngày 20/12/2024.", "before", None, d(12, 20), True),
        ("Gửi báo cáo đến hết ngày 20/12/2024.", "before", None, d(12, 20), True),
        ("Hoàn thành hồ sơ xong trước tháng 5/2024.", "before", None, d(5, 1), False),
        ("Hoàn thành hồ sơ hết tháng 9.", "before", None, d(9, 30), True),
        ("Tổ chức hội nghị từ ngày 02/4 đến ngày 28/4/2024.", "window", d(4, 2), d(4, 28), True),
        ("Tổ chức hội nghị từ ngày 10 đến ngày 15/4/2024.", "window", d(4, 10), d(4, 15), True),
        ("Tổ chức hội nghị từ 20/12/2024 đến 10/01/2025.", "window", d(12, 20), d(1, 10, 2025), True),
        ("Tổ chức hội nghị từ ngày 20/12 đến ngày 10/01/2025.", "window", d(12, 20), d(1, 10, 2025), True),
        ("Tổ chức hội nghị từ ngày 01/3 đến ngày 31/3.", "window", d(3, 1), d(3, 31), True),
        ("Tổ chức hội nghị trong các ngày 10-15/3/2024.", "window", d(3, 10), d(3, 15), True),
        ("Tổ chức hội nghị 10/3 - 15/4/2024.", "window", d(3, 10), d(4, 15), True),
        ("Tổ chức hội nghị ngày 28, 29/12/2024.", "window", d(12, 28), d(12, 29), True),
        ("Tổ chức hội nghị trong tháng 3/2024.", "window", d(3, 1), d(3, 31), True),
        ("Tổ chức hội nghị, hoàn thành trong tháng 10.", "window", d(10, 1), d(10, 31), True),
        ("Tổ chức hội nghị từ tháng 3 đến tháng 5 năm 2024.", "window", d(3, 1), d(5, 31), True),
        ("Tổ chức hội nghị trong quý II năm 2024.", "window", d(4, 1), d(6, 30), True),
        ("Tổ chức hội nghị trong quý IV.", "window", d(10, 1), d(12, 31), True),
        ("Tổ chức hội nghị vào tuần đầu tháng 5.", "window", d(5, 1), d(5, 7), True),
        ("Tổ chức hội nghị vào nửa đầu tháng 4.", "window", d(4, 1), d(4, 15), True),
        ("Tổ chức hội nghị vào cuối tháng 6.", "window", d(6, 21), d(6, 30), True),
        ("Tổ chức hội nghị trong 6 tháng đầu năm 2024.", "window", d(1, 1), d(6, 30), True),
        ("Tổ chức hội nghị vào ngày 24/12/2024.", "on", d(12, 24), d(12, 24), True),
        ("Tổ chức hội nghị lúc 8 giờ 00 ngày 24/12/2024.", "on", d(12, 24), d(12, 24), True),
        ("Dâng hương vào mùng 10 tháng 3 âm lịch.", "on", d(4, 18), d(4, 18), True),
        ("Tặng quà trước rằm tháng Bảy.", "before", None, d(8, 18), False),
        ("Tặng quà trước ngày 23 tháng Chạp năm Giáp Thìn (âm lịch).", "before", None, d(1, 22, 2025), False),
    ],
)
def test_a_dated_deadline_is_read(words: str, kind: str, start: date | None, end: date, inclusive: bool) -> None:
    [deadline] = deadlines(words)

    assert (deadline.kind, deadline.start, deadline.end, deadline.inclusive) == (kind, start, end, inclusive)


@pytest.mark.parametrize(
    ("words", "rrule", "inclusive"),
    [
        ("Tổng vệ sinh vào sáng thứ Bảy hằng tuần.", "FREQ=WEEKLY;BYDAY=SA", True),
        ("Tổng vệ sinh thứ Sáu và chủ nhật hàng tuần.", "FREQ=WEEKLY;BYDAY=FR,SU", True),
        ("Hàng tuần, vào chiều thứ 6, tổ chức tổng vệ sinh.", "FREQ=WEEKLY;BYDAY=FR", True),
        ("Trực từ thứ Hai đến thứ Sáu hằng tuần.", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", True),
        ("Họp ngày 15 hàng tháng.", "FREQ=MONTHLY;BYMONTHDAY=15", True),
        ("Báo cáo định kỳ trước ngày 25 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=25", False),
        ("Báo cáo định kỳ hằng quý.", "FREQ=MONTHLY;INTERVAL=3", True),
        ("Báo cáo trước ngày 20 của tháng cuối quý.", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", False),
        ("Báo cáo trước ngày 15/12 hằng năm.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", False),
        ("Định kỳ 6 tháng báo cáo Sở Y tế.", "FREQ=MONTHLY;INTERVAL=6", True),
        ("Hằng năm, tổ chức sơ kết.", "FREQ=YEARLY", True),
        ("Báo cáo trước 16 giờ thứ Sáu hằng tuần.", "FREQ=WEEKLY;BYDAY=FR", False),
        ("Báo cáo nhanh trước 6h00 và 16h00 hằng ngày.", "FREQ=DAILY", False),
        ("Họp thôn sáng thứ Bảy tuần thứ ba hằng tháng.", "FREQ=MONTHLY;BYDAY=3SA", True),
        ("Báo cáo định kỳ vào ngày 10, 20 và cuối tháng.", "FREQ=MONTHLY;BYMONTHDAY=10,20,-1", True),
        ("Báo cáo vào ngày làm việc cuối cùng của tháng.", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", True),
        ("Báo cáo tháng (trước ngày 14).", "FREQ=MONTHLY;BYMONTHDAY=14", False),
    ],
)
def test_a_recurring_deadline_becomes_a_rule(words: str, rrule: str, inclusive: bool) -> None:
    [deadline] = deadlines(words)

    assert (deadline.kind, deadline.rrule, deadline.inclusive) == ("recurring", rrule, inclusive)


@pytest.mark.parametrize(
    ("words", "relative"),
    [
        ("Gửi biên bản chậm nhất là 15 ngày sau khi họp.", "chậm nhất là 15 ngày sau khi họp"),
        ("Trả lời trong vòng 05 ngày làm việc kể từ ngày nhận đơn.", "trong vòng 05 ngày làm việc kể từ ngày nhận đơn"),
        ("Gửi giấy mời trước hội nghị ít nhất 07 ngày.", "trước hội nghị ít nhất 07 ngày"),
        ("Gửi báo cáo sau hội nghị 3 ngày.", "sau hội nghị 3 ngày"),
        ("Sửa trường xong trước khai giảng năm học mới.", "trước khai giảng năm học mới"),
        ("Trả kết quả sau 03 ngày làm việc.", "sau 03 ngày làm việc"),
        ("Gửi báo cáo ngay sau khi hội nghị kết thúc.", "ngay sau khi hội nghị kết thúc"),
    ],
)  # fmt: skip
def test_a_deadline_that_hangs_on_an_event_keeps_its_words(words: str, relative: str) -> None:
    [deadline] = deadlines(words)

    assert (deadline.kind, deadline.end, deadline.relative) == ("before", None, relative)


@pytest.mark.parametrize(
    "words",
    [
        "Phát triển y tế đến năm 2030, tầm nhìn đến năm 2045.",
        "Thực hiện Nghị quyết Đại hội nhiệm kỳ 2020-2025, giai đoạn 2021-2025.",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 11/4/2024 của UBND tỉnh.",
        "Tính đến ngày 31/12/2024 đã có 95% hộ tham gia.",
        "Năm 2023 đã tổ chức lớp tập huấn ngày 10/10/2023.",
        "Tuyên truyền kỷ niệm 70 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024).",
        "Tuyên truyền Ngày hội Đại đoàn kết toàn dân tộc 18/11.",
        "Tiêm cho trẻ sinh từ ngày 01/01/2023 đến ngày 31/12/2024.",
        "Huy động 2/3 số hộ và 3/4 số thôn tham gia.",
        "Trực 24/24 giờ, đạt 100/120 điểm.",
        "Nâng cao đời sống hằng ngày của Nhân dân.",
        "Lồng ghép vào kế hoạch hằng năm của đơn vị.",
        "Thời kỳ của các chỉ tiêu chết: từ ngày 22/01/2023 đến hết ngày 31/3/2030.",
        "Luật có hiệu lực từ ngày 01/7/2024.",
    ],
)
def test_what_only_looks_like_a_deadline_is_left_alone(words: str) -> None:
    assert deadlines(words) == ()


def test_a_year_that_was_not_written_is_said_to_be_inferred() -> None:
    [deadline] = deadlines("Gửi báo cáo trước ngày 20/12.")

    assert deadline.inferred is not None
    assert "2024" in deadline.inferred


def test_the_actor_is_the_subject_and_the_task_has_no_date() -> None:
    [deadline] = deadlines("Trung tâm Y tế huyện gửi báo cáo về Sở Y tế trước ngày 20/12/2024.")

    assert deadline.actor == "Trung tâm Y tế huyện"
    assert deadline.task == "gửi báo cáo về Sở Y tế"


def test_separate_days_are_separate_deadlines() -> None:
    found = deadlines("Họp vào các ngày 05, 15 và 25/4/2024.")

    assert [one.end for one in found] == [d(4, 5), d(4, 15), d(4, 25)]


def test_a_clock_before_a_weekday_belongs_to_the_words_of_the_deadline() -> None:
    [deadline] = deadlines("Báo cáo trước 16 giờ thứ Sáu hằng tuần.")

    assert (deadline.text, deadline.task) == ("trước 16 giờ thứ Sáu hằng tuần", "Báo cáo")


def test_days_listed_together_share_one_task() -> None:
    found = deadlines("Ngày cao điểm tình nguyện: các ngày Chủ nhật 15/6, 20/7 và 17/8/2025.")

    assert [one.end for one in found] == [date(2025, 6, 15), date(2025, 7, 20), date(2025, 8, 17)]
    assert {one.task for one in found} == {"Ngày cao điểm tình nguyện"}


def test_one_day_in_both_calendars_is_one_deadline() -> None:
    [deadline] = deadlines("Phát động Tết trồng cây: mồng 6 Tết Bính Ngọ (22/02/2026).")

    assert (deadline.kind, deadline.end) == ("on", date(2026, 2, 22))


def test_days_of_half_yearly_and_yearly_reports_come_back_every_year() -> None:
    first, second = deadlines("Phòng Kinh tế định kỳ 6 tháng (trước 15/6), năm (trước 15/12) báo cáo UBND xã.")

    assert [first.rrule, second.rrule] == [
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15",
    ]
    assert not first.inclusive
    assert not second.inclusive
    assert first.task == second.task == "báo cáo UBND xã"


def test_a_sum_between_two_ends_gives_both_and_who_pays() -> None:
    words = "Hỗ trợ từ 20 đến 30 triệu đồng/hộ do Quỹ Sách và Tri thức tài trợ."

    money = read_text(f"{HEAD}1. {words}\n").money

    assert [one.amount for one in money] == [20_000_000, 30_000_000]
    assert {(one.text, one.payer) for one in money} == {("từ 20 đến 30 triệu đồng", "Quỹ Sách và Tri thức")}
