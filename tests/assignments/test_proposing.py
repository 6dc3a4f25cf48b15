"""Which bodies the words of the plan name."""

import pytest

from danban.assignments.rules import known_body, proposed_partners

CITY = "Thành phố Hà Nội"
BODIES = [
    known_body(
        1, kind="peoples_committee", names=(f"Ủy ban nhân dân {CITY}", "Ủy ban nhân dân", "UBND"), unit_name=CITY
    ),
    known_body(
        2, kind="front_committee", unit_name=CITY,
        names=(f"Ủy ban Mặt trận Tổ quốc Việt Nam {CITY}", "Ủy ban Mặt trận Tổ quốc Việt Nam", "MTTQ"),
    ),
    known_body(3, kind="dept_health", names=("Sở Y tế Hà Nội", "Sở Y tế", "Sở Y tế"), unit_name=CITY),
    known_body(4, kind="dept_home_affairs", names=("Sở Nội vụ Hà Nội", "Sở Nội vụ", "Sở NV"), unit_name=CITY),
    known_body(6, kind="party_committee", names=("Thành ủy Hà Nội", "Cấp ủy Đảng", "Cấp ủy"), unit_name=CITY),
    known_body(5, kind="city_police", names=(f"Công an {CITY}", "Công an Thành phố", "CATP"), unit_name=CITY),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Chỉ đạo công an các cấp phối hợp với Mặt trận tổ chức hội nghị phòng ngừa tội phạm", (2, 5)),
        ("phối hợp với MTTQ các cấp", (2,)),
        ("Cùng UBND Thành phố xây dựng kế hoạch", (1,)),
        ("hướng dẫn Phòng Y tế các quận, huyện tuyên truyền", ()),
        ("cùng Sở y tế kiểm tra", (3,)),
        ("triển khai tới Ủy ban nhân dân các quận, huyện, thị xã", ()),
        ("cùng UBND cùng cấp ban hành văn bản", ()),
        ("Trưởng ban công tác Mặt trận thống nhất chương trình", ()),
        ("Ban Thi đua - Khen thưởng Thành phố (Sở Nội vụ)", (4,)),
        ("Báo cáo Thường trực Thành ủy về kế hoạch", ()),
        ("biên soạn đề cương tuyên truyền", ()),
    ],
)
def test_a_body_named_by_the_words_is_proposed_and_its_like_elsewhere_is_not(
    words: str, named: tuple[int, ...]
) -> None:
    assert proposed_partners((words,), BODIES) == named
