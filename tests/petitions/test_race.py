"""Two offices press at the same time: one answer, one way, each opinion taken in once."""

import pytest
from django.db import connection

from danban.campaigns.models import Campaign
from danban.kit.refusals import NotNow
from danban.petitions import actions
from danban.petitions.models import Answer, Petition
from danban.sittings.models import Opinion
from tests.cast import AT, Cast, run_campaign
from tests.conferences.factories import conference_of, hall_of, plan
from tests.petitions.factories import answered, routed, said
from tests.sittings.factories import announced_with_agenda, opened, opinion
from tests.together import together

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def year(city: Cast) -> Campaign:
    """The year 2023, committed."""
    return run_campaign(city)


def test_answered_twice_at_once_there_is_one_answer(city: Cast, year: Campaign) -> None:
    one = routed(city, said(city, year))
    answers = together(*(lambda: answered(city, one) for _ in range(2)))

    assert sorted(isinstance(answer, NotNow) for answer in answers) == [False, True]
    assert Answer.objects.count() == 1


def test_routed_and_turned_away_at_once_it_goes_one_way(city: Cast, year: Campaign) -> None:
    one, front = said(city, year), city.actors["phuc_xa"]
    together(
        lambda: routed(city, one),
        lambda: actions.turn_away_petition(one.pk, procedure="complaint", reason="Vì thế", actor=front, at=AT),
    )

    one.refresh_from_db()
    assert one.status in {"routed", "turned_away"}
    assert one.steps.order_by("-pk")[0].status == one.status


def test_two_who_take_in_one_conference_enter_each_opinion_once(city: Cast, year: Campaign) -> None:
    plan(city, year)
    held = opened(city, announced_with_agenda(city, conference_of(city, year, "00001.01"), hall_of(city)))
    for number in range(3):
        opinion(city, held, text=f"Đèn ngõ {number} hỏng")
    Opinion.objects.update(is_petition=True)

    together(*(lambda: actions.take_in_opinions(held.pk, actor=city.actors["phuc_xa"], at=AT) for _ in range(2)))
    assert Petition.objects.count() == 3


def test_grouped_from_both_sides_at_once_it_is_one_group_or_two_whole_ones(city: Cast, year: Campaign) -> None:
    ids = [said(city, year).pk for _ in range(3)]
    front = city.actors["phuc_xa"]
    together(
        lambda: actions.group_petitions(ids[:2], actor=front, at=AT),
        lambda: actions.group_petitions(ids[1:], actor=front, at=AT),
    )

    assert len(set(Petition.objects.values_list("group", flat=True))) == 1
