"""The four steps of a village's conference are told from what is there, each deed leading to the next."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.delegates.models import Delegate
from danban.kit.actor import Actor
from danban.kit.clock import moment
from danban.overviews.queries import conference_steps
from danban.resolutions.actions import enter_from_paper
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import FRIDAY, announced, conference_of, evening, hall_of, plan, scheduled
from tests.conferences.factories_agenda import agreed
from tests.resolutions.factories import two_heads
from tests.resolutions.factories_paper import SCAN, paper


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The small running year with its conferences."""
    campaign = run_campaign(cast)
    plan(cast, campaign)
    return campaign


@pytest.fixture
def one(cast: Cast, campaign: Campaign) -> Conference:
    """The conference of group 1."""
    return conference_of(cast, campaign, "00001.01")


@pytest.fixture
def head(cast: Cast) -> Actor:
    """Its head."""
    return two_heads(cast)[0]


def _told(head: Actor, at: object = AT) -> tuple[list[str], str]:
    found = conference_steps(head, at=at)  # type: ignore[arg-type]
    assert found is not None
    return [step.state for step in found.steps], found.next.deed if found.next else ""


def test_from_the_first_line_of_the_agenda_to_the_resolution(cast: Cast, one: Conference, head: Actor) -> None:
    assert _told(head) == (["now", "later", "later", "later"], "agenda.draft")
    agreed(cast, one)
    assert _told(head) == (["now", "later", "later", "later"], "day.propose")
    scheduled(cast, one, evening())
    assert _told(head)[1] == "day.wait"
    hall = hall_of(cast)
    scheduled(cast, one, evening(hall=hall))
    assert _told(head)[1] == "announce"

    enter_from_paper(
        one.pk, sheet=paper(is_signed=True, photo=SCAN, photo_name="a.pdf"), actor=head, at=moment(FRIDAY, 22, 0)
    )

    assert _told(head, moment(FRIDAY, 22, 0)) == (["ok", "ok", "ok", "now"], "resolution")


def test_an_announced_one_waits_for_its_guests_then_for_its_day(cast: Cast, one: Conference, head: Actor) -> None:
    announced(cast, one, evening(hall=hall_of(cast)))
    assert _told(head) == (["ok", "now", "later", "later"], "structure")
    Delegate.objects.create(conference=one, full_name="Bùi Văn Sơn", folded="", sort_key="", token_hash="0" * 64)
    assert _told(head) == (["ok", "ok", "now", "later"], "look")
    assert _told(head, moment(FRIDAY, 19, 0))[1] == "open"
    assert _told(head, moment(FRIDAY + timedelta(days=1), 8, 0))[1] == "paper"


def test_a_unit_that_meets_nowhere_has_no_steps(cast: Cast, campaign: Campaign) -> None:
    assert conference_steps(cast.actors["ba_dinh"], at=AT) is None


def test_queries_stay_the_same_with_more_people(cast: Cast, one: Conference, head: Actor) -> None:
    announced(cast, one, evening(hall=hall_of(cast)))
    counts = []
    for people in (3, 30):
        Delegate.objects.bulk_create(
            Delegate(conference=one, full_name=f"Người {people} {at}", folded="", sort_key="") for at in range(people)
        )
        with CaptureQueriesContext(connection) as captured:
            conference_steps(head, at=AT)
        counts.append(len(captured))
    assert counts[0] == counts[1]
