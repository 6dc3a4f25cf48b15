"""Several offices press a button at the same time."""

from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.campaigns.queries.local_dates import days_of, leaves_out
from danban.campaigns.rules.local_dates import standing_days
from danban.documents.models import RegisterEntry
from danban.kit import paths
from danban.kit.refusals import NotNow, Refused
from danban.plans import actions
from danban.plans.actions import GivenDate
from danban.plans.models import Plan, PlanEdition, Receipt
from tests.campaigns.finders import milestone
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import approved, issued, kind_id, officer
from tests.together import together

only_postgres = pytest.mark.skipif(
    connection.vendor != "postgresql", reason="row locks are PostgreSQL's; SQLite has one writer"
)


def _launch(city: Cast) -> Campaign:
    ha = city.actors["mrs_ha"]
    draft = campaigns.start_draft(reading_of(), tree_id=city.tree.pk, actor=ha, at=AT)
    return campaigns.launch_draft(draft.pk, actor=ha, at=AT)


def _issue(city: Cast, plan: Plan, code: str, side: str = "front") -> PlanEdition:
    return actions.issue_plan(plan.pk, issued_on=TODAY, actor=officer(city, code, side), at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_offices_drawing_up_at_once_get_one_plan(city: Cast) -> None:
    campaign, place = _launch(city), city.places["00001"].pk
    offices = [officer(city, "00001", side) for side in ("front", "committee")]

    plans = together(
        *(partial(actions.derive_plan, campaign.pk, placement_id=place, actor=actor, at=AT) for actor in offices)
    )

    assert plans[0] == plans[1] == Plan.objects.get()


@pytest.mark.django_db(transaction=True)
def test_two_offices_issuing_one_plan_at_once_give_one_edition_and_one_number(city: Cast) -> None:
    campaign = _launch(city)
    plan = approved(city, campaign, "00001")

    answers = together(*(partial(_issue, city, plan, "00001", side) for side in ("front", "committee")))

    assert sorted(type(answer).__name__ for answer in answers) == ["NotNow", "PlanEdition"]
    assert PlanEdition.objects.count() == RegisterEntry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_colleagues_confirming_a_plan_at_once_give_one_receipt(city: Cast) -> None:
    campaign = _launch(city)
    edition = issued(city, campaign, "00001")
    offices = [officer(city, "001", side) for side in ("front", "committee")] * 2

    answers = together(
        *(partial(actions.receive_plan, campaign.pk, edition_id=edition.pk, actor=a, at=AT) for a in offices)
    )

    assert len({answer.pk for answer in answers}) == Receipt.objects.count() == 1


def _check_days(campaign: Campaign) -> None:
    """Every open day is what the rule says of the local dates that stand."""
    kinds = {kind.pk: kind for kind in campaign.obligation_kinds.order_by("pk")}
    local = LocalDate.objects.filter(campaign=campaign).select_related("placement").order_by("pk")
    set_at = {(one.kind_id, one.placement.path): days_of(one) for one in local}
    owed = Obligation.objects.open().filter(campaign=campaign, body__isnull=True).select_related("placement")
    for one in owed.order_by("pk"):
        kind, path = kinds[one.kind_id], one.placement.path
        way = [paths.ancestor(path, depth) for depth in range(paths.depth(path) + 1)]
        chain = [set_at[one.kind_id, step] for step in way if (one.kind_id, step) in set_at]
        assert days_of(one) == standing_days(days_of(kind), chain, left_out=leaves_out(kind)).days


@pytest.mark.postgres
@only_postgres
@pytest.mark.django_db(transaction=True)
def test_a_district_and_its_communes_issuing_at_once_leave_every_day_right(city: Cast) -> None:
    campaign = _launch(city)
    conference = kind_id(campaign, "village", "conference")
    days = {"001": date(2023, 2, 20), "00001": date(2023, 2, 18), "00004": date(2023, 2, 25), "017": date(2023, 2, 22)}
    plans = {code: approved(city, campaign, code, GivenDate(conference, None, due_on)) for code, due_on in days.items()}

    answers = together(*(partial(_issue, city, plan, code) for code, plan in plans.items()))

    assert all(isinstance(answer, (PlanEdition, Refused)) for answer in answers)
    assert isinstance(answers[0], PlanEdition)
    assert isinstance(answers[3], PlanEdition)
    _check_days(campaign)


@pytest.mark.postgres
@only_postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", range(3))
def test_an_amendment_while_units_issue_leaves_every_day_right(city: Cast, round_: int) -> None:
    campaign, ha = _launch(city), city.actors["mrs_ha"]
    conference = kind_id(campaign, "village", "conference")
    codes = ("00001", "00004", "00454", "00457")
    plans = {code: approved(city, campaign, code, GivenDate(conference, None, date(2023, 2, 25))) for code in codes}
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=AT)
    line = milestone(change, "village-conference").pk
    campaigns.correct_item(line, values={"due_on": "2023-02-20"}, actor=ha, at=AT)
    later = AT + timedelta(hours=1)

    answers = together(
        *(partial(_issue, city, plan, code) for code, plan in plans.items()),
        partial(actions.apply_amendment, change.pk, reason="Đổi", actor=ha, at=later),
    )

    assert isinstance(answers[-1], Campaign)
    assert all(isinstance(answer, (PlanEdition, NotNow, Refused)) for answer in answers[:-1])
    _check_days(campaign)


@pytest.mark.postgres
@only_postgres
@pytest.mark.django_db(transaction=True)
def test_issuing_waits_for_no_neighbour(city: Cast) -> None:
    """A neighbour's issue held open does not stop the unit beside it, nor the one in another district."""
    campaign = _launch(city)
    plans = {code: approved(city, campaign, code) for code in ("00001", "00004", "00454")}
    with transaction.atomic():
        _issue(city, plans["00001"], "00001")

        answers = together(*(partial(_impatient, city, plans[code], code) for code in ("00004", "00454")))

    assert all(isinstance(answer, PlanEdition) for answer in answers), answers


def _impatient(city: Cast, plan: Plan, code: str) -> PlanEdition:
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
    return _issue(city, plan, code)
