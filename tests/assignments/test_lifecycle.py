"""Any order of verbs, by anybody: status, diary and obligation agree, and what is refused leaves no trace."""

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.assignments import actions
from danban.assignments.models import ProgressNote, Work
from danban.assignments.rules import Figure
from danban.assignments.states import WORK, WorkStatus
from danban.audit.models import Entry
from danban.campaigns.models import Assignment, Campaign
from danban.kit.refusals import Refused
from tests.assignments.factories import everything, make_assignment, owed_for
from tests.cast import AT, TODAY, Cast

WHO = st.sampled_from(["culture_department", "culture_department", "mrs_ha", "mr_dung", "ba_dinh", "stranger"])
WORDS = st.sampled_from(["", "Đã làm một phần", "Đã gửi đủ nơi nhận"])
BODIES = st.sampled_from([("01", "department"), ("01", "front_committee"), ("001", "front_committee")])
MAY_FINISH = {"culture_department"}


class Worked(RuleBasedStateMachine):
    """One assignment the plan gives the department, and one it gives nobody."""

    cast: ClassVar[Cast]
    campaign: ClassVar[Campaign]
    given: ClassVar[Assignment]

    @initialize()
    def begin(self) -> None:
        """The given work goes on from run to run; what nobody answers for is new each time."""
        self.seen = Entry.objects.count()
        self.unknown = make_assignment(self.campaign)

    def _status(self, assignment: Assignment) -> str:
        work = Work.objects.filter(assignment=assignment).first()
        return work.status if work else WorkStatus.WAITING

    def _try(self, verb: str, assignment: Assignment, deed: Callable[[], Any]) -> bool:
        before, status = everything(), self._status(assignment)
        try:
            deed()
        except Refused:
            assert everything() == before
            return False
        assert verb in WORK.allowed(status)
        return True

    def _meant(self, is_known: bool) -> Assignment:
        return self.given if is_known else self.unknown

    @rule(who=WHO, is_known=st.booleans())
    def accept(self, who: str, is_known: bool) -> None:
        """Take it on."""
        one = self._meant(is_known)
        self._try("accept", one, lambda: actions.accept_assignment(one.pk, actor=self.cast.actors[who], at=AT))

    @rule(who=WHO, is_known=st.booleans(), text=WORDS, value=st.integers(-1, 30))
    def note(self, who: str, is_known: bool, text: str, value: int) -> None:
        """Say what was done."""
        one, figures = self._meant(is_known), (Figure("Lớp", value, "lớp"),)
        self._try(
            "note", one,
            lambda: actions.note_assignment(
                one.pk, text=text, on=TODAY, figures=figures, actor=self.cast.actors[who], at=AT
            ),
        )  # fmt: skip

    @rule(who=WHO, is_known=st.booleans(), result=WORDS)
    def finish(self, who: str, is_known: bool, result: str) -> None:
        """Say that it is done."""
        one = self._meant(is_known)
        done = self._try(
            "finish", one,
            lambda: actions.finish_assignment(one.pk, result=result, on=TODAY, actor=self.cast.actors[who], at=AT),
        )  # fmt: skip
        assert not done or (bool(result) and (not is_known or who in MAY_FINISH))

    @rule(who=WHO, is_known=st.booleans(), reason=WORDS)
    def reopen(self, who: str, is_known: bool, reason: str) -> None:
        """Give it back."""
        one = self._meant(is_known)
        done = self._try(
            "reopen", one, lambda: actions.reopen_assignment(one.pk, reason=reason, actor=self.cast.actors[who], at=AT)
        )
        assert not done or reason

    @rule(who=WHO, body=BODIES)
    def name(self, who: str, body: tuple[str, str]) -> None:
        """Name who answers for what the plan gives nobody."""
        before = everything()
        pk = self.cast.bodies[body].pk
        try:
            actions.name_body(self.unknown.pk, body_id=pk, actor=self.cast.actors[who], at=AT)
        except Refused:
            assert everything() == before

    @rule(who=WHO, body=BODIES, verb=st.sampled_from([actions.add_partner, actions.remove_partner]))
    def partner(self, who: str, body: tuple[str, str], verb: Callable[..., Any]) -> None:
        """Partners come and go."""
        before = everything()
        try:
            verb(self.given.pk, body_id=self.cast.bodies[body].pk, actor=self.cast.actors[who], at=AT)
        except Refused:
            assert everything() == before

    @invariant()
    def status_diary_and_obligation_agree(self) -> None:
        """Where it stands follows from the diary; it is owed exactly while it is not done."""
        if not hasattr(self, "seen"):
            return
        for one in (self.given, self.unknown):
            told = Counter(
                Entry.objects.filter(subject="assignment", subject_id=one.pk).values_list("event", flat=True)
            )
            is_done = self._status(one) == WorkStatus.DONE
            assert told["assignment.finished"] - told["assignment.reopened"] == int(is_done)
            notes = ProgressNote.objects.filter(assignment=one).count()
            assert notes == told["assignment.noted"] + told["assignment.finished"]
        assert (owed_for(self.given).fulfilled_on is not None) == (self._status(self.given) == WorkStatus.DONE)


@pytest.mark.timeout(300)
def test_any_order_of_verbs_keeps_status_diary_and_obligation_together(
    cast: Cast, campaign: Campaign, department_work: Assignment
) -> None:
    Worked.cast, Worked.campaign, Worked.given = cast, campaign, department_work

    run_state_machine_as_test(
        Worked, settings=settings(max_examples=settings().max_examples // 5, stateful_step_count=20)
    )
