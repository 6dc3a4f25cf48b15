"""The commune puts its villages, and itself, on days, sessions and halls."""

from datetime import date, time

import pytest

from danban.campaigns.models import Campaign, Obligation
from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.conferences.rules import Timing
from danban.conferences.states import ConferenceStatus, Session
from danban.kit import clock
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, announced, conference_of, evening, hall_of, scheduled


def test_the_commune_sets_day_session_hall_and_start(cast: Cast, one: Conference, hall: Hall) -> None:
    scheduled(cast, one, evening(hall=hall), is_fixed=True)

    one.refresh_from_db()
    assert (one.status, one.day, one.session, one.hall) == (ConferenceStatus.SCHEDULED, FRIDAY, "eve", hall)
    assert one.starts_at == clock.moment(FRIDAY, 19, 30)
    assert one.is_fixed
    assert last_event() == ("conference.scheduled", "conference", one.pk)
    told = Notice.objects.get(channel="inbox", account=cast.people["head_of_group_1"])
    assert told.subject == f"Lịch hội nghị của Tổ dân phố số 1: 19:30 tối Thứ Sáu 17/02/2023, {hall.name}"


def test_it_may_be_set_again_and_needs_no_hall(cast: Cast, one: Conference, hall: Hall) -> None:
    scheduled(cast, one, evening(hall=hall))
    again = scheduled(cast, one, Timing(FRIDAY, Session.MORNING))

    assert (again.session, again.hall, again.starts_at, again.is_fixed) == ("am", None, None, False)


def test_the_commune_has_its_own_conference_in_its_own_window(cast: Cast, campaign: Campaign) -> None:
    own = conference_of(cast, campaign, "00001")
    hall = hall_of(cast, "00001", name="Hội trường UBND phường")

    with no_trace(*ROOMS), pytest.raises(BadInput, match="01/03/2023–10/03/2023"):
        scheduled(cast, own, evening(hall=hall))
    assert scheduled(cast, own, Timing(date(2023, 3, 3), Session.MORNING, hall.pk, time(8))).hall == hall


def test_the_days_a_unit_owes_it_in_are_those_that_count(cast: Cast, one: Conference) -> None:
    owed = Obligation.objects.filter(kind__code="conference", placement=one.placement)
    owed.update(starts_on=date(2023, 2, 13), due_on=date(2023, 2, 16))

    with no_trace(*ROOMS), pytest.raises(BadInput, match="13/02/2023–16/02/2023"):
        scheduled(cast, one, evening())
    assert scheduled(cast, one, evening(date(2023, 2, 16))).day == date(2023, 2, 16)


def test_one_hall_takes_one_conference_a_session(cast: Cast, one: Conference, other: Conference, hall: Hall) -> None:
    scheduled(cast, one, evening(hall=hall))

    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã có hội nghị của Tổ dân phố số 1 buổi tối"):
        scheduled(cast, other, evening(hall=hall))
    assert scheduled(cast, other, Timing(FRIDAY, Session.AFTERNOON, hall.pk)).hall == hall


def test_too_few_seats_refuse_nothing(cast: Cast, one: Conference) -> None:
    one.placement.households = 300
    one.placement.save()

    assert scheduled(cast, one, evening(hall=hall_of(cast, seats=20))).hall is not None


def test_others_bad_starts_and_closed_halls_are_refused(
    cast: Cast, campaign: Campaign, one: Conference, hall: Hall
) -> None:
    with no_trace(*ROOMS):
        for who, refusal in (
            ("head_of_group_1", NotYours), ("truc_bach", NotFound), ("ba_dinh", NotYours), ("mrs_ha", NotYours),
            ("stranger", NotFound),
        ):  # fmt: skip
            with pytest.raises(refusal):
                actions.schedule_conference(one.pk, timing=evening(), actor=cast.actors[who], at=AT)
        with pytest.raises(BadInput, match="17:00 đến 21:00"):
            scheduled(cast, one, evening(starts=time(8)))
        with pytest.raises(NotFound):
            scheduled(cast, one, Timing(FRIDAY, Session.EVENING, hall.pk + 99))
    actions.close_hall(hall.pk, actor=cast.actors["phuc_xa"], at=AT)
    with no_trace(*ROOMS), pytest.raises(BadInput, match="không còn dùng"):
        scheduled(cast, one, evening(hall=hall))


def test_what_is_announced_or_of_a_closed_year_is_not_scheduled(
    cast: Cast, campaign: Campaign, one: Conference, other: Conference, hall: Hall
) -> None:
    announced(cast, one, evening(hall=hall))
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Đã thông báo"):
        scheduled(cast, one, evening())

    campaign.status, campaign.closed_at = "closed", AT
    campaign.save()
    with no_trace(*ROOMS), pytest.raises(NotNow, match="khép lại"):
        scheduled(cast, other, evening())
