"""Bodies are read by their whole names, however the sentence goes on."""

import pytest

from danban.planreader.actors import subject
from danban.units import shipped

NAMES = sorted(
    {
        body.name_for("Thành phố Hà Nội", unit_kind="thanh_pho", kind_name="Thành phố")
        for body in shipped.scheme("hanoi-2023").bodies_of("city")
        if body.kind != "steering_committee"  # its name holds a verb; plans put that part in quotation marks
    }
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rest", [", theo chức năng, phối hợp kiểm tra ở cơ sở.", " phối hợp, kiểm tra ở cơ sở."])
def test_a_body_of_the_city_is_named_to_its_end(name: str, rest: str) -> None:
    named, _ = subject(name + rest)

    assert " - ".join(named) == name


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Phòng Hậu cần", "bố trí 350 triệu đồng"),
        ("Sở Xây dựng", "hướng dẫn các xã"),
        ("Phòng Kế hoạch", "báo cáo tiến độ"),
        ("Ban Tổ chức", "chỉ đạo các chi bộ"),
        ("Hội Chữ thập đỏ", "vận động hiến máu"),
        ("Trung tâm Kiểm soát bệnh tật", "tổ chức khám sàng lọc"),
        ("Đội Quản lý thị trường", "kiểm tra giá"),
        ("Đội Cảnh sát giao thông", "báo cáo kết quả"),
        ("Sở Thông tin và Truyền thông", "báo cáo kết quả"),
        ("Ban Bảo vệ, Chăm sóc sức khỏe cán bộ tỉnh", "tổ chức khám"),
        ("Chi cục Trồng trọt và Bảo vệ thực vật", "hướng dẫn thu hoạch"),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "tham mưu"),
        ("Cục Quản lý khám, chữa bệnh", "hướng dẫn"),
        ("Đồng chí Y Bhem Niê, Phó Chủ tịch UBND xã", "trực tiếp điều hành"),
        ("UBND xã", "lập và niêm yết danh sách"),
        ("UBND xã Cần Thạnh", "tổ chức tập huấn"),
        ("Công an Hà Nội", "cần tăng cường tuần tra"),
    ],
)
def test_a_name_that_ends_like_a_verb_is_not_cut(name: str, rest: str) -> None:
    assert subject(f"{name} {rest}") == ((name,), len(name) + 1)
