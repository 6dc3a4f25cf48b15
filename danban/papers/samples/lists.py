"""Samples: sheets and lists."""

from datetime import date

from danban.papers.kinds import lists
from danban.papers.kinds.desk import Desk
from danban.papers.paper import Paper
from danban.papers.samples.frames import VILLAGES, of_committee, of_front, of_village, people

_CONFERENCE = "Hội nghị đại biểu Nhân dân xã An Lạc năm 2023"


def recognition() -> Paper:
    """The decision that recognises cultural families, its list as an annex."""
    recognised = tuple(
        (f"Gia đình ông (bà) {name}", f"Thôn {VILLAGES[at % len(VILLAGES)]}") for at, name in enumerate(people(36))
    )
    desk = of_committee(
        date(2022, 12, 12), 214, "QĐ-UBND", recipients=("Như Điều 3", "UBND huyện (để báo cáo)", "Lưu: VT, VHXH")
    )
    basis = (
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Căn cứ kết quả bình xét tại các thôn và biên bản họp Ban chỉ đạo phong trào xã",
        "Theo đề nghị của công chức văn hóa - xã hội",
    )
    return lists.recognition_decision(
        desk, "Công nhận danh hiệu Gia đình văn hóa tiêu biểu năm 2022",
        decider="Văn phòng Ủy ban nhân dân xã, Trưởng các thôn", recognised=recognised, basis=basis,
    )  # fmt: skip


def families() -> Paper:
    """Households of a village that register for the title."""
    registered = tuple((name, f"Ngõ {1 + at // 8}, thôn Hạ") for at, name in enumerate(people(60)))
    return lists.registered_families(of_village(date(2023, 2, 12)), "Hộ đăng ký Gia đình văn hóa năm 2023", registered)


def settlement() -> Paper:
    """What the conferences cost."""
    spent = (
        ("Trang trí, âm thanh hội nghị cấp xã", 6_500_000),
        ("Nước uống đại biểu (854 người tại 9 thôn, 145 người tại xã)", 9_990_000),
        ("In tài liệu, nghị quyết, giấy mời", 5_240_000),
        ("Hỗ trợ các thôn (9 thôn)", 18_000_000),
        ("Văn nghệ chào mừng", 2_500_000),
    )
    desk = of_committee(date(2023, 3, 24), 1, "BQT-UBND", recipients=("Phòng Tài chính huyện", "Lưu: VT, KT"))
    return lists.settlement(desk, "Kinh phí Hội nghị đại biểu Nhân dân năm 2023", received=45_000_000, spent=spent)


def answers() -> Paper:
    """What was asked last year and what became of it, read in the village."""
    told = (
        ("Lắp đèn đường từ đình làng ra đê", "Đã lắp 14 bóng, hoàn thành tháng 9 năm 2022", "UBND xã"),
        ("Nạo vét rãnh thoát nước ngõ 3", "Đã nạo vét 220 m trong đợt tổng vệ sinh tháng 5", "Thôn Hạ"),
        ("Hỗ trợ dụng cụ thể thao ngoài trời", "Đã có trong kế hoạch năm 2023 của huyện, lắp quý III", "UBND huyện"),
        ("Xử lý nước thải cơ sở giặt là", "Đã kiểm tra, cơ sở cam kết lắp bể lắng trước tháng 3 năm 2023", "UBND xã"),
    )  # fmt: skip
    return lists.answered_back_sheet(of_village(date(2023, 2, 12)), "Kiến nghị tại hội nghị thôn Hạ năm 2022", told)


def attendance() -> Paper:
    """Who is called to the conference of the commune."""
    delegates = tuple((name, f"Đại biểu thôn {VILLAGES[at % len(VILLAGES)]}") for at, name in enumerate(people(45)))
    base = of_front(date(2023, 3, 8), 7, "DS-MTTQ-BTT", recipients=("Ban tổ chức hội nghị", "Lưu: VT"))
    return lists.attendance_sheet(base, f"Đại biểu dự {_CONFERENCE}", delegates)


def loudspeaker() -> Paper:
    """What the loudspeaker of a village says."""
    desk: Desk = of_village(date(2023, 2, 8))
    words = (
        "Kính thưa toàn thể bà con thôn Hạ.",
        "Đúng 19 giờ 30 phút tối Chủ nhật, ngày 12 tháng 02, tại nhà văn hóa thôn, thôn ta tổ chức Hội nghị đại biểu "
        "Nhân dân bàn việc xây dựng đời sống văn hóa.",
        "Hội nghị nghe báo cáo kết quả năm qua, bàn việc giữ đường làng ngõ xóm sạch đẹp, đăng ký Gia đình văn hóa và "
        "cử đại biểu lên dự hội nghị của xã.",
        "Sáng thứ Bảy, ngày 11 tháng 02, từ 07 giờ, mời mỗi gia đình một người ra quân tổng vệ sinh.",
        "Rất mong bà con thu xếp việc nhà, có mặt đông đủ, đúng giờ.",
    )
    return lists.loudspeaker_script(desk, "Mời dự hội nghị và tổng vệ sinh môi trường", words)
