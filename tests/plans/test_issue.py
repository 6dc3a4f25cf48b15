"""Issuing: numbered, frozen, days in force, the duty done, others told."""

from datetime import date

from danban.campaigns.models import Campaign, Obligation
from danban.plans.states import PlanStatus
from tests.cast import Cast
from tests.plans.factories import issued


def test_it_is_numbered_frozen_and_what_the_unit_owed_is_done(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001", on=date(2023, 2, 9))

    plan = edition.plan
    plan.refresh_from_db()
    assert plan.status == PlanStatus.ISSUED
    assert (edition.edition, edition.issued_on, edition.entry.symbol) == (1, date(2023, 2, 9), "01/KHLT-UBND-UBMTTQ")
    assert edition.content["title"] == plan.title
    owed = Obligation.objects.get(placement=cast.places["00001"], kind__code="plan")
    assert (owed.fulfilled_on, owed.fulfilled_by) == (date(2023, 2, 9), "plan.issued")
