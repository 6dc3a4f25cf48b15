"""Samples: plans and the action programme."""

from datetime import date

from danban.papers.kinds.plans import PlanText, action_programme, unit_plan
from danban.papers.paper import CheckCode, Paper
from danban.papers.samples.frames import of_both, of_front

_SUBJECT = "Tổ chức Hội nghị đại biểu Nhân dân bàn việc xây dựng đời sống văn hóa ở cơ sở năm 2023"

_TASKS = (
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", (
        "Chủ trì, phối hợp với Ủy ban nhân dân xã hướng dẫn các thôn tổ chức hội nghị; phân công cán bộ dự và "
        "theo dõi từng thôn.",
        "Tổng hợp ý kiến, kiến nghị của Nhân dân; đôn đốc trả lời đúng hạn.",
    )),
    ("Ủy ban nhân dân xã", (
        "Chuẩn bị báo cáo kinh tế - xã hội, báo cáo kết quả thực hiện nghị quyết năm 2022; bảo đảm kinh phí.",
        "Chỉ đạo công chức chuyên môn trả lời kiến nghị thuộc thẩm quyền trong 15 ngày.",
    )),
    ("Trưởng thôn, Trưởng ban công tác Mặt trận", (
        "Mời đại biểu, chuẩn bị địa điểm; ghi biên bản và gửi nghị quyết về xã chậm nhất 03 ngày sau hội nghị.",
    )),
)  # fmt: skip


def joint_plan() -> Paper:
    """The commune's joint plan of the year."""
    desk = of_both(
        date(2023, 1, 5), 3, "KHLT-UBND-UBMTTQ", code=CheckCode("https://danban.example/kiem-tra/AL23K7QX/", "AL23K7QX")
    )
    text = PlanText(
        purposes=(
            "Phát huy quyền làm chủ của Nhân dân trong xây dựng nếp sống văn hóa, giữ gìn vệ sinh môi trường và thực "
            "hiện các cuộc vận động trên địa bàn xã.",
            "Đánh giá trung thực kết quả thực hiện nghị quyết hội nghị năm 2022, chỉ rõ việc chưa làm được và nguyên "
            "nhân; bàn và quyết định chỉ tiêu, giải pháp của năm 2023.",
            "Hội nghị tổ chức dân chủ, thiết thực, tiết kiệm; mọi kiến nghị đều được ghi nhận, phân loại và trả lời.",
        ),
        contents=(
            "Cấp thôn: báo cáo tình hình kinh tế - xã hội, kết quả thực hiện nghị quyết năm 2022; thảo luận, góp ý quy "
            "ước; đăng ký danh hiệu Gia đình văn hóa; cử đại biểu dự hội nghị cấp xã.",
            "Cấp xã: tổng hợp ý kiến từ 9/9 thôn; lãnh đạo xã tiếp thu, giải trình; thông qua chương trình hành động "
            "và nghị quyết của hội nghị.",
            "Ra quân tổng vệ sinh môi trường, chỉnh trang nhà văn hóa thôn trước ngày hội nghị.",
        ),
        dates=(
            ("Hội nghị điểm tại thôn Hạ", "Ngày 12 tháng 02 năm 2023"),
            ("Hội nghị tại các thôn còn lại", "Từ ngày 13 đến ngày 28 tháng 02 năm 2023"),
            ("Hội nghị cấp xã", "Ngày 08 tháng 3 năm 2023"),
            ("Gửi báo cáo tổng hợp về huyện", "Trước ngày 15 tháng 3 năm 2023"),
        ),
        tasks=_TASKS,
        funding=45_000_000,
        funding_source="ngân sách xã năm 2023",
        basis=(
            "Căn cứ Kế hoạch liên tịch của Ủy ban nhân dân và Ủy ban MTTQ Việt Nam huyện Thanh Bình về tổ chức Hội "
            "nghị đại biểu Nhân dân năm 2023",
            "Căn cứ nhiệm vụ phát triển kinh tế - xã hội năm 2023 của xã An Lạc",
        ),
    )  # fmt: skip
    return unit_plan(desk, _SUBJECT, text)


def front_plan() -> Paper:
    """A plan of the Front's own."""
    desk = of_front(
        date(2023, 1, 9),
        4,
        "KH-MTTQ-BTT",
        recipients=("Ủy ban MTTQ huyện", "Ban công tác Mặt trận 9 thôn", "Lưu: VT"),
    )
    text = PlanText(
        purposes=(
            "Nắm sát tiến độ, chất lượng hội nghị tại các thôn; kịp thời tháo gỡ khó khăn.",
            "Việc giám sát không gây phiền hà, không làm thay Ban công tác Mặt trận.",
        ),
        contents=(
            "Giám sát việc chuẩn bị: thành phần đại biểu, báo cáo, địa điểm, công khai thời gian hội nghị.",
            "Dự và ghi nhận ý kiến tại hội nghị; theo dõi việc trả lời kiến nghị đến khi người dân xác nhận.",
        ),
        dates=(
            ("Giám sát chuẩn bị", "Từ ngày 01 đến ngày 10 tháng 02 năm 2023"),
            ("Dự hội nghị 9/9 thôn", "Từ ngày 12 đến ngày 28 tháng 02 năm 2023"),
        ),
        tasks=(
            ("Ban Thường trực", ("Thành lập 03 tổ, mỗi tổ phụ trách 03 thôn.",)),
            ("Ban công tác Mặt trận các thôn", ("Báo cáo tiến độ vào chiều thứ Sáu hằng tuần.",)),
        ),
    )
    return unit_plan(desk, "Giám sát việc tổ chức Hội nghị đại biểu Nhân dân tại các thôn năm 2023", text)


def programme() -> Paper:
    """The action programme the conference adopts."""
    desk = of_both(date(2023, 3, 8), 2, "CTr-UBND-UBMTTQ")
    goals = (
        ("Hộ gia đình đăng ký danh hiệu Gia đình văn hóa", "100", "%"),
        ("Hộ gia đình đạt danh hiệu Gia đình văn hóa", "92", "%"),
        ("Thôn giữ vững danh hiệu Thôn văn hóa", "8/9", "thôn"),
        ("Tuyến đường tự quản có hoa, cây xanh", "12", "tuyến"),
        ("Kiến nghị được trả lời đúng hạn", "100", "%"),
    )
    measures = (
        "Duy trì tổng vệ sinh môi trường sáng thứ Bảy hằng tuần; mỗi thôn có một tổ tự quản thu gom, phân loại rác.",
        "Sửa chữa nhà văn hóa thôn Đoài, thôn Cầu Mới; mở thêm hai sân tập thể thao ngoài trời.",
        "Thực hiện nếp sống văn minh trong việc cưới, việc tang; không rải vàng mã trên đường.",
        "Công khai tiến độ trả lời kiến nghị trên loa truyền thanh và tại nhà văn hóa mỗi tháng một lần.",
    )
    return action_programme(desk, "Xây dựng đời sống văn hóa ở cơ sở năm 2023", goals=goals, measures=measures)
