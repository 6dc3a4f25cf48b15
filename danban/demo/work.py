"""Simulated work on the assignments of section III at every stage; briefings of village heads; joint events."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from danban.assignments.actions import NoteRow, UnitRows, WorkRow
from danban.assignments.rules import BriefingSheet, EventSheet, Figure, FileSheet, Upload
from danban.assignments.states import FilePurpose
from danban.campaigns.models import Assignment, Campaign, Milestone
from danban.demo.calendar import days_from
from danban.demo.plan_document import plain_docx
from danban.units.models import Body, Placement

_DONE = {"dept_agriculture": 38, "dept_health": 45, "dept_finance": 29, "womens_union": 50}
_NOT_BEGUN = {"dept_transport", "emulation_board", "veterans_association"}
_ORGANISATIONS = ("labour_federation", "womens_union", "veterans_association", "farmers_union", "youth_union")
_WEEKS_NOTED = 7


@dataclass(frozen=True)
class _Said:
    """What a body notes, by its kind: words, and what it counts."""

    text: str
    label: str
    unit: str
    most: int


_NOTES: Mapping[str, tuple[_Said, ...]] = {
    "dept_culture_sports": (
        _Said("Đã gửi đề cương tới các quận, huyện, thị xã và mở lớp hướng dẫn.", "Lớp hướng dẫn", "lớp", 30),
        _Said("Kiểm tra việc chuẩn bị hội nghị ở cơ sở.", "Đơn vị đã kiểm tra", "xã, phường", 60),
    ),
    "city_police": (
        _Said("Lập chốt xử lý xe chở phế thải không che chắn.", "Xe bị xử lý", "xe", 240),
        _Said("Cùng Mặt trận tổ chức buổi vận động phòng ngừa tội phạm.", "Buổi vận động", "buổi", 25),
    ),
    "dept_environment": (_Said("Hướng dẫn phân loại rác tại nhà cho các tổ dân phố.", "Buổi hướng dẫn", "buổi", 80),),
    "dept_construction": (_Said("Rà soát các điểm tập kết vật liệu trên vỉa hè.", "Điểm đã rà soát", "điểm", 120),),
    "dept_health": (_Said("Phát tài liệu an toàn thực phẩm dịp Tết.", "Tờ tài liệu", "tờ", 9_000),),
    "labour_federation": (_Said("Vận động công nhân các khu nhà trọ dự hội nghị.", "Khu nhà trọ", "khu", 35),),
    "womens_union": (_Said("Các chi hội nhận đoạn đường tự quản sạch, đẹp.", "Đoạn đường tự quản", "đoạn", 400),),
    "youth_union": (_Said("Ra quân làm sạch bảng tin, tường rào trường học.", "Thanh niên tham gia", "người", 3_000),),
}
_PLAIN = _Said("Đã phổ biến tới các đơn vị trực thuộc và phân công người theo dõi.", "Đơn vị trực thuộc", "đơn vị", 30)


def simulate_work(campaign: Campaign, *, today: date) -> Iterator[WorkRow]:
    """What every body of the city has made of its assignments by ``today``."""
    front = Body.objects.filter(kind__code="front_committee", unit__placements__path="").order_by("pk").first()
    launched = campaign.launched_at.date()
    found = Assignment.objects.filter(campaign=campaign, body__isnull=False).select_related("body__kind")
    for given in found.order_by("position", "pk"):
        assert given.body is not None
        code = given.body.kind.code
        begun = launched + days_from(code, "accepted", 2, 12)
        if code in _NOT_BEGUN or begun > today:
            continue
        if given.rrule:
            yield WorkRow(given.pk, accepted_on=begun, notes=tuple(_weekly(today)))
            continue
        done = launched + timedelta(days=_DONE[code]) if code in _DONE else None
        partners = (front.pk,) if front and code == "city_police" else ()
        yield WorkRow(
            given.pk, accepted_on=begun, done_on=done if done and done <= today else None,
            result="Đã hoàn thành nội dung được giao." if done and done <= today else "", partner_ids=partners,
            notes=tuple(_notes(code, begun, min(today, done or today))), files=tuple(_files(code, given, begun)),
        )  # fmt: skip


def _notes(code: str, begun: date, until: date) -> Iterator[NoteRow]:
    draw = random.Random(f"notes {code}")
    for number, said in enumerate(_NOTES.get(code, (_PLAIN,))):
        on = begun + timedelta(days=6 + 15 * number + draw.randint(0, 6))
        if on < until:
            yield NoteRow(on, said.text, (Figure(said.label, draw.randint(said.most // 3, said.most), said.unit),))


def _weekly(today: date) -> Iterator[NoteRow]:
    monday = today - timedelta(days=today.weekday())
    for back in range(_WEEKS_NOTED, 0, -1):
        week = monday - timedelta(weeks=back)
        if back != 3:
            yield NoteRow(week + timedelta(days=5), "Đã tổng hợp kết quả tổng vệ sinh trong tuần.", week_of=week)


def _files(code: str, given: Assignment, on: date) -> Iterator[FileSheet]:
    if code == "dept_culture_sports":
        yield FileSheet(FilePurpose.OUTLINE, "Đề cương tuyên truyền hội nghị", _outline(given.campaign.year))
    if code in _ORGANISATIONS:
        title = f"Kế hoạch tham gia hội nghị năm {given.campaign.year}"
        number = f"{random.Random(code).randint(11, 95)}/KH-{code.split('_', maxsplit=1)[0].upper()[:3]}"
        yield FileSheet(FilePurpose.OWN_PLAN, title, _file(title, (_PLAIN.text,)), number, on)


def _outline(year: int) -> Upload:
    lines = (
        "Hội nghị là dịp người dân cùng bàn việc của tổ dân phố, thôn mình.",
        f"Kết quả nổi bật của năm {year - 1} và việc cần làm trong năm {year}.",
        "Nếp sống văn minh nơi công cộng; đường ngõ xanh, sạch; an toàn phòng cháy.",
    )
    return _file(f"Đề cương tuyên truyền năm {year}", lines)


def _file(title: str, lines: Sequence[str]) -> Upload:
    return Upload(f"{title}.docx", plain_docx(title, lines))


def simulate_briefings(campaign: Campaign, *, without: set[str], today: date) -> Iterator[UnitRows]:
    """A briefing of village heads in each commune that has a plan; ``without`` names the codes that have none.

    In every district that has police as a body of its own, police and Front also held something together.
    """
    opens = Milestone.objects.filter(campaign=campaign, level__code="village", starts_on__isnull=False)
    first = opens.order_by("starts_on", "pk").values_list("starts_on", flat=True).first()
    communes = Placement.objects.filter(tree_id=campaign.tree_id, level__code="commune").order_by("path", "pk")
    villages: dict[int, list[int]] = {}
    below = Placement.objects.filter(tree_id=campaign.tree_id, level__code="village").order_by("path", "pk")
    for pk, parent in below.values_list("pk", "parent_id"):
        villages.setdefault(parent or 0, []).append(pk)
    for place in communes.only("code", "name"):
        day = (first or today) - timedelta(days=3) + days_from(place.code, "guidance", -6, 4)
        came = villages.get(place.pk, [])
        if place.code not in without and day <= today and came:
            missing = random.Random(f"briefing {place.code}").choice((0, 0, 0, 1, 2))
            present = came[: max(1, len(came) - missing)]
            yield UnitRows(place.pk, (_briefing(place, day, present, len(came)),))
    yield from _joint_events(campaign, today)


def _briefing(place: Placement, day: date, present: Sequence[int], called: int) -> BriefingSheet:
    hall = f"Hội trường UBND {place.name[:1].lower()}{place.name[1:]}"
    return BriefingSheet(day, hall, invited=2 * called, attended=2 * len(present), village_ids=tuple(present))


def _joint_events(campaign: Campaign, today: date) -> Iterator[UnitRows]:
    bodies = Body.objects.filter(kind__code__in=("front_committee", "district_police")).select_related("kind")
    by_unit: dict[int, dict[str, int]] = {}
    for body in bodies.order_by("pk"):
        by_unit.setdefault(body.unit_id, {})[body.kind.code] = body.pk
    given = Assignment.objects.filter(campaign=campaign, body__kind__code="city_police").order_by("pk").first()
    places = Placement.objects.filter(tree_id=campaign.tree_id, level__code="district").order_by("path", "pk")
    for place in places:
        pair = by_unit.get(place.unit_id, {})
        day = campaign.launched_at.date() + days_from(place.code, "joint event", 15, 60)
        if day <= today and len(pair) == 2:
            yield UnitRows(place.pk, events=(_event(place, pair, day, given),))


def _event(place: Placement, pair: Mapping[str, int], day: date, given: Assignment | None) -> EventSheet:
    people = random.Random(f"event {place.code}").randint(80, 320)
    return EventSheet(
        host_id=pair["district_police"], partner_id=pair["front_committee"], topic="Phòng ngừa tội phạm, tệ nạn xã hội",
        held_on=day, place=f"Trung tâm văn hóa {place.name[:1].lower()}{place.name[1:]}", attended=people,
        assignment_id=given.pk if given else None,
    )  # fmt: skip
