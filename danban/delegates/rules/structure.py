"""How a conference is made up: groups with their numbers, agreed by both heads before people are called (III.5.3)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from danban.campaigns.rules import check_is_running
from danban.conferences.models import Conference
from danban.conferences.rules import check_holds
from danban.conferences.rules.heads import heads_of
from danban.conferences.states import CONFERENCE, ConferenceStatus
from danban.delegates.states import Group
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.kit.vietnamese import squeeze
from danban.units.models import Body

MOST_IN_A_GROUP = 5_000
LONGEST_LABEL = 120
_NOT_NAMING = "Danh sách đại biểu do đơn vị tổ chức hội nghị lập: hai trưởng của thôn, tổ dân phố và cấp xã."
_AGREEING = "Cơ cấu đại biểu do Mặt trận và chính quyền của đơn vị tổ chức thống nhất, mỗi bên qua vị trí của mình."
_OVER = (ConferenceStatus.HELD, ConferenceStatus.NOT_HELD)


@dataclass(frozen=True)
class QuotaLine:
    """How many of a group; ``label`` names the group ``OTHER``; ``village_id``: elected by that village."""

    group: str
    planned: int
    label: str = ""
    village_id: int | None = None


def check_can_name(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """Whoever holds a conference that is not over; raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    check_holds(actor, conference, "delegate:name", _NOT_NAMING)
    check_is_running(conference.campaign)
    if conference.status in _OVER:
        now = CONFERENCE.label(conference.status).lower()
        raise NotNow(f"Hội nghị {now} nên danh sách đại biểu không đổi được nữa.")


def check_can_set_structure(
    actor: Actor, conference: Conference, quotas: Sequence[QuotaLine], *, at: datetime
) -> None:  # fmt: skip
    """The same; every group once, known, with a number."""
    check_can_name(actor, conference, at=at)
    seen = set()
    for line in quotas:
        label = squeeze(line.label)
        if line.group not in Group.values or (line.group == Group.OTHER) != bool(label) or len(label) > LONGEST_LABEL:
            raise BadInput("Có thành phần chưa đúng: thành phần khác thì ghi tên, các thành phần còn lại thì không.")
        if not 0 <= line.planned <= MOST_IN_A_GROUP:
            raise BadInput(f"Số đại biểu của một thành phần từ 0 đến {MOST_IN_A_GROUP}.")
        key = (line.group, label, line.village_id)
        if key in seen:
            raise BadInput("Có thành phần ghi hai lần. Hãy cộng lại thành một dòng.")
        seen.add(key)


def body_agreeing(actor: Actor, conference: Conference, *, at: datetime) -> Body:
    """The body whose head the actor is; raises ``NotYours``."""
    bodies = heads_of(conference, on=day_of(at)).bodies
    body = next((one for one in bodies if one.pk == actor.body_id), None)
    if body is None:
        raise NotYours(_AGREEING)
    return body


def check_can_agree_structure(actor: Actor, conference: Conference, *, at: datetime) -> None:
    """One of the two heads of the unit that holds it, once, to a structure that stands."""
    check_can_name(actor, conference, at=at)
    body = body_agreeing(actor, conference, at=at)
    if not conference.quotas.exists():
        raise NotNow("Chưa có cơ cấu đại biểu để thống nhất.")
    if conference.structure_assents.filter(body=body).exists():
        raise NotNow(f"{body.name} đã thống nhất cơ cấu này.")


def is_agreed(conference: Conference, *, on: datetime) -> bool:
    """Whether both heads agreed to the structure as it stands. Two queries."""
    bodies = {body.pk for body in heads_of(conference, on=day_of(on)).bodies}
    return bool(bodies) and bodies <= set(conference.structure_assents.values_list("body_id", flat=True))


@cache
def usual_shares(kind: str) -> tuple[tuple[str, int], ...]:
    """What conferences of villages ("village") and communes ("commune") are usually made of: (group, number)."""
    text = files("danban.delegates").joinpath("data/shares.json").read_text(encoding="utf-8")
    return tuple((group, number) for group, number in json.loads(text)[kind])


def check_can_load(actor: Actor, *, at: datetime) -> None:
    """Bringing in a whole year is for machines: demonstrations, and years kept on paper before."""
    if not actor.is_machine:
        raise NotYours("Nạp hàng loạt chỉ chạy từ dòng lệnh của máy chủ.")
