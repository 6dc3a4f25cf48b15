"""Conferences as they stand when they are over, with records of every kind, written straight into the tables."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.conferences.models import AgendaEntry, Conference, Guest, Officer
from danban.conferences.states import ConferenceStatus
from danban.delegates.models import Attendance, Delegate, Household
from danban.delegates.states import Group, Way
from danban.kit import clock
from danban.kit.actor import Actor
from danban.resolutions import actions
from danban.sittings.models import HandCount, Opinion, Poll, PollBox, Target, Turn
from danban.sittings.states import Matter, Outcome, PollStatus
from danban.units.models import Placement
from tests.accounts.factories import make_appointment
from tests.cast import Cast
from tests.conferences.factories import conference_of, hall_of

DAY = date(2023, 2, 9)
START, END = clock.moment(DAY, 19, 30), clock.moment(DAY, 21, 15)
ROOMS = ("resolutions", "documents", "notices", "campaigns", "conferences")


def held(cast: Cast, campaign: Campaign, code: str = "00001.01", *, present: int = 40, **values: Any) -> Conference:
    """The conference of a unit, held, with chair, secretary, ``present`` households of the roll and one guest."""
    one = conference_of(cast, campaign, code)
    given: dict[str, Any] = {
        "status": ConferenceStatus.HELD, "day": DAY, "session": "eve", "held_on": DAY, "opened_at": START,
        "closed_at": END, "hall": hall_of(cast, code),
    } | values  # fmt: skip
    if given["status"] != ConferenceStatus.HELD:
        given |= {"held_on": None, "closed_at": None}
    Conference.objects.filter(pk=one.pk).update(**given)
    people = ((Officer.Role.CHAIR, "Trần Văn Bình"), (Officer.Role.MEMBER, "Lê Thị Mai"), ("secretary", "Ngô Thị Yến"))
    Officer.objects.bulk_create(
        Officer(conference=one, role=role, full_name=name, title="Tổ trưởng", position=at)
        for at, (role, name) in enumerate(people)
    )
    Guest.objects.create(conference=one, full_name="Đỗ Quang Khôi", title="Phó Chủ tịch UBND", position=0)
    for at in range(3):
        AgendaEntry.objects.create(
            conference=one, position=at, title=f"Nội dung {at + 1}", presenter="Ban công tác Mặt trận",
            started_at=START, ended_at=END, is_mandatory=True,
        )  # fmt: skip
    come(one, cast.places[code], present)
    return Conference.objects.get(pk=one.pk)


def come(one: Conference, place: Placement, count: int, *, group: str = Group.HOUSEHOLD, absent: int = 2) -> None:
    """``count`` delegates of households of a village present, ``absent`` more named who stayed away."""
    homes = Household.objects.bulk_create(
        Household(
            unit_id=place.unit_id, code=f"{one.pk}-{at}", head_name=f"Chủ hộ {at}", folded="chu ho", sort_key="chu ho"
        )
        for at in range(count + absent)
    )  # fmt: skip
    people = Delegate.objects.bulk_create(
        Delegate(
            conference=one, village=place, group=group, household=home, full_name=home.head_name, folded="chu ho",
            sort_key="chu ho",
        )
        for home in homes
    )  # fmt: skip
    Attendance.objects.bulk_create(
        Attendance(
            uuid=uuid4(), conference=one, village=place, delegate=who, household=who.household, group=who.group,
            way=Way.TICK, came_at=START, recorded_at=START,
        )
        for who in people[:count]
    )  # fmt: skip


def say(one: Conference, text: str = "Lắp thêm đèn ở ngõ 3", **values: Any) -> Opinion:
    """An opinion."""
    given: dict[str, Any] = {"speaker": "Bùi Văn Sơn", "said_at": START, "recorded_at": START, "folded": ""} | values
    Turn.objects.create(
        uuid=uuid4(), conference=one, speaker=given["speaker"] or "Một đại biểu", asked_at=START, began_at=START
    )
    return Opinion.objects.create(uuid=uuid4(), conference=one, text=text, **given)


def aim_at(one: Conference, indicator: str = "Hộ đạt Gia đình văn hóa", **values: Any) -> Target:
    """A target of 95 % of the registered households, last year 92."""
    given: dict[str, Any] = {
        "unit_label": "%", "base": Decimal(92), "value": Decimal(95), "first_value": Decimal(95),
        "denominator": "số hộ đăng ký", "measure": "Vận động từng hộ đăng ký", "owner": "Ban công tác Mặt trận",
    } | values  # fmt: skip
    return Target.objects.create(conference=one, indicator=indicator, position=one.targets.count(), **given)


def hands(one: Conference, question: str, in_favour: int, against: int = 0, **values: Any) -> HandCount:
    """Hands counted of forty people; passed unless more are against."""
    given: dict[str, Any] = {
        "present": 40, "other": 40 - in_favour - against, "counted_at": START,
        "outcome": Outcome.PASSED if in_favour > 20 else Outcome.FAILED,
    } | values  # fmt: skip
    return HandCount.objects.create(
        uuid=uuid4(), conference=one, question=question, in_favour=in_favour, against=against, **given
    )


def consult(one: Conference) -> HandCount:
    """A reserved matter short of its majority: a consultation."""
    return hands(
        one, "Mức đóng góp sửa sân nhà văn hóa", 38, 2, matter=Matter.CONTRIBUTION, household_reps=120,
        outcome=Outcome.CONSULTED, goes_to="clusters",
    )  # fmt: skip


def poll(one: Conference, for_it: int = 30, against: int = 8, **values: Any) -> Poll:
    """A secret vote that was closed."""
    found = Poll.objects.create(
        conference=one, question="Chọn ngày tổng vệ sinh", options=["Đồng ý", "Không đồng ý"], eligible=40,
        status=PollStatus.CLOSED, voted=for_it + against + 1, opened_at=START, closed_at=END, **values,
    )  # fmt: skip
    PollBox.objects.bulk_create(
        PollBox(poll=found, choice=choice, count=count) for choice, count in ((0, for_it), (1, against), (-1, 1))
    )
    return found


def full(cast: Cast, campaign: Campaign, code: str = "00001.01") -> Conference:
    """A conference with one record of every kind."""
    one = held(cast, campaign, code)
    item = one.agenda.order_by("position").last()
    say(one, entry=item, answer="Đã ghi vào kế hoạch quý II", answered_by="Phó Chủ tịch UBND", is_settled=True)
    say(one, "Sửa cống thoát nước", speaker="", is_petition=True, field="environment")
    hands(one, "Bầu chủ tọa", 40, chooses="chair")
    hands(one, "Chỉ tiêu Gia đình văn hóa", 38, 1, target=aim_at(one))
    hands(one, "Chỉ tiêu đường hoa", 12, 28, target=aim_at(one, "Đường hoa", unit_label="m", denominator="", base=None))
    hands(one, "Chương trình hành động năm 2023", 39, 1)
    consult(one)
    poll(one)
    return one


def two_heads(cast: Cast, code: str = "00001.01") -> tuple[Actor, Actor]:
    """Who writes the minutes of a village and who confirms them."""
    return tuple(  # type: ignore[return-value]
        actor_for(make_appointment(cast.places[code].unit, role=role)) for role in ("front_work_head", "village_head")
    )


def confirmed(one: Conference, writer: Actor, chair: Actor, at: datetime) -> None:
    """Minutes drafted, submitted and confirmed."""
    actions.draft_minutes(one.pk, actor=writer, at=at)
    actions.submit_minutes(one.pk, actor=writer, at=at)
    actions.confirm_minutes(one.pk, actor=chair, at=at)
