"""How a signature stands on paper, by power and by kind of body."""

import pytest

from danban.documents.models import Signer
from danban.documents.rules import lines_of


@pytest.mark.parametrize(
    ("body_kind", "power", "position", "head", "expected"),
    [
        ("peoples_committee", "tm", "Chủ tịch", "", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "peoples_committee", "kt", "Phó Chủ tịch", "Chủ tịch",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("front_committee", "tm", "Chủ tịch", "", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        ("front_standing_committee", "tm", "Chủ tịch", "", ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        ("peoples_committee", "tl", "Chánh Văn phòng", "Chủ tịch", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("peoples_committee", "tuq", "Trưởng phòng", "Chủ tịch", ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG")),
        ("peoples_committee", "q", "Chủ tịch", "", ("Q. CHỦ TỊCH",)),
        ("dept_culture_sports", "kt", "Phó Giám đốc", "Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        ("dept_culture_sports", "own", "Giám đốc", "", ("GIÁM ĐỐC",)),
        ("dept_culture_sports", "tm", "Giám đốc", "", ("GIÁM ĐỐC",)),
        ("village_head", "own", "Trưởng thôn", "", ("TRƯỞNG THÔN",)),
        ("front_work_committee", "own", "Trưởng Ban công tác Mặt trận", "", ("TRƯỞNG BAN CÔNG TÁC MẶT TRẬN",)),
        ("front_committee", "tm", "Chủ tọa", "Đoàn Chủ tịch", ("TM. ĐOÀN CHỦ TỊCH", "CHỦ TỌA")),
        ("party_committee", "tm", "Bí thư", "", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
        ("party_committee", "kt", "Phó Bí thư", "Bí thư", ("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "PHÓ BÍ THƯ")),
    ],
)  # fmt: skip
def test_lines_over_a_name(body_kind: str, power: str, position: str, head: str, expected: tuple[str, ...]) -> None:
    assert lines_of(Signer(power=power, position=position, head_position=head), body_kind) == expected
