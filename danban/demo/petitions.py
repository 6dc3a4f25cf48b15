"""What became of what was said: petitions in every state, by the room's own table of who answers what."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from danban.campaigns.models import Campaign
from danban.kit.actor import machine
from danban.kit.calendar import add_working_days
from danban.kit.clock import day_of, moment
from danban.petitions import actions, queries, rules
from danban.petitions.actions import LoadedPetition, LoadedStep
from danban.petitions.models import Answer
from danban.petitions.states import PetitionStatus
from danban.sittings.fields import FIELDS
from danban.sittings.models import Opinion
from danban.units.models import Body, Placement

_S = PetitionStatus
_WHO = (
    "Đội quản lý trật tự đô thị",
    "Phòng Quản lý đô thị",
    "Tổ công tác của phường, xã",
    "Xí nghiệp môi trường",
    "Công an khu vực",
)
_DONE = (
    "Đã cử người xuống xem tận nơi ngày {day}, lập biên bản hiện trạng và giao {who} làm xong trong tháng này.",
    "Đưa vào danh mục sửa chữa quý I: {who} làm từ đầu ngõ trở vào, mỗi tuần báo tiến độ tại nhà văn hóa.",
    "{who} bố trí hai lượt mỗi tuần vào tối thứ ba và thứ sáu, dán lịch ở bảng tin để bà con theo dõi.",
    "Đã làm việc với các hộ liên quan ngày {day}; các hộ cam kết tự tháo dỡ, {who} kiểm tra lại hằng tuần.",
)
_NO = "Chưa làm được vì phần đất này nằm trong chỉ giới đường đỏ đã công bố; trước mắt rào tạm và dọn sạch hai bên."
_GROUND = "Quyết định phê duyệt quy hoạch phân khu, mục chỉ giới đường đỏ"


@dataclass(frozen=True)
class _Desk:
    """What a way is drawn with: placements by id, bodies by unit and kind, lines of the routing table by field."""

    places: dict[int, Placement]
    by_unit: dict[int, Placement]
    bodies: dict[tuple[int, str], Body]
    routes: dict[str, queries.Route]
    hands: dict[str, str]
    root: Placement
    today: date

    def body_for(self, seat: Placement, field: str) -> Body:
        """Who answers a field for a seat."""
        line = [self.root, *(self.places[pk] for pk in (seat.at_1, seat.at_2, seat.at_3) if pk)]
        route = self.routes.get(field) or self.routes["other"]
        level = self.hands.get(route.level_code, route.level_code)
        unit = next((one for one in line if one.level.code == level), line[-2])
        found = self.bodies.get((unit.unit_id, route.body_kind)) or self.bodies.get((unit.unit_id, "peoples_committee"))
        assert found is not None  # every unit above a village has a People's Committee
        return found


def play_petitions(campaign: Campaign, *, today: date) -> int:
    """Load the petitions of all conferences held; how many."""
    said = queries.waiting_opinions().filter(conference__campaign=campaign, conference__status="held")
    desk = _desk(campaign, today)
    rows = [
        _draw(one, desk.places[one.village_id or one.conference.placement_id], desk)
        for one in said.select_related("conference")
    ]
    return actions.load_petitions(campaign.pk, rows, actor=machine("demo"), at=moment(today))


def _desk(campaign: Campaign, today: date) -> _Desk:
    places = list(Placement.objects.filter(tree_id=campaign.tree_id).select_related("level", "parent__level"))
    scheme = campaign.tree.scheme
    bodies = Body.objects.standing_on(today).filter(unit__placements__tree=campaign.tree_id).select_related("kind")
    return _Desk(
        places={one.pk: one for one in places},
        by_unit={one.unit_id: one for one in places},
        bodies={(one.unit_id, one.kind.code): one for one in bodies.order_by("-pk")},
        routes={one.field: one for one in queries.routes_of(scheme) if not one.words and one.unit_id is None},
        hands=scheme.hands,
        root=next(one for one in places if not one.path),
        today=today,
    )


def _draw(one: Opinion, seat: Placement, desk: _Desk) -> LoadedPetition:
    chance = random.Random(f"petition {one.pk}")
    body, front = desk.body_for(seat, one.field), rules.desk_of(seat)
    held_on = day_of(one.said_at)
    goal = _goal(chance, (desk.today - held_on).days)
    drawn = (chance, desk.today, FIELDS.get(one.field, ""))
    steps = list(_way(goal, one.said_at, front, (desk.by_unit[body.unit_id], body), drawn))
    last = steps[-1]
    routed = next((step for step in steps if step.verb == "route"), None)
    answered = next((step for step in steps if step.verb == "answer"), None)
    confirmed = next((step for step in steps if step.verb == "confirm"), None)
    return LoadedPetition(
        opinion=one, seat=seat, field="" if goal == _S.RECORDED else one.field, title=rules.title_of(one.text),
        status=last.status, steps=steps, clock_from=day_of(routed.at) if routed else None,
        answer=_answer(chance, answered, body) if answered else None,
        satisfaction=chance.choice((3, 3, 2, 1)) if confirmed else None,
        read_back_at=confirmed.at if confirmed else None, confirmed_at=confirmed.at if confirmed else None,
    )  # fmt: skip


def _goal(chance: random.Random, age: int) -> PetitionStatus:
    """How far it came: what was said long ago has mostly been routed, some of it answered."""
    ahead = min(age / 14, 1.0)
    draw = chance.random()
    if draw > 0.25 + 0.7 * ahead:
        return _S.RECORDED
    if draw > 0.2 + 0.66 * ahead:
        return _S.CLASSIFIED
    if draw > 0.12 + 0.4 * ahead:
        return _S.ROUTED
    if draw > 0.06 + 0.24 * ahead:
        return _S.ACKNOWLEDGED
    return _S.ANSWERED if draw > 0.12 * ahead else _S.CONFIRMED


_ORDER = (_S.RECORDED, _S.CLASSIFIED, _S.ROUTED, _S.ACKNOWLEDGED, _S.ANSWERED, _S.CONFIRMED)
_VERBS = ("record", "classify", "route", "acknowledge", "answer", "confirm")


def _way(
    goal: PetitionStatus, said_at: datetime, front: Placement, to: tuple[Placement, Body],
    drawn: tuple[random.Random, date, str],
) -> Iterator[LoadedStep]:  # fmt: skip
    """Step after step on working days, never after today."""
    chance, today, words = drawn
    at = said_at
    for number, verb in enumerate(_VERBS[: _ORDER.index(goal) + 1]):
        holder, body = (front, None) if number < 2 else to
        if number:
            on = min(add_working_days(day_of(at), chance.choice((0, 1, 1, 2))), today)
            at = max(at + timedelta(minutes=7), moment(on, 8 + number, chance.randint(0, 59)))
        yield LoadedStep(verb, _ORDER[number].value, holder, body, at, words if verb == "classify" else "")


def _answer(chance: random.Random, step: LoadedStep, body: Body) -> Answer:
    day = day_of(step.at)
    if chance.random() < 0.12:
        return Answer(
            decision="refused", text=_NO, legal_ground=_GROUND, body=body, answered_at=step.at, done_by="", due_on=None
        )
    who = chance.choice(_WHO)
    text = chance.choice(_DONE).format(day=f"{day:%d/%m}", who=who)
    return Answer(
        decision=chance.choice(("agreed", "agreed", "partly")), text=text, done_by=who,
        due_on=day + timedelta(days=chance.randint(10, 45)), body=body, answered_at=step.at,
    )  # fmt: skip
