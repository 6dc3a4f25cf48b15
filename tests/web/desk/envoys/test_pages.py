"""Pages of those sent: of one conference, who goes where, one's own days with a file, areas, notes."""

import re
from html import unescape
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.envoys.models import AreaCharge, Envoy, InspectionNote
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import SATURDAY, conference_of, evening, hall_of, plan, scheduled
from tests.envoys.factories import approved, begin, proposed
from tests.web.entering import enter


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
    """The conference of group 1 of Phúc Xá, on Friday evening."""
    return scheduled(cast, conference_of(cast, campaign, "00001.01"), evening(hall=hall_of(cast)))


def _of(name: str, *args: int) -> str:
    return reverse(f"desk:envoys:{name}", args=args)


def _main(answer: Any) -> str:
    text = unescape(answer.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", text.split("<main", 1)[1]).split())


def test_somebody_is_proposed_approved_and_confirmed_through_the_page(cast: Cast, one: Conference) -> None:
    office = enter(cast, "phuc_xa")
    assert "Chưa có ai của cấp trên" in _main(office.get(_of("of_conference", one.pk)))

    sent = {"appointment_id": cast.offices["phuc_xa"].pk, "role": "leader"}
    assert office.post(_of("propose", one.pk), sent).status_code == 302
    envoy = Envoy.objects.get()
    office.post(_of("approve", envoy.pk))
    page = _main(enter(cast, "head_of_group_1").get(_of("of_conference", one.pk)))
    assert "Hoàng Thị Lan" in page
    assert "Đã duyệt" in page

    begin(envoy)
    enter(cast, "head_of_group_1").post(_of("confirm", envoy.pk))
    assert Envoy.objects.get().status == "attended"


def test_a_clash_is_said_on_the_page_with_the_other_conference(cast: Cast, campaign: Campaign, one: Conference) -> None:
    other = scheduled(cast, conference_of(cast, campaign, "00001.02"), evening())
    approved(cast, one)
    second = proposed(cast, other)

    answer = enter(cast, "phuc_xa").post(_of("approve", second.pk))

    assert answer.status_code == 409
    assert "đã dự hội nghị Tổ dân phố số 1 tối 17/02/2023" in _main(answer)


def test_no_and_absent_want_a_reason(cast: Cast, one: Conference) -> None:
    office, envoy = enter(cast, "phuc_xa"), proposed(cast, one)
    assert "Không duyệt" in _main(office.get(_of("decline", envoy.pk)))
    assert office.post(_of("decline", envoy.pk), {"reason": ""}).status_code == 422
    assert office.post(_of("decline", envoy.pk), {"reason": "Bận"}).status_code == 302
    assert Envoy.objects.get().status == "declined"
    assert office.get(_of("withdraw", envoy.pk)).status_code == 409


def test_moving_the_conference_on_its_page_moves_those_sent(cast: Cast, one: Conference) -> None:
    approved(cast, one)
    typed = {"day": SATURDAY.isoformat(), "session": "eve", "starts": "19:30", "hall_id": str(one.hall_id)}

    answer = enter(cast, "phuc_xa").post(reverse("desk:conferences:schedule", args=[one.pk]), typed)

    assert answer.status_code == 302
    assert Envoy.objects.get().day == SATURDAY


def test_my_days_are_mine_and_a_file_opens_in_a_calendar(cast: Cast, one: Conference) -> None:
    approved(cast, one)
    me = enter(cast, "phuc_xa")
    assert "Tổ dân phố số 1" in _main(me.get(_of("mine")))
    assert "chưa được cử" in _main(enter(cast, "ba_dinh").get(_of("mine")))

    answer = me.get(_of("calendar"))

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (event["summary"], event.decoded("dtstart")) == ("Dự hội nghị Tổ dân phố số 1", one.starts_at)
    assert b"VEVENT" not in enter(cast, "ba_dinh").get(_of("calendar")).content


def test_the_sheet_shows_who_goes_where_and_what_nobody_attends(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    approved(cast, one)
    page = _main(enter(cast, "phuc_xa").get(_of("index")))

    assert "Tối 17/02/2023 Hoàng Thị Lan" in page
    assert "Hội nghị chưa có ai dự 1 Tổ dân phố số 2" in page
    assert "Chưa chọn hội nghị điểm" in page
    assert "Chưa chọn điểm: Phường Phúc Xá, Phường Trúc Bạch." in _main(enter(cast, "ba_dinh").get(_of("index")))


def test_an_area_gets_somebody_and_loses_them(cast: Cast, campaign: Campaign) -> None:
    office = enter(cast, "ba_dinh")
    typed = {"placement_id": cast.places["00001"].pk, "full_name": "Lê Văn Ba", "title": "Chuyên viên"}
    assert office.post(_of("charge_area"), typed).status_code == 302
    assert "Lê Văn Ba, Chuyên viên" in _main(office.get(_of("index")))
    assert "Còn 1 địa bàn" in _main(office.get(_of("index")))

    office.post(_of("end_area_charge", AreaCharge.objects.get().pk))

    assert AreaCharge.objects.get().ended_at == AT


def test_what_was_inspected_is_read_by_the_unit_itself(cast: Cast, one: Conference) -> None:
    typed = {"noted_on": "2023-02-10", "text": "Loa nhỏ quá.", "venue": "0"}
    assert enter(cast, "ba_dinh").post(_of("note_inspection", one.pk), typed).status_code == 302

    assert InspectionNote.objects.get().checks["venue"] is False
    assert "Loa nhỏ quá." in _main(enter(cast, "head_of_group_1").get(_of("of_conference", one.pk)))


def test_an_office_without_a_year_is_told_so(cast: Cast) -> None:
    assert enter(cast, "phuc_xa").get(_of("index")).status_code == 200


@pytest.mark.parametrize("name", ["of_conference", "index", "mine"])
def test_pages_ask_the_same_number_of_questions_for_many(cast: Cast, one: Conference, name: str) -> None:
    address = _of(name, one.pk) if name == "of_conference" else _of(name)
    client = enter(cast, "phuc_xa")
    approved(cast, one)
    proposed(cast, one, appointment_id=None, full_name="Người đầu", title="Chuyên viên")
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(12):
        proposed(cast, one, appointment_id=None, full_name=f"Người {number}", title="Chuyên viên")
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few)
