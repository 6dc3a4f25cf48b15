"""One person approved for two conferences of one session in the same moment."""

import pytest
from django.db import connection

from danban.conferences import actions as conferences
from danban.envoys import actions
from danban.envoys.models import Envoy
from danban.kit.refusals import NotNow
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import SATURDAY, conference_of, evening, plan, scheduled
from tests.envoys.factories import approved, proposed
from tests.together import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer"),
    pytest.mark.django_db(transaction=True),
]


def test_one_of_two_approvals_is_refused(city: Cast) -> None:
    campaign = run_campaign(city)
    plan(city, campaign)
    both = [conference_of(city, campaign, code) for code in ("00001.01", "00001.02")]
    first, second = (proposed(city, scheduled(city, one, evening())) for one in both)

    answers = together(
        lambda: actions.approve_envoy(first.pk, actor=city.actors["phuc_xa"], at=AT),
        lambda: actions.approve_envoy(second.pk, actor=city.actors["phuc_xa_committee"], at=AT),
    )

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert Envoy.objects.filter(status="approved").count() == 1


def test_an_approval_and_a_new_day_in_the_same_moment_leave_one_place(city: Cast) -> None:
    campaign = run_campaign(city)
    plan(city, campaign)
    one, other = (conference_of(city, campaign, code) for code in ("00001.01", "00001.02"))
    scheduled(city, one, evening())
    scheduled(city, other, evening(SATURDAY))
    approved(city, one)
    waiting = proposed(city, other)
    actor = city.actors["phuc_xa"]

    together(
        lambda: actions.with_envoys(
            lambda: conferences.schedule_conference(one.pk, timing=evening(SATURDAY), actor=actor, at=AT),
            [one.pk], actor=actor, at=AT,
        ),
        lambda: actions.approve_envoy(waiting.pk, actor=city.actors["phuc_xa_committee"], at=AT),
    )  # fmt: skip

    assert Envoy.objects.filter(status="approved", day=SATURDAY).count() == 1
