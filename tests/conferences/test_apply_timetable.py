"""A whole timetable at once: all or nothing, what is fixed or announced stays."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from danban.kit.clock import moment
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, SATURDAY, announced, evening, hall_of, scheduled


def test_two_villages_change_places_in_one_hall(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    scheduled(cast, one, evening(FRIDAY, hall))
    scheduled(cast, other, evening(SATURDAY, hall))

    slots = {one.pk: evening(SATURDAY, hall, None), other.pk: evening(FRIDAY, hall, None)}
    place = cast.places["00001"].pk
    count = actions.apply_timetable(
        campaign.pk, placement_id=place, slots=slots, actor=cast.actors["phuc_xa"], at=AT
    )  # fmt: skip

    one.refresh_from_db()
    other.refresh_from_db()
    assert count == 2
    assert (one.day, other.day) == (SATURDAY, FRIDAY)
    assert (one.status, one.starts_at) == (ConferenceStatus.SCHEDULED, moment(SATURDAY, 19, 30))
    entry = Entry.objects.get(event="timetable.applied")
    assert entry.changes["conferences"][str(one.pk)] == f"2023-02-18 eve {hall.pk}"
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"]).order_by("-pk")[0]
    assert told.subject == "Phường Phúc Xá đã có lịch hội nghị"
    with no_trace(*ROOMS):
        again = actions.apply_timetable(
            campaign.pk, placement_id=place, slots=slots, actor=cast.actors["phuc_xa"], at=AT
        )  # fmt: skip
    assert again == 0


def test_the_fixed_and_the_announced_stay(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    announced(cast, one, evening(FRIDAY, hall))
    scheduled(cast, other, evening(FRIDAY), is_fixed=True)

    with no_trace(*ROOMS):
        actions.apply_timetable(
            campaign.pk, placement_id=cast.city.pk, slots={one.pk: evening(SATURDAY), other.pk: evening(SATURDAY)},
            actor=cast.actors["mrs_ha"], at=AT,
        )  # fmt: skip


def test_a_hall_twice_days_outside_and_strangers_are_refused_whole(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    place, foreign = cast.places["00001"].pk, hall_of(cast, "00004.01")

    def apply(timings: tuple[object, object], who: str = "phuc_xa", area: int = place) -> None:
        slots = dict(zip((one.pk, other.pk), timings, strict=True))
        actions.apply_timetable(
            campaign.pk, placement_id=area, slots=slots, actor=cast.actors[who], at=AT  # type: ignore[arg-type]
        )  # fmt: skip

    fine = (evening(FRIDAY), evening(SATURDAY))
    with no_trace(*ROOMS):
        with pytest.raises(NotNow, match="hai hội nghị cùng buổi tối, Thứ Sáu 17/02/2023"):
            apply((evening(FRIDAY, hall), evening(FRIDAY, hall)))
        with pytest.raises(BadInput, match="ngoài đợt"):
            apply((evening(FRIDAY), evening(date(2023, 3, 1))))
        with pytest.raises(BadInput, match="địa bàn"):
            apply((evening(FRIDAY), evening(FRIDAY, foreign)))
        with pytest.raises(NotFound):
            apply(fine, area=cast.places["00004"].pk, who="ba_dinh")
        with pytest.raises(NotFound):
            apply(fine, who="truc_bach")
        with pytest.raises(NotYours):
            apply(fine, who="head_of_group_1")
