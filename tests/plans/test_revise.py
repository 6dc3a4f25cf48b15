"""A new edition: what came from above moves to what stands there now, what is own stays."""

from datetime import date, timedelta

import pytest

from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, LocalDate, Obligation
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.plans import actions, queries
from danban.plans.actions import GivenDate, OwnItem
from danban.plans.models import Plan, PlanDate, PlanItem
from danban.plans.states import LineSource, PlanStatus
from tests.campaigns.finders import milestone
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import derive, issued, kind_id, sheet_of
from tests.plans.traces import last_event, no_trace


def _amend(cast: Cast, campaign: Campaign, code: str, **values: str) -> None:
    ha, at = cast.actors["mrs_ha"], AT + timedelta(minutes=1)
    change = campaigns.draft_amendment(campaign.pk, actor=ha, at=at)
    campaigns.correct_item(milestone(change, code).pk, values=values, actor=ha, at=at)
    campaigns.add_item(
        change.pk, kind="agenda", level_code="village", values={"title": "Bàn việc phòng cháy"}, actor=ha, at=at
    )
    campaigns.apply_draft(change.pk, reason="Đổi đợt", actor=ha, at=at + timedelta(minutes=1))


def _days(plan: Plan) -> dict[int, date | None]:
    return dict(PlanDate.objects.filter(plan=plan).values_list("kind_id", "due_on"))


def test_proposals_follow_own_days_and_lines_stay_and_new_contents_come_in(cast: Cast, campaign: Campaign) -> None:
    minutes, agenda = (kind_id(campaign, "village", code) for code in ("minutes", "agenda"))
    edition = issued(cast, campaign, "00001", GivenDate(agenda, None, date(2023, 2, 20)), items=(OwnItem("Treo cờ"),))
    _amend(cast, campaign, "village-conference", due_on="2023-03-05")

    plan = actions.revise_plan(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)

    assert plan.status == PlanStatus.DRAFTING
    assert (_days(plan)[minutes], _days(plan)[agenda]) == (date(2023, 3, 6), date(2023, 2, 20))
    titles = list(PlanItem.objects.filter(plan=plan).order_by("position").values_list("title", flat=True))
    assert "Bàn việc phòng cháy" in titles
    assert titles[-1] == "Treo cờ"
    assert not queries.change_for(plan).has_changed
    assert plan.base_amendment == campaign.amendments.get()
    assert last_event() == ("plan.revised", "plan", plan.pk)


def test_the_edition_in_force_stays_in_force_until_the_next(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")

    plan = actions.revise_plan(edition.plan_id, actor=cast.actors["phuc_xa_committee"], at=AT)

    assert queries.edition_in_force(plan) == edition
    assert LocalDate.objects.exists()
    assert Obligation.objects.get(placement=cast.places["00001"], kind__code="plan").fulfilled_on == TODAY


def test_a_day_somebody_above_has_fixed_meanwhile_goes_where_it_was_only_a_proposal(
    cast: Cast, campaign: Campaign
) -> None:
    guidance, schedule = (kind_id(campaign, "commune", code) for code in ("guidance", "schedule"))
    edition = issued(cast, campaign, "00001", GivenDate(schedule, None, date(2022, 12, 28)))
    issued(cast, campaign, "001", GivenDate(guidance, None, date(2023, 2, 13)))

    plan = actions.revise_plan(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)

    assert guidance not in _days(plan)
    assert _days(plan)[schedule] == date(2022, 12, 28)


def test_what_was_left_out_stays_out_and_own_lines_keep_their_ids(cast: Cast, campaign: Campaign) -> None:
    campaign.agenda_items.filter(title__startswith="Công bố").update(is_mandatory=False)
    draft = derive(cast, campaign, "00001")
    loose = PlanItem.objects.get(plan=draft, is_mandatory=False).origin
    draft.delete()
    edition = issued(cast, campaign, "00001", dropped=(loose,), items=(OwnItem("Treo cờ"),))
    own = PlanItem.objects.get(plan=edition.plan, source=LineSource.OWN).pk

    plan = actions.revise_plan(edition.plan_id, actor=cast.actors["phuc_xa"], at=AT)

    assert sheet_of(plan).dropped == (loose,)
    assert PlanItem.objects.get(plan=plan, source=LineSource.OWN).pk == own


def test_others_and_what_was_never_issued_are_refused(cast: Cast, campaign: Campaign) -> None:
    edition, draft = issued(cast, campaign, "00001"), derive(cast, campaign, "00004")

    with no_trace():
        for who in ("truc_bach", "dong_anh", "stranger"):
            with pytest.raises(NotFound):
                actions.revise_plan(edition.plan_id, actor=cast.actors[who], at=AT)
        for who in ("ba_dinh", "mrs_ha"):
            with pytest.raises(NotYours):
                actions.revise_plan(edition.plan_id, actor=cast.actors[who], at=AT)
        with pytest.raises(NotNow):
            actions.revise_plan(draft.pk, actor=cast.actors["truc_bach"], at=AT)
