"""A unit above returns an issued plan: it is owed again, its days no longer count."""

from datetime import date

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.documents.models import Counter
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.plans import actions, queries
from danban.plans.actions import GivenDate
from danban.plans.models import Plan, PlanEdition
from danban.plans.states import PlanStatus
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import derive, issued, kind_id, officer, sheet_of
from tests.plans.traces import last_event, no_trace, told


@pytest.fixture
def edition(cast: Cast, campaign: Campaign) -> PlanEdition:
    """Phúc Xá's plan, issued, with a narrower window."""
    conference = kind_id(campaign, "village", "conference")
    return issued(cast, campaign, "00001", GivenDate(conference, None, date(2023, 2, 20)))


def _send_back(cast: Cast, edition: PlanEdition, who: str = "ba_dinh", comment: str = "Thiếu lịch họp") -> Plan:
    return actions.send_back_plan(edition.plan_id, comment=comment, actor=cast.actors[who], at=AT)


def test_it_is_owed_again_its_days_are_lifted_and_the_unit_is_told_why(cast: Cast, edition: PlanEdition) -> None:
    plan = _send_back(cast, edition, comment="  Thiếu lịch họp ")

    edition.refresh_from_db()
    assert (plan.status, plan.return_comment) == (PlanStatus.RETURNED, "Thiếu lịch họp")
    assert (edition.returned_at, edition.return_comment) == (AT, "Thiếu lịch họp")
    assert Obligation.objects.get(placement=cast.places["00001"], kind__code="plan").fulfilled_on is None
    assert not LocalDate.objects.exists()
    owed = Obligation.objects.get(placement=cast.places["00001.01"], kind__code="conference")
    assert owed.due_on == date(2023, 2, 28)
    assert queries.edition_in_force(plan) is None
    assert last_event() == ("plan.sent_back", "plan", plan.pk)
    assert told(f"plan-edition:{edition.pk}:sent-back") == ["phuc.xa", "phuc.xa.committee"]


def test_the_money_confirmed_with_it_is_open_again_too(cast: Cast, campaign: Campaign) -> None:
    _send_back(cast, issued(cast, campaign, "001"), "mrs_ha")

    owed = Obligation.objects.filter(placement=cast.places["001"], kind__code__in=["plan", "funding"])
    assert set(owed.values_list("fulfilled_on", flat=True)) == {None}


def test_the_next_edition_takes_the_next_number_and_is_in_force(cast: Cast, edition: PlanEdition) -> None:
    plan = _send_back(cast, edition)
    actions.revise_plan(plan.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.edit_plan(plan.pk, sheet=sheet_of(plan, title="Kế hoạch đã sửa"), actor=cast.actors["phuc_xa"], at=AT)
    actions.submit_plan(plan.pk, actor=cast.actors["phuc_xa"], at=AT)
    actions.approve_plan(plan.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    again = actions.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)

    assert (again.edition, again.symbol[:2], Counter.objects.get().last) == (2, "02", 2)
    assert queries.edition_in_force(plan) == again
    owed = Obligation.objects.get(placement=cast.places["00001.01"], kind__code="conference")
    assert owed.due_on == date(2023, 2, 20)


@pytest.mark.parametrize("who", ["ba_dinh", "ba_dinh_committee", "mrs_ha", "mr_dung"])
def test_any_office_over_the_unit_may(cast: Cast, edition: PlanEdition, who: str) -> None:
    assert _send_back(cast, edition, who).status == PlanStatus.RETURNED


def test_others_without_a_comment_and_drafts_are_refused(cast: Cast, campaign: Campaign, edition: PlanEdition) -> None:
    draft = derive(cast, campaign, "00004")

    with no_trace():
        for who in ("dong_anh", "truc_bach", "head_of_group_1", "stranger"):
            with pytest.raises(NotFound):
                _send_back(cast, edition, who)
        for who in ("phuc_xa", "phuc_xa_committee", "culture_department"):
            with pytest.raises(NotYours, match="cấp trên"):
                _send_back(cast, edition, who)
        with pytest.raises(BadInput) as refusal:
            _send_back(cast, edition, comment="  ")
        assert list(refusal.value.problems) == ["comment"]
        with pytest.raises(NotNow):
            actions.send_back_plan(draft.pk, comment="Sửa", actor=cast.actors["ba_dinh"], at=AT)
    _send_back(cast, edition)
    with no_trace(), pytest.raises(NotNow):
        _send_back(cast, edition)
    campaigns.close_campaign(campaign.pk, reason="Xong", actor=cast.actors["mrs_ha"], at=AT)
    with no_trace(), pytest.raises(NotNow, match="đã khép lại"):
        _send_back(cast, edition)
    assert officer(cast, "00004")
