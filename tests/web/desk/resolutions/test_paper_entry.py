"""A village that met on paper types it in on one page; blank sheets are printed from another."""

from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from danban.accounts.models import Account
from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.resolutions.models import Minutes
from danban.resolutions.queries import facts_of
from danban.resolutions.states import MinutesStatus
from tests.cast import Cast, run_campaign
from tests.conferences.factories import FRIDAY, conference_of, plan
from tests.resolutions.factories import two_heads
from tests.resolutions.factories_paper import SCAN
from tests.web.entering import browser_of

TYPED = {
    "held_on": "2023-02-17", "starts": "19:30", "ends": "21:15", "chair": "Trần Văn Bình", "secretary": "Ngô Thị Yến",
    "everybody": "40", "households": "35", "women": "22", "group_front": "2", "opinion_lines": "5",
    "opinion_2_text": "Lắp đèn ngõ 3", "opinion_2_speaker": "Bùi Văn Sơn", "opinion_2_is_petition": "on",
    "target_lines": "2", "target_1_indicator": "Hộ đạt Gia đình văn hóa", "target_1_value": "92,5",
    "target_1_unit_label": "%", "target_1_denominator": "số hộ đăng ký", "vote_lines": "3",
    "vote_1_question": "Chỉ tiêu", "vote_1_in_favour": "38", "vote_1_against": "1", "vote_1_other": "1",
    "vote_1_target": "1",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _after_the_evening() -> Any:
    with time_machine.travel(moment(FRIDAY, 22, 0), tick=False):
        yield


@pytest.fixture
def one(cast: Cast) -> Conference:
    """A village's conference nobody has entered."""
    campaign: Campaign = run_campaign(cast)
    plan(cast, campaign)
    return conference_of(cast, campaign, "00001.01")


@pytest.fixture
def head(cast: Cast) -> Actor:
    """Its head of the Front Work Committee."""
    return two_heads(cast)[0]


def _as(actor: Actor) -> Any:
    return browser_of(Account.objects.get(pk=actor.user_id or 0))


def _at(name: str, one: Conference) -> str:
    return reverse(f"desk:resolutions:{name}", args=[one.pk])


def test_one_form_makes_conference_and_minutes(one: Conference, head: Actor) -> None:
    photo = SimpleUploadedFile("bien-ban.pdf", SCAN, content_type="application/pdf")

    answer = _as(head).post(_at("paper_entry", one), {**TYPED, "is_signed": "on", "photo": photo})

    assert (answer.status_code, answer["Location"]) == (302, _at("minutes", one))
    one.refresh_from_db()
    assert (one.status, one.is_from_paper) == (ConferenceStatus.HELD, True)
    assert Minutes.objects.get(conference=one).status == MinutesStatus.CONFIRMED
    told = facts_of(one)
    assert (told.present, told.households, dict(told.tallies)) == (40, 35, {"Nữ": 22})
    assert [(o.speaker, o.is_petition) for o in told.opinions] == [("Bùi Văn Sơn", True)]
    assert [(str(t.value), t.standing) for t in told.targets] == [("92.50", "agreed")]


def test_a_wrong_line_is_named_and_nothing_typed_is_lost(one: Conference, head: Actor) -> None:
    answer = _as(head).post(_at("paper_entry", one), {**TYPED, "vote_1_other": "0", "women": "50"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'name="vote_0_gap_reason"' in page
    assert "Không quá 40 người có mặt" in page
    assert "Lắp đèn ngõ 3" in page
    assert "Trần Văn Bình" in page
    one.refresh_from_db()
    assert one.status == ConferenceStatus.PLANNED


def test_more_lines_without_a_script_keep_what_stands(one: Conference, head: Actor) -> None:
    answer = _as(head).post(_at("paper_entry", one), {**TYPED, "them": "opinion"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'name="opinion_9_text"' in page
    assert 'name="opinion_10_text"' not in page
    assert "Lắp đèn ngõ 3" in page
    assert 'class="error"' not in page


@pytest.mark.parametrize("day", ["2023-02-18", "2022-12-01"])
def test_a_day_to_come_and_a_late_one_are_named_by_field(one: Conference, head: Actor, day: str) -> None:
    answer = _as(head).post(_at("paper_entry", one), {**TYPED, "held_on": day})

    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()


def test_pages_before_a_conference_lead_here_and_none_after(one: Conference, head: Actor) -> None:
    browser = _as(head)
    address = _at("paper_entry", one)
    for name in (
        "desk:conferences:show",
        "desk:conferences:agenda",
        "desk:sittings:run",
        "desk:resolutions:blank_forms",
    ):
        assert address in browser.get(reverse(name, args=[one.pk])).content.decode(), name

    browser.post(address, TYPED)

    assert address not in browser.get(reverse("desk:conferences:show", args=[one.pk])).content.decode()
    assert browser.get(address).status_code == 409


def test_blank_sheets_bear_the_facts_and_names_stay_below(cast: Cast, one: Conference, head: Actor) -> None:
    sheets = _as(head).get(_at("blank_forms", one)).content.decode()
    for name in ("desk:conferences:blank_agenda", "desk:delegates:attendance_sheet", "desk:sittings:blank"):
        assert reverse(name, args=[one.pk]) in sheets

    page = _as(head).get(_at("blank_minutes", one)).content.decode()

    assert one.placement.name in page
    assert "to-fill" in page


def test_the_form_asks_the_same_number_of_queries_however_many_lines(one: Conference, head: Actor) -> None:
    browser = _as(head)
    browser.get(_at("paper_entry", one))
    counts = []
    for lines in ("3", "50"):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            browser.post(_at("paper_entry", one), {**TYPED, "opinion_lines": lines, "them": "opinion"})
        counts.append(len(captured))
    assert counts[0] == counts[1]
