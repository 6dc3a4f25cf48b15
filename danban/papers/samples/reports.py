"""Samples: reports, their sentences and tables from the same figures."""

from datetime import date

from danban.papers.kinds.reports import Section, Tallied, report, summary_of_levels
from danban.papers.paper import Align, Column, Paper, Table
from danban.papers.samples.frames import VILLAGES, of_both, of_committee, of_front

_UPWARDS = ("Ủy ban nhân dân huyện Thanh Bình", "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Thanh Bình")
_ATTENDED = (96, 104, 112, 88, 91, 79, 102, 85, 97)
_OPINIONS = (5, 6, 7, 4, 5, 4, 6, 4, 6)
_ANSWERED = tuple(count * 2 // 3 for count in _OPINIONS)


def implementation() -> Paper:
    """What became of last year's resolution."""
    sections = (
        Section(
            "Kết quả thực hiện nghị quyết năm 2022",
            ("Nghị quyết đề ra 12 chỉ tiêu. Đến hết tháng 12 năm 2022, 11 chỉ tiêu đạt và vượt.",),
            (
                Tallied("Hộ đạt danh hiệu Gia đình văn hóa", 2041, 2236),
                Tallied("Thôn đạt danh hiệu Thôn văn hóa", 8, 9),
                Tallied("Tuyến đường tự quản có hoa, cây xanh", 9, 12),
                Tallied("Đám tang thực hiện nếp sống văn minh", 57, 58),
                Tallied("Kiến nghị đã trả lời", 44, 47),
            ),
        ),
        Section(
            "Hạn chế và nguyên nhân",
            points=(
                "Ba tuyến đường tự quản chưa làm được vì vướng mặt bằng thi công cống thoát nước.",
                "Ba kiến nghị thuộc thẩm quyền cấp huyện chưa có văn bản trả lời.",
            ),
        ),
        Section("Phương hướng năm 2023", points=("Hoàn thành ba tuyến đường còn lại trong quý II năm 2023.",)),
    )
    desk = of_committee(date(2023, 2, 3), 17, "BC-UBND", recipients=("Ủy ban MTTQ xã", "9/9 thôn", "Lưu: VT, VHXH"))
    return report(desk, "Kết quả thực hiện nghị quyết Hội nghị đại biểu Nhân dân năm 2022", sections)


def socio_economic() -> Paper:
    """The summary of three levels read in the villages."""
    desk = of_committee(date(2023, 2, 6), 19, "BC-UBND", recipients=("9/9 thôn", "Lưu: VT, VHXH"))
    return summary_of_levels(
        desk,
        "Tóm tắt tình hình kinh tế - xã hội năm 2022, nhiệm vụ năm 2023 (dùng tại hội nghị thôn, tổ dân phố)",
        city=Section(
            "Thành phố Hà Nội",
            ("Kinh tế Thành phố phục hồi sau dịch bệnh, thu ngân sách vượt dự toán.",),
            points=("Các công trình giao thông lớn được khởi công, mở rộng.", "Lễ hội được tổ chức an toàn, văn minh."),
        ),
        district=Section(
            "Huyện Thanh Bình",
            ("Huyện có thêm hai xã đạt chuẩn nông thôn mới nâng cao.",),
            (
                Tallied("Trường đạt chuẩn quốc gia", 52, 61),
                Tallied("Thôn, tổ dân phố đạt danh hiệu văn hóa", 141, 164),
            ),
        ),
        commune=Section(
            "Xã An Lạc",
            ("Đời sống Nhân dân ổn định; thu nhập bình quân đầu người tăng 6 triệu đồng so với năm 2021.",),
            (
                Tallied("Hộ nghèo", 11, 2236),
                Tallied("Hộ dùng nước sạch", 2198, 2236),
                Tallied("Hộ đạt Gia đình văn hóa", 2041, 2236),
            ),
            ("Trạm y tế xã được xây mới; đường liên thôn Thượng - Trung hoàn thành.",),
        ),
    )


def _by_village() -> Table:
    """Delegates, opinions and answers of each village, with their sums."""
    columns = (
        Column("STT", 0.5, Align.CENTRE), Column("Thôn", 1.5), Column("Đại biểu dự", 1.1, Align.RIGHT),
        Column("Ý kiến", 0.9, Align.RIGHT), Column("Đã trả lời tại chỗ", 1.2, Align.RIGHT),
    )  # fmt: skip
    rows = tuple(
        (str(at), f"Thôn {village}", str(came), str(said), str(done))
        for at, (village, came, said, done) in enumerate(
            zip(VILLAGES, _ATTENDED, _OPINIONS, _ANSWERED, strict=True), start=1
        )
    )
    whole = ("", "Cộng", str(sum(_ATTENDED)), str(sum(_OPINIONS)), str(sum(_ANSWERED)))
    return Table(columns, rows, whole)


def petitions() -> Paper:
    """What the villages asked for, put together."""
    sections = (
        Section(
            "Tình hình tổ chức hội nghị",
            ("Đến ngày 28 tháng 02 năm 2023, các thôn đã tổ chức xong hội nghị theo kế hoạch.",),
            (
                Tallied("Thôn đã tổ chức hội nghị", len(VILLAGES), 9),
                Tallied("Đại biểu dự", sum(_ATTENDED)),
                Tallied("Ý kiến đã trả lời tại chỗ", sum(_ANSWERED), sum(_OPINIONS)),
            ),
            table=_by_village(),
        ),
        Section(
            "Nội dung kiến nghị",
            points=(
                "Chiếu sáng, giao thông: lắp đèn đoạn đường từ đình thôn Hạ ra đê; sửa nắp cống thôn Trung.",
                "Môi trường: thống nhất giờ thu gom rác; thêm điểm tập kết tại thôn Cầu Mới.",
                "Thiết chế văn hóa: sửa mái nhà văn hóa thôn Đoài; bổ sung dụng cụ thể thao ngoài trời.",
            ),
        ),
    )
    desk = of_front(date(2023, 3, 2), 12, "BC-MTTQ-BTT")
    return report(
        desk,
        "Tổng hợp ý kiến, kiến nghị của Nhân dân tại hội nghị các thôn năm 2023",
        sections,
        addressed_to=_UPWARDS[1:],
    )


def difficulties() -> Paper:
    """What stands in the way, and what is asked of those above."""
    sections = (
        Section(
            "Khó khăn, vướng mắc",
            points=(
                "Nhà văn hóa thôn Cầu Mới đang sửa chữa, hội nghị phải mượn lớp học của trường tiểu học.",
                "Trưởng ban công tác Mặt trận thôn Tân Tiến nghỉ ốm dài ngày, chưa có người thay.",
            ),
        ),
        Section(
            "Đề xuất, kiến nghị",
            points=("Đề nghị huyện cho phép thôn Cầu Mới lùi hội nghị đến ngày 03 tháng 3 năm 2023.",),
        ),
    )
    return report(
        of_both(date(2023, 2, 14), 2, "BC-UBND-UBMTTQ"),
        "Khó khăn, vướng mắc trong tổ chức Hội nghị đại biểu Nhân dân năm 2023", sections, addressed_to=_UPWARDS,
    )  # fmt: skip


def final() -> Paper:
    """The report that closes the year."""
    sections = (
        Section(
            "Công tác chỉ đạo, triển khai",
            ("Ủy ban nhân dân và Ủy ban MTTQ Việt Nam xã đã ban hành kế hoạch liên tịch, chọn thôn Hạ làm điểm.",),
        ),
        Section(
            "Kết quả",
            figures=(
                Tallied("Thôn đã tổ chức hội nghị", 9, 9),
                Tallied("Đại biểu dự hội nghị cấp thôn", sum(_ATTENDED)),
                Tallied("Đại biểu dự hội nghị cấp xã", 145, 150),
                Tallied("Hộ đăng ký Gia đình văn hóa", 2229, 2236),
                Tallied("Kiến nghị đã trả lời", 31, sum(_OPINIONS)),
            ),
        ),
        Section("Đánh giá chung", points=("Hội nghị dân chủ, đúng thành phần, đúng thời gian.",)),
        Section("Đề xuất", points=("Đề nghị huyện cấp bổ sung tài liệu tuyên truyền cho các thôn.",)),
    )
    return report(
        of_both(date(2023, 3, 14), 4, "BC-UBND-UBMTTQ"),
        "Kết quả tổ chức Hội nghị đại biểu Nhân dân bàn việc xây dựng đời sống văn hóa ở cơ sở năm 2023", sections,
        addressed_to=_UPWARDS,
    )  # fmt: skip
