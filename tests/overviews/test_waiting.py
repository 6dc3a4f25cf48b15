"""What waits for an office and what it waits for, through the real deeds of the rooms."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from danban.accounts.actions import hand_over
from danban.accounts.models import Handover
from danban.accounts.queries import actor_for
from danban.assignments import actions as assignments
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Obligation
from danban.difficulties import actions as difficulties
from danban.kit.actor import Actor
from danban.overviews.queries import home
from danban.overviews.queries.waiting import Wait, Waits
from danban.plans import actions as plans
from danban.plans.models import PlanEdition
from tests.accounts.factories import make_account, make_appointment
from tests.assignments.factories import make_assignment
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast
from tests.difficulties.factories import answered, ask, head_of
from tests.overviews.growing import add_villages
from tests.plans.factories import approved, derive, issued, officer, submitted

LATER = AT + timedelta(hours=1)


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    """The year 2023, launched by Mrs Hà."""
    draft = campaigns.start_draft(reading_of(), tree_id=cast.tree.pk, actor=cast.actors["mrs_ha"], at=AT)
    return campaigns.launch_draft(draft.pk, actor=cast.actors["mrs_ha"], at=AT)


def _waits(actor: Actor, *, today: date = TODAY) -> Waits:
    found = home(actor, today=today)
    assert found is not None
    return found.waits


def _codes(found: tuple[Wait, ...]) -> set[str]:
    return {wait.code for wait in found}


def _one(found: tuple[Wait, ...], code: str) -> Wait:
    return next(wait for wait in found if wait.code == code)


def test_a_plan_put_to_the_other_body_waits_for_it_and_the_first_body_waits_for_the_other(
    cast: Cast, campaign: Campaign
) -> None:
    plan = submitted(cast, campaign, "00001")

    front, committee = _waits(cast.actors["phuc_xa"]), _waits(cast.actors["phuc_xa_committee"])

    asked = _one(committee.mine, "plan.approve")
    assert (asked.thing, asked.since) == (plan.pk, TODAY)
    assert asked.due == Obligation.objects.get(placement=plan.placement, kind__code="plan").due_on
    assert _one(front.theirs, "plan.approval").sentence.endswith("chờ Ủy ban nhân dân Phường Phúc Xá duyệt")
    assert "plan.approve" not in _codes(front.mine)
    assert "plan.approval" not in _codes(committee.theirs)


def test_whoever_agreed_for_one_body_is_not_asked_for_the_other(cast: Cast, campaign: Campaign) -> None:
    submitted(cast, campaign, "00001")
    same_person = replace(cast.actors["phuc_xa_committee"], user_id=cast.actors["phuc_xa"].user_id)

    assert _codes(_waits(same_person).theirs) >= {"plan.approval"}
    assert "plan.approve" not in _codes(_waits(same_person).mine)


def test_a_plan_both_agreed_to_waits_to_be_issued_and_once_issued_its_day_stays(cast: Cast, campaign: Campaign) -> None:
    plan = approved(cast, campaign, "00001")
    before = _waits(cast.actors["phuc_xa"])

    plans.issue_plan(plan.pk, issued_on=TODAY, actor=cast.actors["phuc_xa"], at=AT)

    after = _waits(cast.actors["phuc_xa"])
    assert _one(before.mine, "plan.issue").thing == plan.pk
    assert "plan.issue" not in _codes(after.mine)
    assert _one(after.done, "plan.issued").done_on == TODAY
    assert "plan.issued" not in _codes(_waits(cast.actors["phuc_xa"], today=TODAY + timedelta(days=31)).done)


def test_a_plan_sent_back_from_above_or_declined_beside_waits_to_be_mended(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    plans.send_back_plan(edition.plan_id, comment="Thiếu lịch", actor=cast.actors["ba_dinh"], at=LATER)
    other = submitted(cast, campaign, "00004")
    plans.decline_plan(other.pk, reason="Sửa ngày", actor=officer(cast, "00004", "committee"), at=AT)

    returned, declined = _waits(cast.actors["phuc_xa"]), _waits(cast.actors["truc_bach"])

    assert _one(returned.mine, "plan.returned").since == TODAY
    assert _one(declined.mine, "plan.returned").sentence == "Kế hoạch của đơn vị đang sửa theo góp ý"


def test_a_change_above_waits_to_be_confirmed_until_it_is(cast: Cast, campaign: Campaign) -> None:
    plan = derive(cast, campaign, "00001")
    before = _codes(_waits(cast.actors["phuc_xa"]).mine)
    issued(cast, campaign, "001")

    changed = _waits(cast.actors["phuc_xa"])
    plans.confirm_change(plan.pk, actor=cast.actors["phuc_xa"], at=LATER)

    assert "plan.confirm_change" not in before
    assert _one(changed.mine, "plan.confirm_change").thing == plan.pk
    assert "plan.confirm_change" not in _codes(_waits(cast.actors["phuc_xa"]).mine)


def test_a_paper_from_above_waits_to_be_received_first_that_of_the_year_then_that_of_the_district(
    cast: Cast, campaign: Campaign
) -> None:
    first = _waits(cast.actors["phuc_xa"])
    plans.receive_plan(campaign.pk, actor=cast.actors["phuc_xa"], at=AT)
    received = _waits(cast.actors["phuc_xa"])
    edition = issued(cast, campaign, "001")

    again = _waits(cast.actors["phuc_xa"])

    assert _one(first.mine, "paper.year").sentence == "Đọc kế hoạch của năm và xác nhận đã nhận"
    assert _codes(received.mine) & {"paper.year", "paper.edition"} == set()
    assert _one(received.done, "paper.year").done_on == TODAY
    assert _one(again.mine, "paper.edition").thing == edition.pk
    assert "Quận Ba Đình" in _one(again.mine, "paper.edition").sentence


def test_a_village_receives_the_plan_of_its_commune_and_has_nothing_else_to_do_with_plans(
    cast: Cast, campaign: Campaign
) -> None:
    edition = issued(cast, campaign, "00001")

    found = _waits(cast.actors["head_of_group_1"])

    assert [(wait.code, wait.thing) for wait in found.mine] == [("paper.edition", edition.pk)]
    assert found.theirs == ()


def test_a_unit_waits_for_the_plan_above_while_that_is_owed(cast: Cast, campaign: Campaign) -> None:
    before = _waits(cast.actors["phuc_xa"])
    issued(cast, campaign, "001")

    owed = Obligation.objects.get(campaign=campaign, placement=cast.places["001"], kind__code="plan")
    assert _one(before.theirs, "plan.above").due == owed.due_on
    assert "plan.above" not in _codes(_waits(cast.actors["phuc_xa"]).theirs)
    assert "plan.above" not in _codes(_waits(cast.actors["ba_dinh"]).theirs)
    assert "plan.above" not in _codes(_waits(cast.actors["head_of_group_1"]).theirs)


def test_plans_from_below_wait_to_be_read_and_ours_to_be_received_below(cast: Cast, campaign: Campaign) -> None:
    ours = issued(cast, campaign, "001")
    one = issued(cast, campaign, "00001")
    single = _waits(cast.actors["ba_dinh"])
    two = issued(cast, campaign, "00004")
    plans.receive_plan(campaign.pk, edition_id=ours.pk, actor=cast.actors["phuc_xa"], at=AT)

    found = _waits(cast.actors["ba_dinh"])
    for edition in (one, two):
        plans.receive_plan(campaign.pk, edition_id=edition.pk, actor=cast.actors["ba_dinh"], at=AT)

    assert (_one(single.mine, "papers.below").count, _one(single.mine, "papers.below").thing) == (1, one.pk)
    assert (_one(found.mine, "papers.below").count, _one(found.mine, "papers.below").thing) == (2, None)
    assert _one(found.theirs, "papers.receipts").sentence == "1 trong 2 đơn vị chưa xác nhận đã nhận kế hoạch"
    assert _one(found.theirs, "papers.receipts").thing == ours.pk
    assert "papers.below" not in _codes(_waits(cast.actors["ba_dinh"]).mine)


def test_the_city_waits_for_receipts_of_the_plan_of_the_year(cast: Cast, campaign: Campaign) -> None:
    plans.receive_plan(campaign.pk, actor=cast.actors["ba_dinh"], at=AT)

    found = _one(_waits(cast.actors["mrs_ha"]).theirs, "papers.receipts")

    assert (found.count, found.thing) == (1, None)


def test_an_edition_that_was_replaced_or_sent_back_is_not_waited_for(cast: Cast, campaign: Campaign) -> None:
    edition = issued(cast, campaign, "00001")
    PlanEdition.objects.filter(pk=edition.pk).update(returned_at=AT)

    assert "papers.below" not in _codes(_waits(cast.actors["ba_dinh"]).mine)


def test_difficulties_wait_where_they_lie_and_their_answers_where_they_were_asked(
    cast: Cast, campaign: Campaign
) -> None:
    first = ask(cast, campaign)
    ask(cast, campaign, head_of(cast, "00001.02"))
    village, commune = _waits(cast.actors["head_of_group_1"]), _waits(cast.actors["phuc_xa"])
    answered(cast, first)

    asker, holder = _waits(cast.actors["head_of_group_1"]), _waits(cast.actors["phuc_xa"])
    difficulties.close_difficulty(first.pk, actor=cast.actors["head_of_group_1"], at=LATER)

    asked, held = _one(village.theirs, "difficulty.asked"), _one(commune.mine, "difficulty.held")
    assert asked.sentence == "1 khó khăn mình báo chờ Phường Phúc Xá trả lời"
    assert (asked.thing, asked.due, asked.since) == (first.pk, first.answer_due_on, TODAY)
    assert (held.count, held.thing, held.due) == (2, None, first.answer_due_on)
    assert (_one(asker.mine, "difficulty.answered").thing, _codes(asker.theirs)) == (first.pk, set())
    assert (_one(holder.mine, "difficulty.held").count, _one(holder.done, "difficulty.settled").done_on) == (1, TODAY)
    assert "difficulty.answered" not in _codes(_waits(cast.actors["head_of_group_1"]).mine)


def test_assignments_wait_to_be_accepted_by_the_body_and_to_be_named_by_whoever_leads(
    cast: Cast, campaign: Campaign
) -> None:
    campaign.assignments.all().delete()
    body = cast.bodies["01", "department"]
    mine = make_assignment(campaign, body, due_on=TODAY - timedelta(days=1))
    make_assignment(campaign, None)
    department, leader = _waits(cast.actors["culture_department"]), _waits(cast.actors["mrs_ha"])

    assignments.accept_assignment(mine.pk, actor=cast.actors["culture_department"], at=AT)

    after = _waits(cast.actors["culture_department"])
    accept = _one(department.mine, "assignment.accept")
    assert (accept.thing, accept.due) == (mine.pk, TODAY - timedelta(days=1))
    assert _one(leader.mine, "assignment.name").count == 1
    assert _one(leader.theirs, "assignment.late").count == 1
    assert "assignment.new" not in _codes(leader.theirs)
    assert "assignment.name" not in _codes(department.mine)
    assert "assignment.accept" not in _codes(after.mine)
    assert _one(after.done, "assignment.accepted").done_on == TODAY


def test_units_below_that_are_late_are_counted_with_their_things(cast: Cast, campaign: Campaign) -> None:
    late = date(2023, 4, 30)
    found = home(cast.actors["ba_dinh"], today=late)

    assert found is not None
    line = _one(found.waits.theirs, "units.late")
    assert line.count == found.below_total.late
    assert line.sentence.startswith("2 đơn vị bên dưới có ")
    assert "units.late" not in _codes(_waits(cast.actors["culture_department"], today=late).theirs)


def test_a_post_taken_over_leads_to_its_record_for_two_weeks(cast: Cast, campaign: Campaign) -> None:
    handover = hand_over(
        cast.offices["phuc_xa"].pk, account_id=make_account().pk, last_day=TODAY - timedelta(days=1), open_work={},
        actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip
    successor = actor_for(Handover.objects.get().incoming)

    assert _one(_waits(successor).mine, "post.handover").thing == handover.pk
    assert "post.handover" not in _codes(_waits(successor, today=TODAY + timedelta(days=14)).mine)
    assert "post.handover" not in _codes(_waits(cast.actors["phuc_xa_committee"]).mine)


def test_nothing_waits_in_a_year_that_is_over(cast: Cast, campaign: Campaign) -> None:
    submitted(cast, campaign, "00001")
    campaigns.close_campaign(campaign.pk, reason="Hết năm", actor=cast.actors["mrs_ha"], at=AT)

    assert _waits(cast.actors["phuc_xa_committee"]) == Waits()


def test_the_nearest_day_stands_first_and_what_has_no_day_last(cast: Cast, campaign: Campaign) -> None:
    ask(cast, campaign)
    submitted(cast, campaign, "00001")

    mine = _waits(cast.actors["phuc_xa_committee"]).mine

    days = [wait.due or date.max for wait in mine]
    assert len(mine) >= 3
    assert days == sorted(days)


def test_what_waits_costs_as_many_queries_for_thirty_units_as_for_three(cast: Cast, campaign: Campaign) -> None:
    issued(cast, campaign, "00001")

    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            _waits(cast.actors["phuc_xa"])
        return len(asked)

    before = count()
    for place in add_villages(cast, campaign, 27):
        ask(cast, campaign, actor_for(make_appointment(place.unit, role="front_work_head")))

    assert count() == before
