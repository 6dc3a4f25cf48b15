"""Simulated people: one named person a role at the city, one Front officer and one committee officer for
each district and commune, and the two heads of each village; where papers are to be shown, those who sign and
check them too. Names are drawn, nobody is meant.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_WEIGHT = (38, 11, 10, 7, 5, 4, 4, 3, 3, 3, 2, 2, 2, 1)
_MIDDLE_MEN = ("Văn", "Đức", "Quang", "Minh", "Xuân", "Hữu", "Công", "Ngọc", "Thành")
_MIDDLE_WOMEN = ("Thị", "Thị Thu", "Thị Bích", "Thị Ngọc", "Thanh", "Thị Minh", "Thị Kim")
_MEN = (
    "An", "Bình", "Cường", "Dũng", "Đạt", "Hải", "Hùng", "Khánh", "Long", "Nam", "Phúc", "Quân", "Sơn", "Thắng", "Tùng",
    "Vinh",
)  # fmt: skip
_WOMEN = (
    "Anh", "Chi", "Dung", "Giang", "Hà", "Hạnh", "Hoa", "Hương", "Lan", "Liên", "Mai", "Nga", "Nhung", "Oanh", "Phương",
    "Thủy", "Yến",
)  # fmt: skip


@dataclass(frozen=True)
class Post:
    """One office to be filled: the role, the body kind it sits in, its title, and a word for its e-mail."""

    role: str
    body_kind: str
    title: str
    word: str


CITY_POSTS = (
    Post("movement_board", "movement_board", "Chuyên viên Ban Phong trào", "phong-trao"),
    Post("city_front_leader", "front_standing_committee", "Phó Chủ tịch Ủy ban MTTQ Thành phố", "lanh-dao-mttq"),
    Post("city_committee_officer", "peoples_committee", "Chuyên viên Văn phòng UBND Thành phố", "ubnd"),
    Post("department_officer", "dept_culture_sports", "Chuyên viên Sở Văn hóa và Thể thao", "so-vhtt"),
    Post("department_officer", "dept_construction", "Chuyên viên Sở Xây dựng", "so-xd"),
    Post("department_officer", "dept_environment", "Chuyên viên Sở Tài nguyên và Môi trường", "so-tnmt"),
    Post("department_officer", "dept_transport", "Chuyên viên Sở Giao thông vận tải", "so-gtvt"),
    Post("department_officer", "dept_health", "Chuyên viên Sở Y tế", "so-yte"),
    Post("organisation_officer", "womens_union", "Cán bộ Hội Liên hiệp Phụ nữ Thành phố", "hoi-phu-nu"),
    Post("auditor", "front_committee", "Người kiểm tra nhật ký", "kiem-tra"),
)
LOCAL_POSTS = {
    "district": (
        Post("district_front_officer", "front_committee", "Cán bộ Ủy ban MTTQ {name}", "mttq"),
        Post("district_committee_officer", "peoples_committee", "Chuyên viên UBND {name}", "ubnd"),
    ),
    "commune": (
        Post("commune_front_officer", "front_committee", "Cán bộ Ủy ban MTTQ {name}", "mttq"),
        Post("commune_committee_officer", "peoples_committee", "Công chức văn hóa, UBND {name}", "ubnd"),
    ),
    "village": (
        Post("front_work_head", "front_work_committee", "Trưởng ban công tác Mặt trận {name}", "mttq"),
        Post("village_head", "village_head", "{head} {name}", "truong"),
    ),
}


def _heads(level: str, front: str, committee: str) -> tuple[Post, ...]:
    """Who signs, checks and keeps papers beside those who draft them: so many people as the separation asks for."""
    committee_role, front_role = f"{level}_committee_officer", _FRONT_ROLES[level]
    return (
        Post(committee_role, "peoples_committee", f"Chủ tịch UBND {committee}", "chu-tich-ubnd"),
        Post(committee_role, "peoples_committee", f"Chánh Văn phòng UBND {committee}", "van-phong-ubnd"),
        Post(committee_role, "peoples_committee", f"Văn thư UBND {committee}", "van-thu-ubnd"),
        Post(front_role, "front_committee", f"Chủ tịch Ủy ban MTTQ {front}", "chu-tich-mttq"),
        Post(front_role, "front_committee", f"Văn thư Ủy ban MTTQ {front}", "van-thu-mttq"),
    )


_FRONT_ROLES = {
    "city": "city_front_leader", "district": "district_front_officer", "commune": "commune_front_officer",
}  # fmt: skip
HEAD_POSTS = {
    "city": _heads("city", "Thành phố", "Thành phố"),
    "district": _heads("district", "{name}", "{name}"),
    "commune": _heads("commune", "{name}", "{name}"),
}


def person_name(seed: str) -> str:
    """A believable full name, always the same for a seed."""
    draw = random.Random(f"person {seed}")
    family = draw.choices(_FAMILY, _WEIGHT)[0]
    if draw.random() < 0.45:
        return f"{family} {draw.choice(_MIDDLE_WOMEN)} {draw.choice(_WOMEN)}"
    return f"{family} {draw.choice(_MIDDLE_MEN)} {draw.choice(_MEN)}"


def posts_at(level_code: str) -> tuple[Post, ...]:
    """The offices to fill in a unit of a level."""
    return CITY_POSTS if level_code == "city" else LOCAL_POSTS[level_code]


def title_of(post: Post, *, name: str, kind_code: str) -> str:
    """The title of a post in a unit: heads of a thôn and of a tổ dân phố are called differently."""
    head = "Trưởng" if kind_code in {"thon", "lang"} else "Tổ trưởng"
    return post.title.format(name=_lower_first(name) if "{head}" in post.title else name, head=head)


def _lower_first(name: str) -> str:
    return name[:1].lower() + name[1:]


def emails(level_code: str, code: str, *, has_heads: bool = False) -> Iterator[tuple[Post, str]]:
    """Each post of a unit with its address, on a domain that can receive nothing."""
    for post in (*posts_at(level_code), *(HEAD_POSTS[level_code] if has_heads else ())):
        yield post, f"{post.word}.{code.replace('.', '-')}@trinh-dien.invalid"
