# ruff: noqa: E501  a paragraph of a plan is one line
"""A plan in our own words with the facts of the plan for 2023: what most tests of this room read."""

from functools import lru_cache

from danban.planreader import read_text
from danban.planreader.reading import Reading

PLAN = """Hà Nội, ngày 16 tháng 12 năm 2022

KẾ HOẠCH LIÊN TỊCH
Tổ chức Hội nghị đại biểu Nhân dân bàn việc xây dựng đời sống văn hóa năm 2023

Căn cứ Chỉ thị số 17-CT/TU ngày 11/4/2017 của Thành ủy Hà Nội, Ủy ban Nhân dân - Ủy ban MTTQ Việt Nam thành phố Hà Nội thống nhất kế hoạch như sau:

I. MỤC ĐÍCH

1. Để Nhân dân biết kết quả của năm 2022 và việc của năm 2023.
2. Hội nghị phải thiết thực, ai cũng được nói.

II. NỘI DUNG

1. Nội dung

Các hội nghị tập trung vào:
- Tiếp thu, tổng hợp các kiến nghị của Nhân dân để báo cáo cấp có thẩm quyền.
a) Đối với Hội nghị ở thôn, tổ dân phố:
- Hai trưởng thống nhất chương trình hội nghị với Ban công tác Mặt trận.
- Đánh giá kết quả thực hiện Nghị quyết Hội nghị năm 2022, việc nào chưa xong và vì sao.
- Đánh giá việc thực hiện Quy tắc ứng xử nơi công cộng.
- Đánh giá các mô hình tự quản và việc giữ gìn vệ sinh môi trường.
- Công bố danh sách đăng ký Gia đình văn hóa năm 2023.
b) Đối với Hội nghị ở xã, phường, thị trấn:
- Báo cáo việc thực hiện Nghị quyết Hội nghị của xã, phường, thị trấn năm 2022.
- Thảo luận chương trình hành động năm 2023.

III. PHÂN CÔNG

1. Ủy ban MTTQ Việt Nam Thành phố
- Báo cáo Thường trực Thành ủy và đề xuất lãnh đạo Thành phố tham dự một số hội nghị.
- Hỗ trợ mỗi quận, huyện, thị xã; mỗi xã, phường, thị trấn 5.000.000 đồng để tổ chức hội nghị.
- Phân công lãnh đạo, cán bộ hướng dẫn, đôn đốc, kiểm tra và tổng kết đánh giá toàn Thành phố.
2. Ủy ban Nhân dân Thành phố
- Chỉ đạo các Sở, ban, ngành:
+ Sở Văn hóa và Thể thao vận động tổng vệ sinh môi trường vào chiều thứ 6 và sáng thứ 7 hàng tuần.
3. Quận, huyện, thị xã
- Ủy ban MTTQ Việt Nam các quận, huyện, thị xã lựa chọn hội nghị điểm ở mỗi cấp; phân công lãnh đạo tham dự hội nghị ở cơ sở; chỉ đạo giải quyết kiến nghị của đại biểu.
- UBND các quận, huyện, thị xã bảo đảm kinh phí tổ chức hội nghị.
4. Xã, phường, thị trấn
- Ủy ban MTTQ Việt Nam cấp xã lựa chọn 01 thôn, tổ dân phố làm điểm.
- UBND xã, phường, thị trấn hướng dẫn nội dung hội nghị đến Trưởng ban công tác Mặt trận, Trưởng thôn, Tổ trưởng dân phố.
- Ủy ban MTTQ Việt Nam xã, phường, thị trấn thống nhất cơ cấu đại biểu và triệu tập hội nghị.
- Ban chỉ đạo phong trào xã, phường, thị trấn tổ chức lấy ý kiến góp ý dự thảo báo cáo.

IV. TIẾN ĐỘ

- Ủy ban MTTQ Việt Nam Thành phố triển khai kế hoạch tới các quận, huyện, thị xã trước ngày 20/12/2022.
- Ủy ban MTTQ Việt Nam các quận, huyện, thị xã và xã, phường, thị trấn triển khai kế hoạch tại địa phương xong trước ngày 31/12/2022.
- Từ ngày 02/01/2023 đến ngày 28/2/2023: Tổ chức Hội nghị đại biểu Nhân dân ở thôn, tổ dân phố.
- Từ ngày 01/3/2023 đến ngày 10/3/2023: Tổ chức Hội nghị đại biểu Nhân dân ở xã, phường, thị trấn.
UBND, Ủy ban MTTQ Việt Nam các cấp thông báo lịch tổ chức hội nghị.
UBND và Ủy ban MTTQ Việt Nam các cấp tổng hợp các kiến nghị của đại biểu, báo cáo về Ủy ban MTTQ Việt Nam Thành phố (email: tiepnhan@example.vn) trước ngày 20/3/2023.
"""

OTHER = """ỦY BAN NHÂN DÂN TỈNH

KẾ HOẠCH
Tiêm chủng mở rộng năm 2024

I. NHIỆM VỤ
1. UBND các quận, huyện, thị xã rà soát đối tượng tiêm chủng chậm nhất ngày 15/3/2024.
2. UBND các xã, phường, thị trấn tổ chức tiêm cho trẻ em từ ngày 01/4/2024 đến ngày 10/4/2024.
"""

CHANGE = """Hà Nội, ngày 10 tháng 02 năm 2023

KẾ HOẠCH
Điều chỉnh thời gian tổ chức Hội nghị đại biểu Nhân dân năm 2023

I. THỜI GIAN
- Từ ngày 02/01/2023 đến ngày 05/3/2023: Tổ chức Hội nghị đại biểu Nhân dân ở thôn, tổ dân phố.
- Từ ngày 07/3/2023 đến ngày 15/3/2023: Tổ chức Hội nghị đại biểu Nhân dân ở xã, phường, thị trấn.
"""

MORE = """Hà Nội, ngày 10 tháng 02 năm 2023

KẾ HOẠCH
Bổ sung việc của Hội nghị đại biểu Nhân dân năm 2023

I. VIỆC THÊM
- Các xã, phường, thị trấn gửi ảnh tư liệu về Thành phố chậm nhất ngày 17/3/2023.
"""


@lru_cache(maxsize=4)
def reading_of(text: str = PLAN) -> Reading:
    """The reading of a text, read once."""
    return read_text(text)
