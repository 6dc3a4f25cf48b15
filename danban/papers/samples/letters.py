"""Samples: papers addressed to somebody."""

from datetime import date

from danban.papers.kinds import letters
from danban.papers.paper import Paper
from danban.papers.samples.frames import of_both, of_committee, of_party


def dispatch() -> Paper:
    """A dispatch to the villages."""
    paragraphs = (
        "Thực hiện Kế hoạch liên tịch số 03/KHLT-UBND-UBMTTQ ngày 05 tháng 01 năm 2023, Ủy ban nhân dân xã đề nghị "
        "Trưởng các thôn:",
        "Ra quân tổng vệ sinh môi trường vào 07 giờ 00, ngày 11 tháng 02 năm 2023; mỗi hộ cử ít nhất một người.",
        "Gửi kết quả (số người, số tuyến đường, khối lượng rác thu gom) về Ủy ban nhân dân xã trước ngày 13 tháng 02 "
        "năm 2023.",
        "Đề nghị các thôn quan tâm thực hiện.",
    )
    desk = of_committee(date(2023, 2, 6), 27, "UBND-VHXH", recipients=("Như trên", "Lưu: VT, VHXH"))
    return letters.dispatch(
        desk, "tổng vệ sinh môi trường trước hội nghị", addressed_to=("Trưởng các thôn trên địa bàn xã",),
        paragraphs=paragraphs,
    )  # fmt: skip


def proposal() -> Paper:
    """A proposal of commendation."""
    nominees = (
        ("Nhân dân và cán bộ thôn Hạ", "Tổ chức hội nghị điểm đạt kết quả tốt; 95,5 % hộ đạt Gia đình văn hóa"),
        ("Ban công tác Mặt trận thôn Thượng", "Trả lời, công khai 100 % kiến nghị đúng hạn"),
        ("Bà Lê Thị Ngọc Mai", "Vận động 38 hộ hiến 412 m² đất mở rộng đường thôn"),
        ("Ông Hoàng Đức Tuấn", "Duy trì tổ tự quản thu gom rác thôn Trung nhiều năm liền"),
    )
    return letters.proposal(
        of_both(date(2023, 3, 20), 1, "TTr-UBND-UBMTTQ"),
        "Về việc đề nghị khen thưởng tập thể, cá nhân có thành tích trong tổ chức hội nghị năm 2023",
        addressed_to=("Ủy ban nhân dân huyện Thanh Bình", "Hội đồng Thi đua - Khen thưởng huyện Thanh Bình"),
        reason="Qua đánh giá kết quả và họp xét của Hội đồng Thi đua - Khen thưởng xã, Ủy ban nhân dân và Ủy ban MTTQ "
        "Việt Nam xã An Lạc kính trình khen thưởng các tập thể, cá nhân sau:",
        nominees=nominees,
    )  # fmt: skip


def party_report() -> Paper:
    """The report to the Party committee above."""
    return letters.party_report(
        of_party(date(2023, 1, 10), 41, "BC/ĐU"),
        "lãnh đạo tổ chức Hội nghị đại biểu Nhân dân năm 2023",
        addressed_to=("Ban Thường vụ Huyện ủy Thanh Bình",),
        results=(
            "Ban Thường vụ Đảng ủy đã cho chủ trương, giao Ủy ban nhân dân và Ủy ban MTTQ Việt Nam xã ban hành kế "
            "hoạch liên tịch ngày 05 tháng 01 năm 2023.",
            "Chọn thôn Hạ tổ chức hội nghị điểm ngày 12 tháng 02 năm 2023; phân công 09 đồng chí Đảng ủy viên dự, chỉ "
            "đạo tại 9/9 thôn.",
            "Các chi bộ thôn đã họp, thống nhất nội dung và thành phần đại biểu.",
        ),
        asks=(
            "Cử đồng chí Huyện ủy viên phụ trách xã dự hội nghị điểm.",
            "Chỉ đạo các cơ quan huyện trả lời ba kiến nghị tồn từ năm 2022 trước hội nghị cấp xã.",
        ),
    )
