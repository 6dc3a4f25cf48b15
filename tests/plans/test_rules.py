"""Who may do what with a plan, as tables; buttons and rules ask the same functions."""

from collections.abc import Callable
from datetime import date

import pytest

from danban.campaigns.models import Campaign
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, Refused
from danban.plans import actions, queries, rules
from danban.plans.models import Plan
from danban.plans.states import PLAN, PlanStatus
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import approved, derive, issued, submitted
from tests.plans.traces import everything

_EVERYBODY = (
    "phuc_xa", "phuc_xa_committee", "truc_bach", "ba_dinh", "ba_dinh_committee", "dong_anh", "mrs_ha", "mr_dung",
    "culture_department", "head_of_group_1", "stranger",
)  # fmt: skip


def _verbs(cast: Cast, plan: Plan, who: str) -> set[str]:
    standing = queries.standing_of(queries.plan_for(cast.actors[who], plan.pk), on=TODAY)
    return set(queries.verbs_of(cast.actors[who], standing, at=AT))


def test_what_each_office_may_do_with_a_draft_one_waiting_and_one_issued(cast: Cast, campaign: Campaign) -> None:
    waiting, ready, edition = (
        submitted(cast, campaign, "00001"), approved(cast, campaign, "00004"), issued(cast, campaign, "001"),
    )  # fmt: skip

    assert _verbs(cast, waiting, "phuc_xa") == {"edit", "withdraw"}
    assert _verbs(cast, waiting, "phuc_xa_committee") == {"edit", "withdraw", "approve", "decline"}
    assert _verbs(cast, waiting, "ba_dinh") == _verbs(cast, waiting, "mrs_ha") == set()
    assert "issue" not in _verbs(cast, ready, "truc_bach")  # its district has issued since
    assert _verbs(cast, edition.plan, "ba_dinh") == {"revise", "record_kickoff"}
    assert _verbs(cast, edition.plan, "mrs_ha") == {"send_back"}


@pytest.mark.parametrize("state", ["draft", "waiting", "ready", "issued", "returned"])
def test_a_shown_button_works_and_a_hidden_one_is_refused(cast: Cast, campaign: Campaign, state: str) -> None:
    plan = _in_state(cast, campaign, state)
    deeds: dict[str, Callable[[Actor], object]] = {
        "submit": lambda actor: actions.submit_plan(plan.pk, actor=actor, at=AT),
        "withdraw": lambda actor: actions.withdraw_plan(plan.pk, actor=actor, at=AT),
        "approve": lambda actor: actions.approve_plan(plan.pk, actor=actor, at=AT),
        "decline": lambda actor: actions.decline_plan(plan.pk, reason="?", actor=actor, at=AT),
        "issue": lambda actor: actions.issue_plan(plan.pk, issued_on=TODAY, actor=actor, at=AT),
        "send_back": lambda actor: actions.send_back_plan(plan.pk, comment="?", actor=actor, at=AT),
        "revise": lambda actor: actions.revise_plan(plan.pk, actor=actor, at=AT),
        "confirm_change": lambda actor: actions.confirm_change(plan.pk, actor=actor, at=AT),
    }
    seers = [who for who in _EVERYBODY if cast.actors[who].may("plan:see") and _sees(cast, who, plan)]
    for who in seers:
        for verb in deeds.keys() - _verbs(cast, plan, who):
            before = everything()
            with pytest.raises(Refused):
                deeds[verb](cast.actors[who])
            assert everything() == before
    shown = {verb for who in seers for verb in deeds.keys() & _verbs(cast, plan, who)}
    for who in seers:
        for verb in sorted(deeds.keys() & _verbs(cast, plan, who))[:1]:
            deeds[verb](cast.actors[who])
    assert bool(shown) == (state != "draft")


def _in_state(cast: Cast, campaign: Campaign, state: str) -> Plan:
    if state == "draft":
        return derive(cast, campaign, "00001")
    if state == "waiting":
        return submitted(cast, campaign, "00001")
    if state == "ready":
        return approved(cast, campaign, "00001")
    edition = issued(cast, campaign, "00001")
    if state == "returned":
        actions.send_back_plan(edition.plan_id, comment="Sửa", actor=cast.actors["ba_dinh"], at=AT)
    return edition.plan


def test_lists_and_rules_agree_on_who_sees_a_plan(cast: Cast, campaign: Campaign) -> None:
    for code in ("001", "00001", "00454"):
        derive(cast, campaign, code)
    for who in _EVERYBODY:
        actor = cast.actors[who]
        listed = set(Plan.objects.visible_to(actor).values_list("pk", flat=True))
        for plan in Plan.objects.select_related("campaign", "placement").order_by("pk"):
            if actor.may("plan:see"):
                assert _sees(cast, who, plan) == (plan.pk in listed)
            else:
                assert not _sees(cast, who, plan)


def _sees(cast: Cast, who: str, plan: Plan) -> bool:
    try:
        rules.check_can_see(cast.actors[who], plan)
    except NotFound:
        return False
    return True


@pytest.mark.parametrize(
    ("status", "verbs"),
    [
        (PlanStatus.DRAFTING, ("submit",)),
        (PlanStatus.APPROVING, ("withdraw", "approve", "decline", "issue")),
        (PlanStatus.ISSUED, ("send_back", "revise")),
        (PlanStatus.RETURNED, ("revise",)),
    ],
)
def test_the_table_of_moves(status: PlanStatus, verbs: tuple[str, ...]) -> None:
    assert PLAN.allowed(status) == verbs


def test_a_plan_of_another_area_does_not_exist(cast: Cast, campaign: Campaign) -> None:
    plan = derive(cast, campaign, "00001")

    for who in ("dong_anh", "truc_bach", "stranger", "head_of_group_1"):
        with pytest.raises(NotFound):
            queries.plan_for(cast.actors[who], plan.pk)
    assert queries.plan_for(cast.actors["mrs_ha"], plan.pk) == plan
    assert date(2023, 2, 10) == TODAY
