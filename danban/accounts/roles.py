"""Roles are code: each names the level where it stands and its permissions.

People never get single permissions; they get an appointment to a role in a unit. A permission is
always "within the unit's area": what lies under its path in the tree concerned.
"""

from dataclasses import dataclass

READ = frozenset({"obligation:see", "campaign:see", "unit:see"})
STEER = frozenset(
    {
        "plan:read", "plan:review", "campaign:launch", "campaign:amend", "campaign:clone", "campaign:close",
        "unit:import", "unit:export", "unit:check", "appointment:see", "appointment:appoint", "diary:see",
    }
)  # fmt: skip
DRAFT = frozenset({"plan:read", "plan:review", "campaign:launch", "diary:see"})
STAFF = frozenset({"unit:export", "appointment:see"})


@dataclass(frozen=True)
class Role:
    """One role: ``level`` is a level code of the scheme (city, district, commune, village)."""

    code: str
    name: str
    level: str
    permissions: frozenset[str]


_ALL = (
    Role("movement_board", "Ban Phong trào, Ủy ban MTTQ Thành phố", "city", READ | STEER),
    Role("city_front_leader", "Ban Thường trực Ủy ban MTTQ Thành phố", "city", READ | STEER),
    Role("city_committee_officer", "UBND Thành phố", "city", READ | STAFF | DRAFT),
    Role("department_officer", "Sở, ban, ngành Thành phố", "city", READ),
    Role("organisation_officer", "Tổ chức chính trị - xã hội Thành phố", "city", READ),
    Role("auditor", "Người kiểm tra nhật ký", "city", READ | {"diary:see"}),
    Role("district_front_officer", "Ủy ban MTTQ cấp huyện", "district", READ | STAFF),
    Role("district_committee_officer", "UBND cấp huyện", "district", READ | STAFF),
    Role("commune_front_officer", "Ủy ban MTTQ cấp xã", "commune", READ | STAFF),
    Role("commune_committee_officer", "UBND cấp xã", "commune", READ | STAFF),
    Role("front_work_head", "Trưởng ban công tác Mặt trận", "village", READ),
    Role("village_head", "Trưởng thôn, Tổ trưởng tổ dân phố", "village", READ),
)  # fmt: skip
ROLES: dict[str, Role] = {role.code: role for role in _ALL}


def permissions_of(role: str) -> frozenset[str]:
    """The permissions of a role; none for a role this version does not know."""
    known = ROLES.get(role)
    return known.permissions if known else frozenset()


def name_of(role: str) -> str:
    """The role as people call it."""
    known = ROLES.get(role)
    return known.name if known else role
