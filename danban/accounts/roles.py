"""Roles are code: each names the level where it stands and its permissions.

People never get single permissions; they get an appointment to a role in a unit. A permission is
always "within the unit's area": what lies under its path in the tree concerned.
"""

from dataclasses import dataclass

READ = frozenset(
    {
        "obligation:see", "campaign:see", "unit:see", "plan:see", "assignment:see", "difficulty:see", "document:see",
        "library:see", "conference:see", "envoy:see", "sitting:see",
    }
)  # fmt: skip
STEER = frozenset(
    {
        "plan:read", "plan:review", "campaign:launch", "campaign:amend", "campaign:clone", "campaign:close",
        "unit:import", "unit:export", "unit:check", "appointment:see", "appointment:appoint", "diary:see",
    }
)  # fmt: skip
DRAFT = frozenset({"plan:read", "plan:review", "campaign:launch", "diary:see"})
STAFF = frozenset({"unit:export", "appointment:see"})
OVER = frozenset({"plan:send_back", "reminder:send", "difficulty:answer", "clean_up:see"})
"""What an office over other units does: looks at their plans, reminds them, settles their difficulties."""
UNDER = frozenset({"plan:derive", "plan:approve", "difficulty:ask", "clean_up:log", "clean_up:see"})
"""What an office of a unit under the city does: derives and approves its plan, asks its superior."""
SEAT = frozenset({"appointment:appoint", "card:issue"})
"""Giving offices and cards. Outside the city only in the units below the own one (``accounts.rules``)."""
WORK = frozenset({"assignment:work"})
LEAD = frozenset({"assignment:lead", "outbox:see"})
"""Seeing to it that every assignment has a body that answers for it, and that notices leave."""
PAPERS = frozenset({"document:write", "document:check", "document:sign", "document:receive", "signer:name"})
"""Papers of the own body: drafted, checked, signed, issued and sent; what comes in is entered. That a paper is
not checked or signed by whoever drafted it is a rule about people, not about roles (``documents.rules``)."""
SHELF = frozenset({"reference:enter", "outline:write"})
"""Keeping the library: legal bases, content outlines."""
ARRANGE = frozenset({"conference:arrange", "conference:excuse", "summary:write"})
"""Timetables of an area: proposed and applied at once, sent up; what was not held below is excused; the own section
of the summary read in every village."""
SENDING = frozenset({"envoy:propose", "envoy:approve", "envoy:confirm", "area:charge", "inspection:note"})
"""Sending people to conferences below, putting cadres in charge of areas, noting what was inspected (III.1.4)."""
HOLD = frozenset(
    {
        "conference:prepare", "conference:run", "roll:keep", "delegate:see", "delegate:name", "delegate:invite",
        "attendance:record", "minutes:draft", "minutes:confirm", "resolution:issue",
    }
)  # fmt: skip
"""Holding one's own conference: agenda, roll and delegates, check-in, running it, minutes and resolution. Names of
delegates are seen by the unit that holds it and the commune above, by nobody else (Law 91/2025/QH15)."""
DECIDE = frozenset({"conference:schedule", "conference:announce", "conference:give_up"})
"""The commune puts its villages, and itself, on days, sessions and halls (II.1.a, II.2)."""
FOLLOW = frozenset({"petition:list", "petition:see", "commitment:see", "evaluation:see"})
"""Seeing what the people of the own area asked for, what was promised, and what became of both."""
GATHER = FOLLOW | {"petition:record", "petition:sort", "petition:name"}
"""The Front gathers, sorts, forwards and watches; it does not answer (Front law, Art. 3)."""
ANSWER = FOLLOW | {"petition:see_own", "petition:answer", "petition:answer_for_unit", "petition:record"}
"""The People's Committee answers, for every body of its unit."""
OWN = frozenset({"petition:list", "petition:see_own", "petition:answer", "evaluation:own"})
"""A department answers what came to its body and reads the forms its body owns."""
KEEP = frozenset({"petition:set", "commitment:set"})
"""The city's own terms, routing table and catalogue."""
SEND = frozenset({"synthesis:send"})
NAMED = frozenset({"petition:name", "commitment:settle", "evaluation:write"})
SPEAK = FOLLOW | {
    "petition:record", "petition:confirm", "petition:name", "commitment:settle", "commitment:dispute",
    "evaluation:write",
}  # fmt: skip
"""A village speaks for those who asked: it confirms, disputes, reads back."""
CITY = OVER | SEAT | WORK | LEAD | PAPERS | SHELF | ARRANGE | SENDING | {"outline:present"}
LOCAL = STAFF | OVER | UNDER | SEAT | WORK | PAPERS | ARRANGE | SENDING | {"outline:present", "hall:keep"}
COMMUNE = LOCAL | DECIDE | HOLD | {"briefing:hold"}
VILLAGE = HOLD | frozenset(
    {
        "difficulty:ask", "clean_up:log", "clean_up:see", "outline:present", "conference:propose",
        "conference:announce", "conference:give_up", "hall:keep",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Role:
    """One role: ``level`` is a level code of the scheme (city, district, commune, village)."""

    code: str
    name: str
    level: str
    permissions: frozenset[str]


_ALL = (
    Role("movement_board", "Ban Phong trào, Ủy ban MTTQ Thành phố", "city", READ | STEER | CITY | GATHER | KEEP),
    Role("city_front_leader", "Ban Thường trực Ủy ban MTTQ Thành phố", "city", READ | STEER | CITY | GATHER | KEEP),
    Role(
        "city_committee_officer", "UBND Thành phố", "city",
        READ | STAFF | DRAFT | OVER | WORK | LEAD | PAPERS | ANSWER,
    ),
    Role(
        "department_officer", "Sở, ban, ngành Thành phố", "city",
        READ | WORK | SHELF | OWN | {"clean_up:see"},
    ),
    Role("organisation_officer", "Tổ chức chính trị - xã hội Thành phố", "city", READ | WORK),
    Role("auditor", "Người kiểm tra nhật ký", "city", READ | {"diary:see"}),
    Role("district_front_officer", "Ủy ban MTTQ cấp huyện", "district", READ | LOCAL | GATHER | SEND),
    Role("district_committee_officer", "UBND cấp huyện", "district", READ | LOCAL | ANSWER | SEND),
    Role("commune_front_officer", "Ủy ban MTTQ cấp xã", "commune", READ | COMMUNE | GATHER | SPEAK | SEND),
    Role("commune_committee_officer", "UBND cấp xã", "commune", READ | COMMUNE | ANSWER | SEND | NAMED),
    Role("front_work_head", "Trưởng ban công tác Mặt trận", "village", READ | VILLAGE | SPEAK),
    Role("village_head", "Trưởng thôn, Tổ trưởng tổ dân phố", "village", READ | VILLAGE | SPEAK),
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
