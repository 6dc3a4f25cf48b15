"""The secretary's page: tick, write down, take back, let phones in, count, print; without JavaScript."""

import re
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.delegates.models import Device, Tally
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import delegate, household, on_its_day, present
from tests.web.entering import enter


@pytest.fixture(autouse=True)
def _on_the_chosen_day() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def one(cast: Cast) -> Conference:
    """The conference of group 1 of Phúc Xá, announced for today."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return on_its_day(cast, campaign)


def _of(name: str, *args: int) -> str:
    return reverse(f"desk:delegates:{name}", args=args)


def _main(answer: Any) -> str:
    text = unescape(answer.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", text.split("<main", 1)[1]).split())


def test_people_are_ticked_found_without_accents_and_taken_back(cast: Cast, one: Conference) -> None:
    person = delegate(one, 0)
    home = household(cast.places["00001.01"], 4)
    client = enter(cast, "head_of_group_1")

    assert "Nguyễn Văn An" in _main(client.get(_of("check_in", one.pk), {"q": "nguyen an"}))
    for values in ({"delegate_id": person.pk}, {"household_id": home.pk}):
        client.post(_of("tick", one.pk), values)

    assert len(present(one)) == 2
    page = _main(client.get(_of("check_in", one.pk), {"loc": "da-den"}))
    assert "Nguyễn Văn An" in page
    assert "09:00" in page
    client.post(_of("take_back", one.pk, present(one)[0].pk))
    assert len(present(one)) == 1


def test_a_walk_in_sent_twice_is_one_and_a_bad_one_says_why(cast: Cast, one: Conference) -> None:
    client, values = enter(cast, "phuc_xa"), {"uuid": str(uuid4()), "full_name": "Bùi Khách", "group": "stratum"}
    for _ in range(2):
        assert client.post(_of("walk_in", one.pk), values).status_code == 302
    bad = client.post(_of("walk_in", one.pk), values | {"full_name": ""})

    assert (len(present(one)), bad.status_code) == (1, 422)
    assert client.post(_of("tick", one.pk), {"delegate_id": 10**9}).status_code == 409


def test_a_phone_is_let_in_shown_and_shut_out(cast: Cast, one: Conference) -> None:
    client = enter(cast, "head_of_group_1")
    client.post(_of("add_device", one.pk), {"label": "Cửa chính"})
    phone = Device.objects.get()

    page = client.get(_of("device", one.pk, phone.pk)).content.decode()
    assert "/diem-danh/#" in page
    assert 'class="qr"' in page
    client.post(_of("revoke_device", one.pk, phone.pk))
    assert "/diem-danh/#" not in client.get(_of("device", one.pk, phone.pk)).content.decode()


def test_the_counts_are_sent_again_only_when_they_changed(cast: Cast, one: Conference) -> None:
    client, address = enter(cast, "head_of_group_1"), _of("counts", one.pk)
    person = delegate(one, 0)
    mark = client.get(address)["ETag"]

    assert client.get(address, HTTP_IF_NONE_MATCH=mark).status_code == 304
    client.post(_of("tick", one.pk), {"delegate_id": person.pk})
    assert client.get(address, HTTP_IF_NONE_MATCH=mark).status_code == 200


def test_women_are_counted_and_sheets_printed(cast: Cast, one: Conference) -> None:
    client = enter(cast, "head_of_group_1")
    delegate(one, 0)
    Conference.objects.filter(pk=one.pk).update(status=ConferenceStatus.OPENED, opened_at=AT)
    client.post(_of("tallies", one.pk), {"dong_0": "12"})

    assert [(line.label, line.count) for line in Tally.objects.all()] == [("Nữ", 12)]
    assert "Ký tên" in _main(client.get(_of("attendance_sheet", one.pk)))
    after = _main(client.get(_of("attendance_sheet", one.pk), {"ca": "sau"}))
    assert "vắng" in after
    assert "Nữ: 12" in after


def test_queries_do_not_grow_with_the_people(cast: Cast, one: Conference) -> None:
    client, counts = enter(cast, "head_of_group_1"), []
    client.get(_of("check_in", one.pk))  # the first page of a process reads the clock of the installation
    for first, last in ((0, 3), (3, 300)):
        for number in range(first, last):
            delegate(one, number)
        for name in ("check_in", "attendance_sheet"):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(_of(name, one.pk)).status_code == 200
            counts.append(len(asked))

    assert counts[:2] == counts[2:]
