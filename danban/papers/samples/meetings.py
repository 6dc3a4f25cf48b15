"""Samples: what brings people to a conference and what comes out of it."""

from datetime import date, datetime

from danban.papers.kinds import calls, meetings
from danban.papers.paper import Paper, Signature
from danban.papers.samples.frames import of_both, of_conference, of_front, of_village

_MEETING = "Hội nghị đại biểu Nhân dân xã An Lạc năm 2023"
_PRESIDIUM = Signature(("TM. ĐOÀN CHỦ TỊCH", "CHỦ TỊCH HỘI NGHỊ"), "Phạm Thị Thu Hạnh")


def invitation() -> Paper:
    """An invitation to the conference of the commune."""
    desk = of_front(date(2023, 2, 27), 5, "GM-MTTQ-BTT", recipients=("Như thành phần mời", "Lưu: VT"))
    call = calls.Invitation(
        guest="Ông (bà) Nguyễn Văn Dũng, đại biểu thôn Hạ",
        meeting=f"{_MEETING}, bàn việc xây dựng đời sống văn hóa ở cơ sở",
        chair="Bà Phạm Thị Thu Hạnh, Chủ tịch Ủy ban MTTQ Việt Nam xã",
        starts_at=datetime(2023, 3, 8, 8, 0),
        venue="Hội trường tầng 2, trụ sở Ủy ban nhân dân xã An Lạc",
        note="Đề nghị đại biểu đến đúng giờ và mang theo giấy mời. Ý kiến chuẩn bị bằng văn bản xin gửi trước "
        "ngày 06 tháng 3 năm 2023.",
    )
    return calls.invitation(desk, call)


def agenda() -> Paper:
    """The order of the conference of the commune."""
    items = (
        ("08 giờ 00", "Văn nghệ chào mừng; chào cờ, tuyên bố lý do, giới thiệu đại biểu", "Ban tổ chức"),
        ("08 giờ 20", "Bầu Đoàn Chủ tịch, thư ký; khai mạc", "Chủ tịch Ủy ban MTTQ xã"),
        ("08 giờ 35", "Báo cáo kết quả thực hiện nghị quyết năm 2022, chương trình hành động năm 2023", "UBND xã"),
        ("09 giờ 00", "Báo cáo tổng hợp ý kiến hội nghị 9/9 thôn", "Ủy ban MTTQ xã"),
        ("09 giờ 20", "Tham luận và thảo luận", "Đại biểu các thôn"),
        ("10 giờ 30", "Tiếp thu, trả lời ý kiến đại biểu", "Chủ tịch UBND xã"),
        ("11 giờ 00", "Thông qua nghị quyết; bế mạc", "Đoàn Chủ tịch"),
    )
    return calls.agenda(of_both(date(2023, 3, 1), 1, "CTr-UBND-UBMTTQ"), _MEETING, items)


def minutes() -> Paper:
    """The minutes of the conference of the commune."""
    desk = of_conference(
        date(2023, 3, 8), 1, "BB-HNĐBND",
        (Signature(("THƯ KÝ",), "Ngô Thị Yến"), Signature(("CHỦ TỌA",), "Phạm Thị Thu Hạnh")),
    )  # fmt: skip
    held = meetings.Minutes(
        meeting=_MEETING,
        starts_at=datetime(2023, 3, 8, 8, 0),
        ends_at=datetime(2023, 3, 8, 11, 20),
        venue="Hội trường trụ sở Ủy ban nhân dân xã An Lạc",
        chair="Bà Phạm Thị Thu Hạnh, ông Đỗ Quang Khôi, ông Trần Văn Bình (Đoàn Chủ tịch)",
        secretary="Bà Ngô Thị Yến",
        present="145/150 đại biểu của 9/9 thôn; đại diện Ủy ban MTTQ Việt Nam huyện; lãnh đạo Đảng ủy, HĐND, UBND xã",
        course=(
            ("Báo cáo tại hội nghị", (
                "Ủy ban nhân dân xã báo cáo kết quả thực hiện nghị quyết năm 2022: 11/12 chỉ tiêu đạt và vượt.",
                "Ủy ban MTTQ xã báo cáo tổng hợp 47 ý kiến tại hội nghị các thôn, 31 ý kiến đã trả lời tại chỗ.",
            )),
            ("Ý kiến thảo luận", (
                "Ông Nguyễn Văn Dũng (thôn Hạ): đề nghị lắp thêm đèn chiếu sáng đoạn đường từ đình làng ra đê.",
                "Bà Trần Thị Hạnh (thôn Đoài): đề nghị sửa mái nhà văn hóa trước mùa mưa.",
                "Ông Lê Đức Sơn (thôn Cầu Mới): đề nghị quy định giờ thu gom rác cố định, báo trước trên loa.",
            )),
            ("Giải trình, tiếp thu", (
                "Ủy ban nhân dân xã tiếp thu cả ba ý kiến; việc lắp đèn giao công chức địa chính trả lời trước ngày "
                "20 tháng 3 năm 2023.",
            )),
        ),
        votes=(
            meetings.Vote("Chương trình hành động năm 2023", 145, 143, 0, 2),
            meetings.Vote("Nghị quyết hội nghị", 145, 145),
        ),
    )  # fmt: skip
    return meetings.minutes(desk, held)


def resolution() -> Paper:
    """The resolution of the commune's conference, signed for the presidium."""
    desk = of_conference(date(2023, 3, 8), 1, "NQ-HNĐBND", (_PRESIDIUM,))
    articles = (
        ("Đánh giá kết quả năm 2022", (
            "Hội nghị nhất trí với báo cáo của Ủy ban nhân dân xã: 11/12 chỉ tiêu đạt và vượt; chỉ tiêu về tuyến đường "
            "tự quản đạt 9/12 tuyến.",
        )),
        ("Chỉ tiêu năm 2023", (
            "100 % hộ gia đình đăng ký, từ 92 % trở lên đạt danh hiệu Gia đình văn hóa;",
            "8/9 thôn giữ vững danh hiệu Thôn văn hóa;",
            "12 tuyến đường tự quản; 100 % kiến nghị được trả lời đúng hạn.",
        )),
        ("Tổ chức thực hiện", (
            "Ủy ban nhân dân, Ủy ban MTTQ Việt Nam xã và 9/9 thôn tổ chức thực hiện; kết quả báo cáo tại hội nghị năm "
            "2024.",
        )),
    )  # fmt: skip
    basis = (
        "Căn cứ Kế hoạch liên tịch số 03/KHLT-UBND-UBMTTQ ngày 05 tháng 01 năm 2023",
        "Căn cứ kết quả thảo luận và biểu quyết tại hội nghị ngày 08 tháng 3 năm 2023",
    )
    return meetings.resolution(desk, _MEETING, articles, basis=basis)


def joint_resolution() -> Paper:
    """A joint resolution of committee and Front on how they work together."""
    articles = (
        ("Phạm vi phối hợp", ("Tổ chức Hội nghị đại biểu Nhân dân, trả lời kiến nghị, theo dõi nghị quyết.",)),
        ("Trách nhiệm của mỗi bên", (
            "Ủy ban nhân dân xã bảo đảm kinh phí, trả lời kiến nghị thuộc thẩm quyền;",
            "Ủy ban MTTQ Việt Nam xã hướng dẫn các thôn, giám sát việc trả lời và công khai kết quả.",
        )),
        ("Hiệu lực", ("Nghị quyết này có hiệu lực kể từ ngày ký.",)),
    )  # fmt: skip
    desk = of_both(date(2023, 3, 15), 1, "NQLT-UBND-UBMTTQ")
    subject = "Phối hợp thực hiện nghị quyết Hội nghị đại biểu Nhân dân năm 2023"
    return meetings.resolution(desk, subject, articles, basis=("Căn cứ nghị quyết hội nghị ngày 08 tháng 3 năm 2023",))


def village_resolution() -> Paper:
    """The resolution of a village: no number, both heads sign."""
    articles = (
        ("Kết quả năm 2022", ("231/242 hộ đạt danh hiệu Gia đình văn hóa (95,5 %); thôn giữ danh hiệu Thôn văn hóa.",)),
        ("Chỉ tiêu năm 2023", (
            "100 % số hộ đăng ký, từ 95 % trở lên đạt danh hiệu Gia đình văn hóa;",
            "Trồng 300 m đường hoa; mỗi hộ có thùng phân loại rác;",
            "Góp công sửa sân nhà văn hóa trong tháng 4 năm 2023.",
        )),
        ("Thực hiện", ("Toàn thể các hộ trong thôn thực hiện; Ban công tác Mặt trận thôn theo dõi, báo cáo kết quả.",)),
    )  # fmt: skip
    return meetings.resolution(of_village(date(2023, 2, 12)), "Hội nghị đại biểu Nhân dân thôn Hạ năm 2023", articles)
