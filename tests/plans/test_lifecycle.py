"""Any order of verbs by anybody: status, diary, register, obligations and days agree; a refusal leaves no trace."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.audit.models import Entry
from danban.campaigns import actions as campaigns
from danban.campaigns.models import LocalDate, Obligation
from danban.documents.models import Counter
from danban.kit.refusals import Refused
from danban.plans import actions, queries
from danban.plans.models import Approval, Plan, PlanEdition, Receipt
from danban.plans.states import PLAN, PlanStatus
from tests.campaigns.finders import milestone
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast
from tests.plans.factories import kind_id, officer, sheet_of, with_date
from tests.plans.traces import everything

CODES = ("001", "00001", "00004")
_WHO = st.sampled_from(["front", "front", "committee", "committee", "above", "neighbour"])
_CODE = st.sampled_from(CODES)


class Cascade(RuleBasedStateMachine):
    """A district and its two communes draw up, approve, issue, return and revise plans in any order."""

    cast: ClassVar[Cast]

    @initialize()
    def launch(self) -> None:
        """A year of its own for every run."""
        ha = self.cast.actors["mrs_ha"]
        draft = campaigns.start_draft(reading_of(), tree_id=self.cast.tree.pk, actor=ha, at=AT)
        type(draft).objects.filter(pk=draft.pk).update(name=f"Năm {draft.pk}")
        self.campaign = campaigns.launch_draft(draft.pk, actor=ha, at=AT)
        self.conference = kind_id(self.campaign, "village", "conference")
        self.minutes = 0

    def _actor(self, code: str, who: str) -> Any:
        if who == "above":
            return self.cast.actors["mrs_ha"]
        return self.cast.actors["dong_anh"] if who == "neighbour" else officer(self.cast, code, who)

    def _plan(self, code: str) -> Plan | None:
        return Plan.objects.filter(campaign=self.campaign, placement=self.cast.places[code]).first()

    def _try(self, deed: Callable[[], Any]) -> bool:
        before = everything()
        try:
            deed()
        except Refused:
            assert everything() == before
            return False
        return True

    def _move(self, code: str, who: str, verb: str, **asked: Any) -> None:
        plan = self._plan(code)
        if plan is None:
            return
        before, actor = plan.status, self._actor(code, who)
        act = getattr(actions, f"{verb}_plan")
        if self._try(lambda: act(plan.pk, **asked, actor=actor, at=AT)):
            assert who != "neighbour"
            assert (who == "above") == (verb == "send_back") or (verb == "send_back" and code != "001")
            plan.refresh_from_db()
            assert plan.status == PLAN.target(verb, before)

    @rule(code=_CODE, who=_WHO)
    def derive(self, code: str, who: str) -> None:
        """Draw up."""
        place = self.cast.places[code].pk
        actor = self._actor(code, who)
        self._try(lambda: actions.derive_plan(self.campaign.pk, placement_id=place, actor=actor, at=AT))

    @rule(code=_CODE, who=_WHO, due=st.integers(0, 70), title=st.sampled_from(["Một", "Hai", ""]))
    def edit(self, code: str, who: str, due: int, title: str) -> None:
        """Fill in, well or not."""
        plan = self._plan(code)
        if plan is None:
            return
        sheet = with_date(sheet_of(plan, title=title), self.conference, None, date(2023, 1, 2) + timedelta(days=due))
        self._try(lambda: actions.edit_plan(plan.pk, sheet=sheet, actor=self._actor(code, who), at=AT))

    @rule(code=_CODE, who=_WHO, verb=st.sampled_from(["submit", "approve", "withdraw", "revise"]))
    def move(self, code: str, who: str, verb: str) -> None:
        """A verb without words."""
        self._move(code, who, verb)

    @rule(code=_CODE, who=_WHO, reason=st.sampled_from(["", "Chưa đủ"]))
    def decline(self, code: str, who: str, reason: str) -> None:
        """The other body refuses."""
        self._move(code, who, "decline", reason=reason)

    @rule(code=_CODE, who=_WHO, ago=st.integers(-1, 3))
    def issue(self, code: str, who: str, ago: int) -> None:
        """Issue, on a day that is past, today or to come."""
        self._move(code, who, "issue", issued_on=TODAY - timedelta(days=ago))

    @rule(code=_CODE, who=st.sampled_from(["front", "above", "neighbour"]), comment=st.sampled_from(["", "Sửa"]))
    def send_back(self, code: str, who: str, comment: str) -> None:
        """Return."""
        self._move(code, who, "send_back", comment=comment)

    @rule(code=_CODE)
    def go_through(self, code: str) -> None:
        """The straight way, so that runs get far."""
        plan = self._plan(code)
        if plan is None:
            self.derive(code, "front")
            plan = self._plan(code)
            assert plan is not None
        if plan.status in {PlanStatus.ISSUED, PlanStatus.RETURNED}:
            self._move(code, "front", "revise")
        self._confirm(code, plan)
        complete = sheet_of(plan)
        self._try(lambda: actions.edit_plan(plan.pk, sheet=complete, actor=self._actor(code, "front"), at=AT))
        self._move(code, "front", "submit")
        self._move(code, "committee", "approve")
        self._move(code, "front", "issue", issued_on=TODAY)

    @rule(code=_CODE)
    def confirm(self, code: str) -> None:
        """Take note of what changed above."""
        plan = self._plan(code)
        if plan is not None:
            self._confirm(code, plan)

    def _confirm(self, code: str, plan: Plan) -> None:
        self._try(lambda: actions.confirm_change(plan.pk, actor=self._actor(code, "front"), at=AT))

    @rule(code=_CODE, who=_WHO)
    def receive(self, code: str, who: str) -> None:
        """Confirm having the latest edition."""
        edition = PlanEdition.objects.filter(plan__campaign=self.campaign).order_by("-pk").first()
        edition_id = edition.pk if edition else None
        actor = self._actor(code, who)
        self._try(lambda: actions.receive_plan(self.campaign.pk, edition_id=edition_id, actor=actor, at=AT))

    @rule(last=st.integers(30, 60))
    def amend(self, last: int) -> None:
        """The city moves the window."""
        self.minutes += 2
        ha, at = self.cast.actors["mrs_ha"], AT + timedelta(minutes=self.minutes)
        change = campaigns.draft_amendment(self.campaign.pk, actor=ha, at=at)
        due_on = str(date(2023, 1, 2) + timedelta(days=last))
        campaigns.correct_item(milestone(change, "village-conference").pk, values={"due_on": due_on}, actor=ha, at=at)
        actions.apply_amendment(change.pk, reason="Đổi", actor=ha, at=at + timedelta(minutes=1))

    @invariant()
    def everything_about_a_plan_agrees(self) -> None:
        """Status, approvals, editions, obligations, days in force and the diary tell one story."""
        if not hasattr(self, "campaign"):
            return
        for plan in Plan.objects.filter(campaign=self.campaign).select_related("placement").order_by("pk"):
            editions = list(PlanEdition.objects.filter(plan=plan).order_by("edition"))
            in_force = queries.edition_in_force(plan)
            approvals = Approval.objects.filter(plan=plan).count()
            told = [entry.event for entry in Entry.objects.filter(subject="plan", subject_id=plan.pk).order_by("pk")]
            assert told.count("plan.issued") == len(editions) == (editions[-1].edition if editions else 0)
            assert told.count("plan.sent_back") == sum(one.returned_at is not None for one in editions)
            assert (plan.status == PlanStatus.APPROVING) <= (approvals in {1, 2})
            assert (plan.status == PlanStatus.DRAFTING) <= (approvals == 0)
            assert (plan.status == PlanStatus.ISSUED) <= (in_force is not None)
            assert (plan.status == PlanStatus.RETURNED) <= (in_force is None)
            owed = Obligation.objects.get(campaign=self.campaign, placement=plan.placement, kind__code="plan")
            assert (owed.fulfilled_on is not None) == (in_force is not None)
            days = LocalDate.objects.filter(campaign=self.campaign, placement=plan.placement)
            assert in_force is not None or not days.exists()

    @invariant()
    def numbers_run_without_gaps_and_receipts_are_single(self) -> None:
        """The register is what was issued."""
        for counter in Counter.objects.order_by("pk"):
            entries = list(counter.entries.order_by("number"))
            assert [entry.number for entry in entries] == list(range(1, counter.last + 1))
            assert [entry.issued_on for entry in entries] == sorted(entry.issued_on for entry in entries)
        receipts = list(Receipt.objects.order_by("pk").values_list("campaign", "edition", "placement"))
        assert len(set(receipts)) == len(receipts)


@pytest.mark.timeout(300)
def test_any_order_of_verbs_keeps_plans_papers_days_and_diary_together(cast: Cast) -> None:
    Cascade.cast = cast

    run_state_machine_as_test(
        Cascade, settings=settings(max_examples=settings().max_examples // 5, stateful_step_count=25)
    )
