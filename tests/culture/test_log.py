"""A unit tells that it cleaned up."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from danban.accounts.queries import actor_for
from danban.culture import actions
from danban.culture.models import CleanUp
from danban.culture.states import Slot
from danban.kit import clock
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.units.models import Placement, Tree
from tests.accounts.factories import make_appointment
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.culture.factories import FRIDAY, SATURDAY, log, told
from tests.together import together


def test_a_village_logs_with_the_ids_its_roll_ups_need(cast: Cast) -> None:
    one = log(cast, text=" Dọn ngõ 12 ")

    one.refresh_from_db()
    assert (one.held_on, one.week_on, one.slot) == (FRIDAY, date(2023, 1, 30), Slot.FRIDAY)
    assert (one.people, one.places, one.text) == (35, 2, "Dọn ngõ 12")
    assert (one.at_1, one.at_2, one.at_3) == tuple(cast.places[c].pk for c in ("001", "00001", "00001.01"))
    assert one.appointment_id == cast.offices["head_of_group_1"].pk
    assert last_event() == ("clean_up.logged", "clean_up", one.pk)
    assert str(one) == f"{one.placement_id} 2023-02-03 friday"


@pytest.mark.parametrize(("who", "code"), [("phuc_xa", "00001"), ("phuc_xa_committee", "00001"), ("ba_dinh", "001")])
def test_every_unit_under_the_city_logs_for_itself(cast: Cast, who: str, code: str) -> None:
    assert log(cast, code, who).placement == cast.places[code]


def test_the_commune_logs_for_a_village_that_has_nobody_only(cast: Cast) -> None:
    assert log(cast, "00001.02", "phuc_xa").placement == cast.places["00001.02"]

    make_appointment(cast.places["00001.02"].unit, role="village_head")
    with no_trace("culture"), pytest.raises(NotYours, match="đã có người phụ trách"):
        log(cast, "00001.02", "phuc_xa", held_on=SATURDAY)


def test_others_are_refused(cast: Cast) -> None:
    with no_trace("culture"):
        for who, code in (("truc_bach", "00001.02"), ("head_of_group_1", "00001.02"), ("head_of_group_1", "00001")):
            with pytest.raises(NotFound):
                log(cast, code, who)
        with pytest.raises(NotYours, match="không ở ngay dưới"):
            log(cast, "00001.02", "ba_dinh")
        for who in ("mrs_ha", "culture_department"):
            with pytest.raises(NotYours, match="ghi cho chính đơn vị"):
                log(cast, "00001.02", who)
        with pytest.raises(NotFound):
            actions.log_clean_up(0, told=told(), actor=cast.actors["phuc_xa"], at=AT)


@pytest.mark.parametrize(
    ("values", "field", "sentence"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "held_on", "chưa đến"),
        ({"held_on": date(2019, 12, 27)}, "held_on", "nằm ngoài thời gian"),
        ({"held_on": SATURDAY, "slot": Slot.FRIDAY}, "slot", "là Thứ Bảy, không phải “Chiều thứ Sáu”"),
        ({"held_on": FRIDAY, "slot": Slot.SATURDAY}, "slot", "là Thứ Sáu"),
        ({"slot": "monday"}, "slot", "Hãy chọn một buổi"),
        ({"people": 0}, "people", "từ 1 đến"),
        ({"people": 1_000_001}, "people", "từ 1 đến"),
        ({"places": 0}, "places", "từ 1 đến"),
        ({"text": "x" * 2_001}, "text", "2000"),
        ({"people": 1_001}, "is_sure", "1.001 người tham gia là nhiều"),
        ({"places": 51}, "is_sure", "51 nơi trong một buổi là nhiều"),
    ],
)
def test_what_cannot_be_is_refused_and_named(cast: Cast, values: dict[str, Any], field: str, sentence: str) -> None:
    with no_trace("culture"), pytest.raises(BadInput, match=sentence) as refused:
        log(cast, **values)
    assert set(refused.value.problems) == {field}


def test_today_counts_and_any_day_has_its_other_time(cast: Cast) -> None:
    assert log(cast, held_on=TODAY).held_on == TODAY
    assert log(cast, held_on=date(2023, 2, 8), slot=Slot.OTHER).slot == Slot.OTHER
    assert log(cast, held_on=FRIDAY, slot=Slot.OTHER).slot == Slot.OTHER


def test_a_minute_before_midnight_is_still_the_day_before(cast: Cast) -> None:
    tomorrow, head = TODAY + timedelta(days=1), cast.actors["head_of_group_1"]
    place = cast.places["00001.01"].pk
    with pytest.raises(BadInput):
        actions.log_clean_up(place, told=told(tomorrow), actor=head, at=clock.moment(TODAY, 23, 59))
    assert actions.log_clean_up(place, told=told(tomorrow), actor=head, at=clock.moment(tomorrow, 0)).pk


def test_large_numbers_are_asked_about_and_taken_when_somebody_is_sure(cast: Cast) -> None:
    place = cast.places["00001.01"]
    Placement.objects.filter(pk=place.pk).update(households=100)
    head, many = cast.actors["head_of_group_1"], told(people=301, places=60)

    with no_trace("culture"), pytest.raises(BadInput, match="so với 100 hộ; 60 nơi"):
        actions.log_clean_up(place.pk, told=many, actor=head, at=AT)
    assert actions.log_clean_up(place.pk, told=many, is_sure=True, actor=head, at=AT).people == 301


def test_the_same_day_and_slot_is_logged_once(cast: Cast) -> None:
    log(cast)

    with no_trace("culture"), pytest.raises(NotNow, match="đã được ghi"):
        log(cast)
    assert log(cast, held_on=SATURDAY).pk
    assert CleanUp.objects.count() == 2


def test_a_tree_that_has_ended_takes_no_later_day(cast: Cast) -> None:
    Tree.objects.update(ends_on=FRIDAY)

    with no_trace("culture"), pytest.raises(BadInput, match="nằm ngoài thời gian"):
        log(cast, held_on=SATURDAY)
    assert log(cast).pk


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer")
@pytest.mark.django_db(transaction=True)
def test_two_heads_logging_the_same_at_once_give_one_row_and_one_refusal(city: Cast) -> None:
    other = actor_for(make_appointment(city.places["00001.01"].unit, role="village_head"))

    answers = together(lambda: log(city), lambda: log(city, who=other))

    assert sorted(type(answer).__name__ for answer in answers) == ["CleanUp", "NotNow"]
    assert CleanUp.objects.count() == 1
