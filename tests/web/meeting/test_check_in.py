"""What phones send at the door: their token alone lets them in, one bad operation keeps the others."""

import json
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from danban.conferences.models import Conference
from danban.delegates import rules
from danban.delegates.models import Device
from danban.delegates.states import Group
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.delegates.factories_presence import delegate, device, household, on_its_day, present, secret_of

DOOR, PEOPLE = "/d/", "/diem-danh/danh-sach/"


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


@pytest.fixture
def phone(cast: Cast, one: Conference) -> Device:
    """The phone at its door."""
    return device(cast, one)


def _send(token: object, *operations: object) -> tuple[int, Any]:
    client = Client(enforce_csrf_checks=True)
    body = json.dumps({"device": token, "operations": operations})
    answer = client.post(DOOR, body, content_type="application/json")
    assert not answer.cookies
    assert answer["X-Content-Type-Options"] == "nosniff"
    return answer.status_code, answer.json()


def test_everything_a_phone_sends_is_written_once(cast: Cast, one: Conference, phone: Device) -> None:
    home = household(cast.places["00001.01"], 1)
    person, other = delegate(one, 1), delegate(one, 2)
    walk_in = {"uuid": str(uuid4()), "kind": "walk_in", "name": "Đỗ Văn Khách", "group": Group.STRATUM}
    sent = [
        {"uuid": str(uuid4()), "kind": "present", "token": secret_of(1), "came_at": AT.isoformat()},
        {"uuid": str(uuid4()), "kind": "present", "delegate": other.pk, "came_at": "yesterday"},
        {"uuid": str(uuid4()), "kind": "present", "household": home.pk},
        walk_in,
    ]
    token = rules.device_token(phone)

    assert _send(token, *sent) == (200, {"written": 4, "known": 0, "refused": []})
    assert _send(token, *sent) == (200, {"written": 0, "known": 4, "refused": []})
    assert [row.delegate_id for row in present(one)] != [person.pk]
    assert len(present(one)) == 4
    assert _send(token, {"uuid": walk_in["uuid"], "kind": "take_back"})[1]["written"] == 1
    assert len(present(one)) == 3


BAD: list[object] = [
    7, None, [], {}, {"uuid": "x", "kind": "present"}, {"uuid": str(uuid4())},
    {"uuid": str(uuid4()), "kind": "dance"}, {"uuid": str(uuid4()), "kind": "present", "delegate": "1"},
    {"uuid": str(uuid4()), "kind": "present", "delegate": 2**70},
    {"uuid": str(uuid4()), "kind": "present", "token": "x" * 1000},
    {"uuid": str(uuid4()), "kind": "walk_in", "name": "a\x00b", "group": "household"},
    {"uuid": str(uuid4()), "kind": "walk_in", "name": "\ud800", "group": "household"},
    {"uuid": str(uuid4()), "kind": "walk_in", "name": ["An"], "group": "household"},
    {"uuid": 5, "kind": "take_back"}, {"uuid": str(uuid4()), "kind": ["present"]},
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD)
def test_one_bad_operation_keeps_the_others(one: Conference, phone: Device, bad: object) -> None:
    delegate(one, 1)
    good = {"uuid": str(uuid4()), "kind": "present", "token": secret_of(1)}

    status, answer = _send(rules.device_token(phone), bad, good)

    assert (status, answer["written"], len(answer["refused"])) == (200, 1, 1)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"operations": 7}', b"[" * 100_000, b"x" * 300_000])
def test_what_is_no_list_of_operations_is_refused(one: Conference, body: bytes) -> None:
    answer = Client().post(DOOR, body, content_type="application/json")

    assert answer.status_code == 422
    assert answer.json()["sentence"]


def test_without_a_token_of_ours_nothing_is_told_or_written(cast: Cast, one: Conference, phone: Device) -> None:
    delegate(one, 1)
    forged = rules.device_token(phone)[:-1] + "!"
    for token in ("", None, forged, f"{phone.pk}.{one.pk}.{phone.secret}"):
        assert _send(token, {"uuid": str(uuid4()), "kind": "present", "token": secret_of(1)})[0] == 404
        answer = Client().post(PEOPLE, json.dumps({"device": token}), content_type="application/json")
        assert answer.status_code == 404
    Device.objects.filter(pk=phone.pk).update(secret="anew")
    assert _send(rules.device_token(phone), {"uuid": str(uuid4()), "kind": "walk_in"})[0] == 404
    assert present(one) == []
    assert Client().get(DOOR).status_code == 405


def test_a_phone_in_the_wrong_hour_is_told_so(one: Conference, phone: Device) -> None:
    Device.objects.filter(pk=phone.pk).update(revoked_at=AT)

    status, answer = _send(rules.device_token(phone), {"uuid": str(uuid4()), "kind": "take_back"})

    assert (status, "ngừng điểm danh" in answer["sentence"]) == (409, True)


def test_a_phone_is_told_names_and_no_telephone_numbers(cast: Cast, one: Conference, phone: Device) -> None:
    person = delegate(one, 1, phone="+84912345678")
    home = household(cast.places["00001.01"], 3)
    token = rules.device_token(phone)
    _send(token, {"uuid": str(uuid4()), "kind": "present", "delegate": person.pk})

    answer = Client().post(PEOPLE, json.dumps({"device": token}), content_type="application/json")

    found = answer.json()
    assert "912345678" not in answer.content.decode()
    assert {one["key"] for one in found["people"]} == {f"d{person.pk}", f"h{home.pk}"}
    assert (found["count"], found["present"]) == (1, [f"d{person.pk}"])
    assert Client().get("/diem-danh/").status_code == 200
