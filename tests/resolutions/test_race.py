"""Two people press at the same time."""

import pytest
from django.db import connection

from danban.conferences.models import Conference
from danban.documents.models import Document
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow
from danban.resolutions import actions
from danban.resolutions.models import Minutes, Resolution
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import plan
from tests.resolutions.factories import full, two_heads
from tests.together import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def one(city: Cast) -> Conference:
    """A village's conference that is over, committed."""
    campaign = run_campaign(city)
    plan(city, campaign)
    return full(city, campaign)


@pytest.fixture
def heads(city: Cast) -> tuple[Actor, Actor]:
    """The two heads, committed."""
    return two_heads(city)


def test_minutes_confirmed_twice_at_once_are_issued_once(
    city: Cast, one: Conference, heads: tuple[Actor, Actor]
) -> None:
    writer, chair = heads
    _, other = two_heads(city)
    actions.draft_minutes(one.pk, actor=writer, at=AT)
    actions.submit_minutes(one.pk, actor=writer, at=AT)

    answers = together(
        lambda: actions.confirm_minutes(one.pk, actor=chair, at=AT),
        lambda: actions.confirm_minutes(one.pk, actor=other, at=AT),
    )

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert Document.objects.filter(origin="resolutions").count() == 1
    assert Minutes.objects.get().status == "confirmed"


def test_minutes_begun_twice_at_once_are_one_draft(city: Cast, one: Conference, heads: tuple[Actor, Actor]) -> None:
    answers = together(*(lambda who=who: actions.draft_minutes(one.pk, actor=who, at=AT) for who in heads))

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert Minutes.objects.count() == 1


def test_a_resolution_issued_twice_at_once_is_in_force_once(
    city: Cast, one: Conference, heads: tuple[Actor, Actor]
) -> None:
    actions.draft_resolution(one.pk, actor=heads[0], at=AT)

    answers = together(*(lambda who=who: actions.issue_resolution(one.pk, actor=who, at=AT) for who in heads))

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert Resolution.objects.get().status == "issued"
