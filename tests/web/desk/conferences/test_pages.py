"""Pages of conferences: a week, a list, one of them with its deeds, a proposed timetable, halls."""

import re
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference, Hall
from danban.conferences.states import ConferenceStatus
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import FRIDAY, announced, conference_of, evening, hall_of, plan, scheduled
from tests.conferences.factories_agenda import agreed
from tests.web.entering import enter

BOARD, INDEX, HALLS, PROPOSER, JOIN = (
    reverse(f"desk:conferences:{name}") for name in ("board", "index", "halls", "proposer", "join")
)


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 1 of Phúc Xá."""
    return conference_of(cast, campaign, "00001.01")


def _main(answer: Any) -> str:
    text = unescape(answer.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", text.split("<main", 1)[1]).split())


def _of(name: str, pk: int) -> str:
    return reverse(f"desk:conferences:{name}", args=[pk])


def _sheet(hall: Hall | None = None, **values: object) -> dict[str, object]:
    given = {"day": FRIDAY.isoformat(), "session": "eve", "hall_id": hall.pk if hall else "", "starts": "19:30"}
    return given | values


def test_before_a_year_the_pages_say_so(cast: Cast) -> None:
    for address in (BOARD, INDEX):
        assert "Chưa có năm nào được phát hành" in _main(enter(cast, "phuc_xa").get(address))


def test_a_head_proposes_the_commune_schedules_and_announces(cast: Cast, one: Conference) -> None:
    hall = hall_of(cast)
    head, commune = enter(cast, "head_of_group_1"), enter(cast, "phuc_xa")

    assert "Đề xuất ngày họp" in _main(head.get(_of("show", one.pk)))
    assert head.post(_of("propose", one.pk), _sheet(hall)).status_code == 302
    shown = _main(commune.get(_of("schedule", one.pk)))
    assert "Nhà văn hóa Tổ dân phố số 1 (100 chỗ)" in shown
    assert f'value="{FRIDAY.isoformat()}"' in commune.get(_of("schedule", one.pk)).content.decode()
    assert commune.post(_of("schedule", one.pk), _sheet(hall)).status_code == 302
    assert "19:30 tối Thứ Sáu 17/02/2023" in _main(commune.get(_of("show", one.pk)))
    assert commune.post(_of("announce", one.pk)).status_code == 409
    agreed(cast, one)
    assert commune.post(_of("announce", one.pk)).status_code == 302
    one.refresh_from_db()
    assert one.status == ConferenceStatus.ANNOUNCED
    assert "Đổi lịch" in _main(commune.get(_of("show", one.pk)))


def test_a_day_outside_and_a_taken_hall_are_refused_on_the_form(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    hall, commune = hall_of(cast), enter(cast, "phuc_xa")
    scheduled(cast, conference_of(cast, campaign, "00001.02"), evening(hall=hall))

    outside = commune.post(_of("schedule", one.pk), _sheet(day="2023-03-05"))
    assert outside.status_code == 422
    assert "nằm ngoài đợt hội nghị của Tổ dân phố số 1 (02/01/2023–28/02/2023)" in _main(outside)
    taken = commune.post(_of("schedule", one.pk), _sheet(hall))
    assert taken.status_code == 409
    assert "đã có hội nghị của Tổ dân phố số 2" in _main(taken)


def test_moved_postponed_given_up_excused_and_taken_back(cast: Cast, campaign: Campaign, one: Conference) -> None:
    hall, commune = hall_of(cast), enter(cast, "phuc_xa")
    other = conference_of(cast, campaign, "00001.02")
    announced(cast, one, evening(hall=hall))
    scheduled(cast, other, evening())

    assert commune.post(_of("move", one.pk), _sheet(hall, starts="18:00", reason="Mất điện")).status_code == 302
    assert commune.post(_of("postpone", one.pk), {"reason": "Mưa"}).status_code == 302
    assert "Hoãn, chờ lịch mới" in _main(commune.get(_of("show", one.pk)))
    assert commune.post(_of("give_up", one.pk), {"reason": ""}).status_code == 422
    assert commune.post(_of("give_up", one.pk), {"reason": "Dịch bệnh"}).status_code == 302
    assert commune.post(_of("excuse", one.pk), {"reason": "Đồng ý"}).status_code == 302
    assert "Đã chấp nhận lý do" in _main(commune.get(_of("show", one.pk)))
    assert commune.post(_of("unschedule", other.pk)).status_code == 302
    assert commune.post(_of("choose_pilot", other.pk)).status_code == 302
    assert "Hội nghị điểm" in _main(commune.get(_of("show", other.pk)))


def test_two_villages_meet_together_and_part(cast: Cast, campaign: Campaign, one: Conference) -> None:
    commune, other = enter(cast, "phuc_xa"), conference_of(cast, campaign, "00001.02")

    assert commune.get(JOIN).status_code == 200
    assert commune.post(JOIN, {"holder": one.pk, "others": [other.pk]}).status_code == 302
    assert "Tách ra" in _main(commune.get(_of("show", one.pk)))
    part = reverse("desk:conferences:part", args=[one.pk, other.placement_id])
    assert commune.post(part).status_code == 302
    assert "Tách ra" not in _main(commune.get(_of("show", one.pk)))


def test_a_proposal_is_looked_at_then_applied_and_a_stale_one_is_shown_again(cast: Cast, campaign: Campaign) -> None:
    city = enter(cast, "mrs_ha")
    shown = city.get(PROPOSER)
    assert "8 được xếp mới" in _main(shown)
    mark = re.search(r'name="dau" value="(\w+)"', shown.content.decode())
    assert mark

    stale = city.post(PROPOSER, {"dau": "khac", "cap": "thon"})
    assert stale.status_code == 409
    assert "đã được lập lại" in _main(stale)
    assert city.post(PROPOSER, {"dau": mark[1], "cap": "thon"}).status_code == 302
    assert Conference.objects.filter(status=ConferenceStatus.SCHEDULED).count() == 8
    assert "không cần đổi gì" in _main(city.get(PROPOSER))
    assert "4 được xếp mới" in _main(city.get(PROPOSER, {"cap": "xa"}))


def test_the_board_of_a_commune_shows_sessions_and_clashes_that_of_the_city_counts(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    other = conference_of(cast, campaign, "00001.02")
    hall = hall_of(cast)
    scheduled(cast, one, evening(hall=hall))
    Conference.objects.filter(pk=other.pk).update(
        proposed_day=FRIDAY, proposed_session="eve", proposed_hall=hall
    )  # fmt: skip

    commune = _main(enter(cast, "phuc_xa").get(BOARD))
    assert "Nhà văn hóa Tổ dân phố số 1, Tối Thứ Sáu 17/02/2023: Tổ dân phố số 1, Tổ dân phố số 2 (đề xuất)." in commune
    city = enter(cast, "mrs_ha").get(BOARD, {"ngay": FRIDAY.isoformat()})
    assert "Số hội nghị mỗi ngày" in _main(city)
    assert "Quận Ba Đình" in _main(city)
    assert "Tuần 13/02/2023–19/02/2023" in _main(enter(cast, "head_of_group_1").get(BOARD))


def test_the_schedule_is_sent_up_once_every_day_is_set(cast: Cast, campaign: Campaign) -> None:
    commune = enter(cast, "phuc_xa")
    refused = commune.post(reverse("desk:conferences:send"))
    assert refused.status_code == 409
    assert "Còn 3 hội nghị chưa có ngày" in _main(refused)


def test_missing_conferences_are_entered_with_one_press(cast: Cast, campaign: Campaign) -> None:
    Conference.objects.filter(placement=cast.places["00001.01"]).delete()
    commune = enter(cast, "phuc_xa")

    assert "Còn 1 hội nghị phải tổ chức" in _main(commune.get(BOARD))
    assert commune.post(reverse("desk:conferences:plan")).status_code == 302
    assert Conference.objects.filter(placement=cast.places["00001.01"]).exists()


def test_halls_are_listed_added_edited_and_closed(cast: Cast, campaign: Campaign) -> None:
    village = enter(cast, "head_of_group_1")
    unit = cast.places["00001.01"].unit_id

    assert "Chưa có hội trường" in _main(village.get(HALLS))
    add = reverse("desk:conferences:add_hall")
    assert village.post(add, {"unit_id": unit, "name": "Đình làng", "seats": "80"}).status_code == 302
    hall = Hall.objects.get()
    assert village.post(_of("edit_hall", hall.pk), {"name": "Đình làng Phúc Xá"}).status_code == 302
    assert "Đình làng Phúc Xá" in _main(enter(cast, "phuc_xa").get(HALLS, {"q": "dinh lang"}))
    assert village.post(_of("close_hall", hall.pk)).status_code == 302
    assert "Ngừng dùng" in _main(village.get(HALLS))


def test_lists_are_narrowed_and_cost_the_same_for_many(cast: Cast, campaign: Campaign) -> None:
    city = enter(cast, "mrs_ha")
    assert "Phường Phúc Xá" in _main(city.get(INDEX))
    assert "Thôn Kim Tiên" in _main(city.get(INDEX, {"q": "kim tien"}))
    assert "khớp với bộ lọc" in _main(city.get(INDEX, {"tinh_trang": "held"}))

    def queries(code: str, address: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            city.get(address, {"don_vi": cast.places[code].pk})
        return len(seen)

    for address in (INDEX, PROPOSER):
        assert queries("01", address) == queries("001", address), address
    assert queries("01", BOARD) == queries("001", BOARD)
