"""The calendar of one's post as people and their programs open it."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from danban.accounts.models import Appointment, CalendarFeed
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by
from tests.web.entering import browser_of, enter

PAGE, OPEN, REVOKE, FILE = (
    "/viec-cua-toi/lich/", "/viec-cua-toi/lich/mo/", "/viec-cua-toi/lich/thu-hoi/", "/viec-cua-toi/lich.ics"
)  # fmt: skip


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def _opened(cast: Cast, name: str = "phuc_xa") -> str:
    """Open a feed in the browser; the path of its address."""
    answer = enter(cast, name).post(OPEN, {"office_id": cast.offices[name].pk})
    found = re.search(r'value="http://testserver(/lich/[A-Za-z0-9_-]{22}\.ics)"', answer.content.decode())
    assert found
    return found[1]


def test_the_address_is_shown_once_and_opens_without_signing_in(cast: Cast, client: Client) -> None:
    run_campaign(cast)

    address = _opened(cast)
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    events: Any = Calendar.from_ical(answer.content)
    owed = owed_by(cast, "00001", "plan").get()
    urls = {str(event["url"]) for event in events.walk("VEVENT")}
    assert urls >= {f"http://testserver/viec/{owed.pk}/", "http://testserver/moc-thoi-gian/"}
    page = enter(cast, "phuc_xa").get(PAGE).content.decode()
    assert address not in page
    assert "Địa chỉ lịch được mở ngày 10/02/2023" in page


def test_an_unknown_address_a_revoked_one_and_one_of_a_post_that_is_over_do_not_exist(
    cast: Cast, client: Client
) -> None:
    run_campaign(cast)
    first = _opened(cast)
    second = _opened(cast)
    replaced, opened = client.get(first).status_code, client.get(second).status_code
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=TODAY - timedelta(days=1))

    assert (replaced, opened) == (404, 200)
    assert client.get(second).status_code == 404
    assert client.get("/lich/AAAAAAAAAAAAAAAAAAAAAA.ics").status_code == 404
    assert client.post(second).status_code == 405


def test_the_holder_revokes_the_address(cast: Cast, client: Client) -> None:
    run_campaign(cast)
    address = _opened(cast)

    answer = enter(cast, "phuc_xa").post(REVOKE, {"office_id": cast.offices["phuc_xa"].pk}, follow=True)

    assert "Đã thu hồi địa chỉ lịch" in answer.content.decode()
    assert client.get(address).status_code == 404
    again = enter(cast, "phuc_xa").post(REVOKE, {"office_id": cast.offices["phuc_xa"].pk})
    assert again.status_code == 409


def test_a_program_that_has_the_latest_is_answered_with_nothing(cast: Cast, client: Client) -> None:
    run_campaign(cast)
    address = _opened(cast)
    first = client.get(address)

    by_tag = client.get(address, headers={"If-None-Match": first["ETag"]})
    by_time = client.get(address, headers={"If-Modified-Since": first["Last-Modified"]})
    done(owed_by(cast, "00001", "plan"), TODAY)
    changed = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (by_tag.status_code, by_tag.content, by_tag["ETag"]) == (304, b"", first["ETag"])
    assert by_time.status_code == 304
    assert changed.status_code == 200
    assert "✓ Đã xong" in changed.content.decode()


def test_reading_a_calendar_costs_few_queries_and_no_session(cast: Cast, client: Client) -> None:
    run_campaign(cast)
    address = _opened(cast)
    client.get(address)

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)

    assert len(asked) <= 14
    assert not answer.cookies
    assert not any("django_session" in query["sql"] for query in asked)


def test_the_calendar_of_today_is_taken_away_as_a_file(cast: Cast) -> None:
    run_campaign(cast)

    answer = enter(cast, "head_of_group_1").get(FILE)

    assert answer["Content-Disposition"] == 'attachment; filename="lich-viec-20230210.ics"'
    calendar: Any = Calendar.from_ical(answer.content)
    assert "Tổ dân phố số 1" in calendar["x-wr-calname"]
    assert len(calendar.walk("VEVENT")) == 6


def test_whoever_holds_no_office_has_no_calendar(cast: Cast, client: Client) -> None:
    run_campaign(cast)

    for address in (PAGE, FILE):
        assert client.get(address).status_code == 302
        assert browser_of(cast.stranger).get(address).status_code == 403
    assert browser_of(cast.stranger).post(OPEN).status_code == 403
    assert not CalendarFeed.objects.exists()
