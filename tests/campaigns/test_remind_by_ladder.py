"""The ladder reminds each unit once a step, gathers by person, and tells the superior of who stays late."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.accounts.models import Appointment
from danban.audit.models import Entry
from danban.campaigns.actions import (
    Reminded,
    close_campaign,
    fulfil_obligations,
    remind_by_ladder,
    reopen_obligations,
)
from danban.campaigns.models import Campaign, Obligation, Reminder
from danban.campaigns.states import ReminderStep
from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.accounts.factories import make_appointment
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast, run_campaign

MACHINE = machine("remind")
DUE = date(2023, 2, 28)


def _remind(campaign: Campaign, day: date, hour: int = 8) -> Reminded:
    return remind_by_ladder(campaign.pk, actor=MACHINE, at=clock.moment(day, hour))


def _only(campaign: Campaign, code: str, *, level: str, due_on: date = DUE) -> None:
    """Leave one kind open, due on a day; everything else is far away."""
    Obligation.objects.filter(campaign=campaign).update(due_on=date(2024, 12, 31))
    Obligation.objects.filter(campaign=campaign, kind__code=code, kind__level__code=level).update(due_on=due_on)


def _inbox(cast: Cast, key: str) -> list[Notice]:
    return list(Notice.objects.filter(account=cast.people[key], channel=Channel.INBOX).order_by("pk"))


def _days(count: int) -> datetime:
    return clock.moment(DUE + timedelta(days=count))


def test_a_village_is_reminded_a_week_before_a_day_before_a_day_after_and_then_its_commune_is_told(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")

    told = [_remind(campaign, DUE + timedelta(days=days)) for days in range(-8, 6)]

    assert [one.obligations for one in told] == [0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 4, 0, 0]
    head = _inbox(cast, "head_of_group_1")
    assert [notice.subject for notice in head] == [
        "Còn 7 ngày: Hội nghị thôn, tổ dân phố",
        "Còn 1 ngày: Hội nghị thôn, tổ dân phố",
        "Quá hạn 1 ngày: Hội nghị thôn, tổ dân phố",
    ]
    assert "- Hội nghị thôn, tổ dân phố (Tổ dân phố số 1): hạn 28/02/2023, còn 7 ngày" in head[0].body
    [above] = _inbox(cast, "phuc_xa")
    assert above.subject == "2 đơn vị quá hạn: Hội nghị thôn, tổ dân phố"
    assert "- Tổ dân phố số 2: hạn 28/02/2023, quá hạn 3 ngày" in above.body
    assert above.topic == "escalation"
    assert above.href == "/viec/?viec=conference&tinh_trang=qua-han"
    assert not _inbox(cast, "ba_dinh"), "only the direct superior is told"


def test_running_it_again_and_again_tells_nothing_more(cast: Cast) -> None:
    campaign = run_campaign(cast)

    first = _remind(campaign, DUE)
    entries = Entry.objects.filter(event="obligation.reminded").count()
    notices = Notice.objects.count()

    assert first.obligations > 0
    assert [_remind(campaign, DUE, hour) for hour in (8, 9, 23)] == [Reminded()] * 3
    assert Notice.objects.count() == notices
    assert Entry.objects.filter(event="obligation.reminded").count() == entries == 1


def test_a_machine_that_stood_still_says_how_many_days_are_really_left(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")

    _remind(campaign, DUE - timedelta(days=4))

    assert _inbox(cast, "head_of_group_1")[0].subject == "Còn 4 ngày: Hội nghị thôn, tổ dân phố"


def test_one_notice_a_person_gathers_the_things_of_a_step(cast: Cast) -> None:
    campaign = run_campaign(cast)
    Obligation.objects.filter(campaign=campaign).update(due_on=DUE)

    _remind(campaign, DUE - timedelta(days=1))

    [notice] = _inbox(cast, "phuc_xa")
    assert notice.subject == "Bạn có 3 việc còn 1 ngày"
    assert notice.body.count("\n- ") == 2
    assert notice.href == "/viec-cua-toi/"
    assert Reminder.objects.filter(step=ReminderStep.DAY).count() == _inbox_owners(cast)


def _inbox_owners(cast: Cast) -> int:
    """Obligations of units where somebody sits."""
    held = Appointment.objects.values("unit")
    return Obligation.objects.filter(placement__unit__in=held).count()


def test_what_is_fulfilled_is_never_reminded_and_what_is_reopened_is_not_reminded_twice(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")
    place, actor = cast.places["00001.01"], cast.actors["head_of_group_1"]
    deed = {"campaign_id": campaign.pk, "placement_id": place.pk, "kind_code": "conference"}
    _remind(campaign, DUE - timedelta(days=7))
    fulfil_obligations(**deed, event="x", on=AT.date(), actor=actor, at=_days(-6))  # type: ignore[arg-type]

    assert _remind(campaign, DUE - timedelta(days=1)).obligations == 0

    reopen_obligations(**deed, reason="Ghi nhầm", actor=actor, at=_days(-1))  # type: ignore[arg-type]
    assert _remind(campaign, DUE - timedelta(days=1)).obligations == 1
    assert _remind(campaign, DUE).obligations == 0


def test_a_day_that_is_moved_is_reminded_of_anew(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")
    _remind(campaign, DUE - timedelta(days=7))
    later = DUE + timedelta(days=10)
    _only(campaign, "conference", level="village", due_on=later)

    assert _remind(campaign, DUE).obligations == 0
    assert _remind(campaign, later - timedelta(days=7)).obligations == 1
    assert len(_inbox(cast, "head_of_group_1")) == 2


def test_where_nobody_sits_nobody_is_told_until_somebody_does(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")
    assert _remind(campaign, DUE - timedelta(days=7)).obligations == 1

    head = make_appointment(cast.places["00001.02"].unit, role="front_work_head")

    assert _remind(campaign, DUE - timedelta(days=6)) == Reminded(1, 1)
    assert Notice.objects.filter(account=head.account, channel=Channel.INBOX).count() == 1


def test_a_duty_of_one_body_reaches_whoever_sits_in_it_and_a_kind_of_body_is_preferred(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "plan", level="commune")
    kind = Obligation.objects.filter(kind__code="plan", kind__level__code="commune")[0].kind
    kind.body_kind = cast.bodies["00001", "peoples_committee"].kind
    kind.save()
    Obligation.objects.filter(kind=kind, placement=cast.places["00004"]).update(
        body=cast.bodies["00004", "peoples_committee"]
    )

    _remind(campaign, DUE - timedelta(days=7))

    assert len(_inbox(cast, "phuc_xa_committee")) == 1
    assert not _inbox(cast, "phuc_xa")
    assert not _inbox(cast, "truc_bach"), "nobody sits in the body that owes it"


def test_what_the_city_itself_owes_is_told_to_its_own_watchers(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village", due_on=date(2024, 12, 31))
    owed = Obligation.objects.filter(kind__code="plan")[0]
    Obligation.objects.filter(pk=owed.pk).update(
        placement=cast.city, body=cast.bodies["01", "department"], due_on=DUE, at_1=None, at_2=None, at_3=None
    )

    _remind(campaign, DUE + timedelta(days=1))
    _remind(campaign, DUE + timedelta(days=3))

    assert [notice.topic for notice in _inbox(cast, "culture_department")] == ["reminder"]
    assert [notice.topic for notice in _inbox(cast, "mrs_ha")] == ["escalation"]
    assert [notice.topic for notice in _inbox(cast, "mr_dung")] == ["escalation"]


def test_a_person_with_two_offices_hears_of_both_in_one_notice(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")
    make_appointment(cast.places["00001.02"].unit, account=cast.people["head_of_group_1"], role="front_work_head")

    assert _remind(campaign, DUE - timedelta(days=7)) == Reminded(2, 1)

    assert _inbox(cast, "head_of_group_1")[0].subject == "Bạn có 2 việc còn 7 ngày"


def test_the_diary_has_one_entry_with_numbers_and_no_names(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")

    _remind(campaign, DUE)

    entry = Entry.objects.get(event="obligation.reminded")
    assert (entry.subject, entry.subject_id, entry.role) == ("campaign", campaign.pk, "machine")
    assert entry.changes == {"day": "2023-02-28", "obligations": 1, "notices": 1}


def test_people_and_closed_years_are_refused_without_a_trace(cast: Cast) -> None:
    campaign = run_campaign(cast)
    with no_trace():
        with pytest.raises(NotYours):
            remind_by_ladder(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            remind_by_ladder(campaign.pk + 1, actor=MACHINE, at=AT)
    close_campaign(campaign.pk, reason="Hết năm", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        remind_by_ladder(campaign.pk, actor=MACHINE, at=AT)


def test_many_units_cost_as_many_queries_as_few(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _only(campaign, "conference", level="village")

    def queries(day: date) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert _remind(campaign, day).obligations
        return len(seen)

    few = queries(DUE - timedelta(days=7))
    for code in ("00001.01", "00001.02", "00004.01", "00004.02"):
        for _ in range(4):
            make_appointment(cast.places[code].unit, role="front_work_head")
    assert queries(DUE - timedelta(days=1)) == few
