"""Both heads press at the same moment."""

import pytest
from django.db import connection

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import AgendaAssent
from danban.conferences.rules import programme_of
from danban.kit.refusals import NotNow
from tests.cast import AT, TODAY, Cast, run_campaign
from tests.conferences.factories import conference_of, plan
from tests.conferences.factories_agenda import as_lines, drafted, heads_of
from tests.conferences.owing import owe
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


def test_two_heads_who_agree_at_once_have_done_the_duty(city: Cast, campaign: Campaign) -> None:
    one = conference_of(city, campaign, "00001.01")
    duty = owe(city, campaign, "agenda", "village").obligations.get(placement=one.placement)
    drafted(city, one)
    front, authority = heads_of(city, "00001.01")

    together(
        lambda: actions.agree_agenda(one.pk, actor=front, at=AT),
        lambda: actions.agree_agenda(one.pk, actor=authority, at=AT),
    )

    duty.refresh_from_db()
    assert (one.assents.count(), duty.fulfilled_on) == (2, TODAY)


def test_pressed_twice_at_once_one_assent_is_written(city: Cast, campaign: Campaign) -> None:
    one = conference_of(city, campaign, "00001.01")
    drafted(city, one)
    front, _ = heads_of(city, "00001.01")

    answers = together(*[lambda: actions.agree_agenda(one.pk, actor=front, at=AT)] * 2)

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert AgendaAssent.objects.count() == 1


def test_an_assent_to_what_changes_at_the_same_moment_never_stands(city: Cast, campaign: Campaign) -> None:
    one = conference_of(city, campaign, "00001.01")
    drafted(city, one)
    front, authority = heads_of(city, "00001.01")
    lines, mark = as_lines(one), programme_of(one, on=TODAY).mark

    together(
        lambda: actions.agree_agenda(one.pk, seen=mark, actor=front, at=AT),
        lambda: actions.set_agenda(one.pk, lines=lines[:-1], seen=mark, actor=authority, at=AT),
    )

    assert one.agenda.count() == len(lines) - 1
    assert not one.assents.exists()
