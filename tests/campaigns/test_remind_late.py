"""An office reminds by hand whoever is late below it, in one step and at most once a day for each thing."""

from datetime import date, timedelta

import pytest

from danban.audit.models import Entry
from danban.campaigns.actions import Reminded, close_campaign, remind_by_ladder, remind_late
from danban.campaigns.models import Campaign, Obligation, Reminder
from danban.campaigns.queries.reminders import LateFilter
from danban.campaigns.states import ReminderStep
from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.accounts.factories import make_appointment
from tests.campaigns.traces import no_trace
from tests.cast import AT, TODAY, Cast, run_campaign

WORDS = "Đề nghị đơn vị gửi kế hoạch trong tuần này."


def _remind(cast: Cast, campaign: Campaign, who: str, wanted: LateFilter | None = None, words: str = WORDS) -> Reminded:
    return remind_late(campaign.pk, wanted=wanted or LateFilter(), words=words, actor=cast.actors[who], at=AT)


def _told(cast: Cast) -> set[str]:
    told = Notice.objects.filter(channel=Channel.INBOX).values_list("account_id", flat=True)
    return {key for key, account in cast.people.items() if account.pk in set(told)}


def test_a_district_reminds_its_late_communes_in_one_step(cast: Cast) -> None:
    campaign = run_campaign(cast)

    assert _remind(cast, campaign, "ba_dinh", LateFilter(kind="plan")) == Reminded(2, 3)

    assert _told(cast) == {"phuc_xa", "phuc_xa_committee", "truc_bach"}
    notice = Notice.objects.get(account=cast.people["phuc_xa"], channel=Channel.INBOX)
    assert notice.subject == "Đôn đốc: Ban hành kế hoạch, quá hạn 42 ngày"
    assert notice.body.startswith(WORDS)
    assert "Ban hành kế hoạch (Phường Phúc Xá): hạn 30/12/2022, quá hạn 42 ngày" in notice.body
    assert notice.body.endswith("Nơi đôn đốc: Phạm Quốc Bảo, Quận Ba Đình")
    rows = Reminder.objects.order_by("obligation__placement__path")
    assert [(row.step, row.for_day, row.people) for row in rows] == [
        (ReminderStep.HAND, TODAY, 2),
        (ReminderStep.HAND, TODAY, 1),
    ]
    assert {row.by_office_id for row in rows} == {cast.offices["ba_dinh"].pk}
    entry = Entry.objects.get(event="obligation.reminded")
    assert entry.changes["obligations"] == 2
    assert entry.appointment_id == cast.offices["ba_dinh"].pk


def test_one_unit_is_reminded_alone_and_then_only_the_others(cast: Cast) -> None:
    campaign = run_campaign(cast)
    owed = Obligation.objects.get(kind__code="plan", placement=cast.places["00001"])

    assert _remind(cast, campaign, "ba_dinh", LateFilter(obligation=owed.pk)).obligations == 1
    assert _remind(cast, campaign, "ba_dinh") == Reminded(1, 1)

    assert Notice.objects.filter(account=cast.people["phuc_xa"], channel=Channel.INBOX).count() == 1
    with no_trace(), pytest.raises(NotNow, match="đã được đôn đốc trong hôm nay"):
        _remind(cast, campaign, "ba_dinh")


def test_the_next_day_it_may_be_said_again(cast: Cast) -> None:
    campaign = run_campaign(cast)
    _remind(cast, campaign, "ba_dinh")

    again = remind_late(
        campaign.pk, wanted=LateFilter(), words=WORDS, actor=cast.actors["ba_dinh"], at=AT + timedelta(days=1)
    )

    assert again.obligations == 2


def test_a_commune_does_not_remind_itself_nor_a_district_its_neighbour(cast: Cast) -> None:
    campaign = run_campaign(cast)
    neighbour = Obligation.objects.get(kind__code="plan", placement=cast.places["00454"])

    with no_trace():
        with pytest.raises(NotNow, match="Không còn việc quá hạn"):
            _remind(cast, campaign, "phuc_xa")
        with pytest.raises(NotFound):
            _remind(cast, campaign, "ba_dinh", LateFilter(obligation=neighbour.pk))
        with pytest.raises(NotFound):
            _remind(cast, campaign, "ba_dinh", LateFilter(place=cast.places["017"].pk))


def test_the_city_reminds_a_level_an_area_or_everything(cast: Cast) -> None:
    campaign = run_campaign(cast)

    assert _remind(cast, campaign, "mrs_ha", LateFilter(level="district")) == Reminded(2, 3)
    assert _remind(cast, campaign, "mrs_ha", LateFilter(place=cast.places["001"].pk)) == Reminded(2, 3)
    with pytest.raises(NotNow, match="Chưa có ai giữ vị trí"):
        _remind(cast, campaign, "mrs_ha", LateFilter(place=cast.places["017"].pk))

    assert _told(cast) == {"ba_dinh", "ba_dinh_committee", "dong_anh", "phuc_xa", "phuc_xa_committee", "truc_bach"}


def test_the_city_reminds_its_other_bodies_but_not_its_own(cast: Cast) -> None:
    campaign = run_campaign(cast)
    Obligation.objects.update(due_on=date(2024, 12, 31))
    first, second = Obligation.objects.filter(kind__code="plan").order_by("pk")[:2]
    for owed, body in ((first, "department"), (second, "movement_board")):
        Obligation.objects.filter(pk=owed.pk).update(
            placement=cast.city, body=cast.bodies["01", body], due_on=TODAY - timedelta(days=1), at_1=None, at_2=None
        )

    assert _remind(cast, campaign, "mrs_ha") == Reminded(1, 1)

    assert _told(cast) == {"culture_department"}


def test_what_is_not_late_or_done_is_left_alone(cast: Cast) -> None:
    campaign = run_campaign(cast)
    Obligation.objects.filter(kind__code="plan").update(fulfilled_on=TODAY, fulfilled_at=AT, fulfilled_by="plan.issued")

    with no_trace(), pytest.raises(NotNow, match="Không còn"):
        _remind(cast, campaign, "mrs_ha")


@pytest.mark.parametrize("words", ["", "Nhanh!", "x" * 1_001])
def test_words_are_needed_and_have_a_measure(cast: Cast, words: str) -> None:
    campaign = run_campaign(cast)

    with no_trace(), pytest.raises(BadInput) as refusal:
        _remind(cast, campaign, "ba_dinh", words=words)

    assert set(refusal.value.problems) == {"words"}


def test_whoever_has_no_units_below_and_a_closed_year_are_refused(cast: Cast) -> None:
    campaign = run_campaign(cast)
    with no_trace():
        for who in ("head_of_group_1", "culture_department", "stranger"):
            with pytest.raises(NotYours):
                _remind(cast, campaign, who)
        with pytest.raises(NotFound):
            remind_late(0, wanted=LateFilter(), words=WORDS, actor=cast.actors["mrs_ha"], at=AT)
    close_campaign(campaign.pk, reason="Hết năm", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        _remind(cast, campaign, "mrs_ha")


def test_the_ladder_and_the_hand_do_not_stand_in_each_other_s_way(cast: Cast) -> None:
    campaign = run_campaign(cast)
    make_appointment(cast.places["00457"].unit, role="commune_front_officer")
    _remind(cast, campaign, "dong_anh")

    told = remind_by_ladder(campaign.pk, actor=machine("remind"), at=clock.moment(TODAY))

    assert told.obligations == 6, "the superiors of two late districts and four late communes"
