"""Two offices press at the same time."""

import pytest
from django.db import connection

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import conference_of, evening, hall_of, plan
from tests.together import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def campaign(city: Cast) -> Campaign:
    """The small running year, committed."""
    campaign = run_campaign(city)
    plan(city, campaign)
    return campaign


def test_one_hall_given_to_two_conferences_at_once_is_given_once(city: Cast, campaign: Campaign) -> None:
    hall = hall_of(city)
    one, other = (conference_of(city, campaign, code) for code in ("00001.01", "00001.02"))

    answers = together(
        lambda: actions.schedule_conference(one.pk, timing=evening(hall=hall), actor=city.actors["phuc_xa"], at=AT),
        lambda: actions.schedule_conference(
            other.pk, timing=evening(hall=hall), actor=city.actors["phuc_xa_committee"], at=AT
        ),
    )

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert Conference.objects.filter(hall=hall).count() == 1


def test_two_pilots_chosen_at_once_leave_one(city: Cast, campaign: Campaign) -> None:
    one, other = (conference_of(city, campaign, code) for code in ("00001.01", "00001.02"))

    together(
        lambda: actions.choose_pilot(one.pk, actor=city.actors["phuc_xa"], at=AT),
        lambda: actions.choose_pilot(other.pk, actor=city.actors["phuc_xa_committee"], at=AT),
    )

    assert Conference.objects.filter(is_pilot=True).count() == 1
