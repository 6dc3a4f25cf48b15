"""Two people press the same button at the same time."""

import pytest
from django.db import connection

from danban.audit.models import Entry
from danban.campaigns.models import Campaign
from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from tests.cast import AT, Cast, run_campaign
from tests.difficulties.factories import ask, head_of
from tests.together import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def campaign(city: Cast) -> Campaign:
    """The small running year, committed."""
    return run_campaign(city)


def test_the_two_heads_of_a_village_asking_the_same_at_once_ask_once(city: Cast, campaign: Campaign) -> None:
    other = head_of(city, "00001.01")

    first, second = together(
        lambda: ask(city, campaign, title="Mất điện"), lambda: ask(city, campaign, other, title="Mất điện")
    )

    assert first == second == Difficulty.objects.get()
    assert Entry.objects.filter(event="difficulty.asked").count() == 1


def test_an_answer_and_a_passing_up_at_once_do_not_both_count(city: Cast, campaign: Campaign) -> None:
    one = ask(city, campaign)

    answers = together(
        lambda: actions.answer_difficulty(one.pk, text="Được", actor=city.actors["phuc_xa"], at=AT),
        lambda: actions.pass_up_difficulty(one.pk, reason="Vì", actor=city.actors["phuc_xa_committee"], at=AT),
    )

    assert sorted(isinstance(answer, Difficulty) for answer in answers) == [False, True]
    assert one.steps.count() == 2
