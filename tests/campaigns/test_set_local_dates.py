"""A unit's plan sets days for what is owed under it; what was done keeps its day."""

from datetime import date
from typing import Any

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.actions import LocalDay
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.finders import milestone
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast

JAN, FEB = date(2023, 1, 2), date(2023, 2, 28)


def _kind(campaign: Campaign, code: str = "conference", level: str = "village") -> int:
    return campaign.obligation_kinds.get(code=code, level__code=level).pk


def _set(cast: Cast, campaign: Campaign, code: str, *dates: LocalDay, who: str = "mrs_ha", **changed: Any) -> int:
    asked: dict[str, Any] = {"campaign_id": campaign.pk, "placement_id": cast.places[code].pk, "dates": dates}
    return actions.set_local_dates(**asked | changed, actor=cast.actors[who], at=AT)


def _days(campaign: Campaign, code: str, kind: str = "conference") -> tuple[date | None, date | None]:
    owed = Obligation.objects.get(campaign=campaign, placement__code=code, kind__code=kind)
    return owed.starts_on, owed.due_on


def test_what_is_owed_under_the_unit_moves_and_what_is_done_or_elsewhere_stays(cast: Cast, campaign: Campaign) -> None:
    kind_id = _kind(campaign)
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["00001.02"].pk, kind_code="conference",
        event="conference.held", on=TODAY, actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip

    moved = _set(cast, campaign, "00001", LocalDay(kind_id, date(2023, 2, 1), date(2023, 2, 20)), who="phuc_xa")

    assert moved == 1
    assert _days(campaign, "00001.01") == (date(2023, 2, 1), date(2023, 2, 20))
    assert _days(campaign, "00001.02") == _days(campaign, "00004.01") == (JAN, FEB)
    assert last_event() == ("local_dates.set", "campaign", campaign.pk)


def test_the_nearest_unit_decides_and_a_day_outside_a_new_one_above_rests(cast: Cast, campaign: Campaign) -> None:
    kind_id = _kind(campaign)
    _set(cast, campaign, "00001", LocalDay(kind_id, None, date(2023, 2, 25), ("Phúc Xá đặt.",)))
    assert _set(cast, campaign, "001", LocalDay(kind_id, None, date(2023, 2, 26))) == 2

    assert [_days(campaign, code)[1] for code in ("00001.01", "00004.01", "00454.01")] == [
        date(2023, 2, 25), date(2023, 2, 26), FEB,
    ]  # fmt: skip
    assert _set(cast, campaign, "001", LocalDay(kind_id, None, date(2023, 2, 20), ("Ba Đình đặt.",))) == 4
    assert _days(campaign, "00001.01") == (JAN, date(2023, 2, 20))
    owed = Obligation.objects.get(placement__code="00001.01", kind_id=kind_id)
    page = queries.obligation_page(cast.actors["head_of_group_1"], owed.pk)
    assert page.steps[-2:] == [
        "Ba Đình đặt.",
        (
            "Phường Phúc Xá từng đặt 25/02/2023, nay nằm ngoài thời gian cấp trên đã định (02/01/2023–20/02/2023)"
            " nên chưa áp dụng."
        ),
    ]
    assert [one.counts for one in page.local] == [True, False]
    assert page.days_now.due_on == date(2023, 2, 20)


def test_lifting_them_brings_back_the_days_above(cast: Cast, campaign: Campaign) -> None:
    kind_id = _kind(campaign)
    _set(cast, campaign, "001", LocalDay(kind_id, None, date(2023, 2, 26)))
    _set(cast, campaign, "00001", LocalDay(kind_id, None, date(2023, 2, 20)))

    assert _set(cast, campaign, "00001") == 2
    assert _days(campaign, "00001.01") == (JAN, date(2023, 2, 26))
    assert _set(cast, campaign, "001") == 4
    assert not LocalDate.objects.exists()
    assert set(Obligation.objects.filter(kind_id=kind_id).values_list("starts_on", "due_on")) == {(JAN, FEB)}


def test_a_unit_dates_what_it_owes_itself_and_its_neighbours_are_not_touched(cast: Cast, campaign: Campaign) -> None:
    kind_id = _kind(campaign, "guidance", "commune")

    assert _set(cast, campaign, "00001", LocalDay(kind_id, None, date(2023, 2, 15))) == 1
    assert _days(campaign, "00001", "guidance") == (None, date(2023, 2, 15))
    assert _days(campaign, "00004", "guidance")[1] == date(2022, 12, 30)


def test_a_village_may_have_days_of_its_own(cast: Cast, campaign: Campaign) -> None:
    kind_id = _kind(campaign)
    _set(cast, campaign, "00001.01", LocalDay(kind_id, None, date(2023, 2, 10)))

    assert _set(cast, campaign, "00001", LocalDay(kind_id, None, date(2023, 2, 12))) == 1
    assert [_days(campaign, code)[1] for code in ("00001.01", "00001.02")] == [date(2023, 2, 10), date(2023, 2, 12)]


def test_the_same_dates_again_leave_no_trace(cast: Cast, campaign: Campaign) -> None:
    one = LocalDay(_kind(campaign), None, date(2023, 2, 20), ("Vì thế.",))
    _set(cast, campaign, "00001", one)

    with no_trace():
        assert _set(cast, campaign, "00001", one) == 0


def test_days_outside_twice_or_of_things_not_owed_there_are_refused(cast: Cast, campaign: Campaign) -> None:
    kind_id = _kind(campaign)
    _set(cast, campaign, "001", LocalDay(kind_id, None, date(2023, 2, 20)))
    above = LocalDay(_kind(campaign, "pilot", "district"), None, TODAY)

    with no_trace():
        with pytest.raises(BadInput, match=r"Tổ chức hội nghị thôn.* nằm ngoài .*\(02/01/2023–20/02/2023\)"):
            _set(cast, campaign, "00001", LocalDay(kind_id, None, date(2023, 2, 21)))
        with pytest.raises(BadInput, match="Mỗi việc chỉ đặt một thời gian"):
            _set(cast, campaign, "00001", LocalDay(kind_id, None, TODAY), LocalDay(kind_id, None, JAN))
        with pytest.raises(BadInput, match="của đơn vị và cấp dưới"):
            _set(cast, campaign, "00001", above)


def test_others_a_closed_year_the_top_and_unknown_places_are_refused(cast: Cast, campaign: Campaign) -> None:
    one = LocalDay(_kind(campaign), None, date(2023, 2, 20))

    with no_trace():
        for who in ("truc_bach", "dong_anh", "head_of_group_1", "stranger"):
            with pytest.raises(NotFound):
                _set(cast, campaign, "00001", one, who=who)
        with pytest.raises(NotFound):
            _set(cast, campaign, "00001", one, campaign_id=0)
        with pytest.raises(NotFound):
            _set(cast, campaign, "00001", one, placement_id=0)
        with pytest.raises(NotYours, match="bản sửa đổi"):
            _set(cast, campaign, "01", one)
    actions.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow):
        _set(cast, campaign, "00001", one)


def test_what_is_reopened_gets_the_day_that_counts_now(cast: Cast, campaign: Campaign) -> None:
    deed: dict[str, Any] = {
        "campaign_id": campaign.pk, "placement_id": cast.places["00001.01"].pk, "kind_code": "conference",
        "actor": cast.actors["mrs_ha"], "at": AT,
    }  # fmt: skip
    actions.fulfil_obligations(**deed, event="conference.held", on=TODAY)
    _set(cast, campaign, "00001", LocalDay(_kind(campaign), None, date(2023, 2, 20)))
    change = actions.draft_amendment(campaign.pk, actor=cast.actors["mrs_ha"], at=AT)
    line = milestone(change, "village-conference")
    actions.correct_item(line.pk, values={"starts_on": "2023-01-09"}, actor=cast.actors["mrs_ha"], at=AT)
    actions.apply_draft(change.pk, reason="Lùi ngày đầu", actor=cast.actors["mrs_ha"], at=AT)
    assert _days(campaign, "00001.01") == (JAN, FEB)

    actions.reopen_obligations(**deed, reason="Họp lại")

    assert _days(campaign, "00001.01") == (date(2023, 1, 9), date(2023, 2, 20))
