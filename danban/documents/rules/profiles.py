"""Whose form a body's papers follow, told by what kind of body it is."""

from collections.abc import Sequence

from danban.papers.paper import Profile
from danban.units.models import Body

STANDING_COMMITTEE = "front_standing_committee"
FRONT_KINDS = frozenset(
    {
        "front_committee", STANDING_COMMITTEE, "movement_board", "labour_federation", "womens_union",
        "veterans_association", "farmers_union", "youth_union",
    }
)  # fmt: skip
VILLAGE_KINDS = frozenset({"front_work_committee", "village_head"})
PARTY_KINDS = frozenset({"party_committee", "party_cell"})
FRONTS = frozenset({"front_committee", STANDING_COMMITTEE})
COLLECTIVES = {
    "peoples_committee": "Ủy ban nhân dân",
    "peoples_council": "Hội đồng nhân dân",
    "front_committee": "Ban Thường trực",
    STANDING_COMMITTEE: "Ban Thường trực",
    "steering_committee": "Ban Chỉ đạo",
    "movement_board": "Ban Phong trào",
    "party_committee": "Ban Thường vụ",
}
"""Bodies that decide together: in whose name (TM.) their papers are signed."""


WRITING_KINDS = frozenset(COLLECTIVES)
"""Bodies whose papers an office of the unit may draft besides those of its own body."""


def is_front(body: Body) -> bool:
    """Whether a body, which comes with its kind, is of the Front or an organisation under it."""
    return body.kind.code in FRONT_KINDS


def profile_of(bodies: Sequence[Body]) -> Profile:
    """The form of a paper of one body, or of two together; bodies come with their kind."""
    kinds = {body.kind.code for body in bodies}
    if kinds <= VILLAGE_KINDS:
        return Profile.VILLAGE
    if len(bodies) > 1:
        return Profile.JOINT
    if kinds <= PARTY_KINDS:
        return Profile.PARTY
    return Profile.FRONT if kinds <= FRONT_KINDS else Profile.STATE
