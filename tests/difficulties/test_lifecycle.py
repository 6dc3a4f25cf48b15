"""Any order of steps by anybody: status, thread and diary agree, and what is refused leaves no trace."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.audit.models import Entry
from danban.campaigns.models import Campaign
from danban.difficulties import actions, rules
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY, DifficultyStatus
from danban.kit.refusals import Refused
from danban.notices.models import Notice
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.difficulties.factories import ask

WHO = st.sampled_from(["head_of_group_1", "head_of_group_1", "phuc_xa", "phuc_xa", "ba_dinh", "mrs_ha", "truc_bach"])
WORDS = st.sampled_from(["Vì thế", "Được", ""])
EVENTS = {
    "ask": "difficulty.asked", "acknowledge": "difficulty.acknowledged", "answer": "difficulty.answered",
    "pass_up": "difficulty.passed_up", "close": "difficulty.closed", "reopen": "difficulty.reopened",
}  # fmt: skip


class Life(RuleBasedStateMachine):
    """One difficulty in many hands, day after day."""

    cast: ClassVar[Cast]
    campaign: ClassVar[Campaign]

    @initialize()
    def begin(self) -> None:
        """A village asks."""
        self.at = AT
        self.one = ask(self.cast, self.campaign)

    def _try(self, verb: str, deed: Callable[[], Any]) -> None:
        self.one.refresh_from_db()
        before, status = everything("difficulties", "notices"), self.one.status
        try:
            deed()
        except Refused:
            assert everything("difficulties", "notices") == before
        else:
            assert verb in DIFFICULTY.allowed(status)

    @rule(who=WHO)
    def acknowledge(self, who: str) -> None:
        """Acknowledge."""
        actor = self.cast.actors[who]
        self._try("acknowledge", lambda: actions.acknowledge_difficulty(self.one.pk, actor=actor, at=self.at))

    @rule(who=WHO, text=WORDS)
    def answer(self, who: str, text: str) -> None:
        """Answer."""
        actor = self.cast.actors[who]
        self._try("answer", lambda: actions.answer_difficulty(self.one.pk, text=text, actor=actor, at=self.at))

    @rule(who=WHO, reason=WORDS)
    def pass_up(self, who: str, reason: str) -> None:
        """Pass it up."""
        actor = self.cast.actors[who]
        self._try("pass_up", lambda: actions.pass_up_difficulty(self.one.pk, reason=reason, actor=actor, at=self.at))

    @rule(who=WHO)
    def close(self, who: str) -> None:
        """Close."""
        actor = self.cast.actors[who]
        self._try("close", lambda: actions.close_difficulty(self.one.pk, actor=actor, at=self.at))

    @rule(who=WHO, reason=WORDS)
    def reopen(self, who: str, reason: str) -> None:
        """Ask again."""
        actor = self.cast.actors[who]
        self._try("reopen", lambda: actions.reopen_difficulty(self.one.pk, reason=reason, actor=actor, at=self.at))

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        """Somebody waits."""
        self.at += timedelta(hours=hours)

    @invariant()
    def thread_diary_and_row_tell_the_same(self) -> None:
        """Each follows from the other."""
        if not hasattr(self, "one"):
            return
        self.one.refresh_from_db()
        steps = list(self.one.steps.order_by("pk"))
        told = Entry.objects.filter(subject="difficulty", subject_id=self.one.pk).order_by("pk")
        assert [EVENTS[step.verb] for step in steps] == list(told.values_list("event", flat=True))
        status = DIFFICULTY.start.value
        for step in steps[1:]:
            status = DIFFICULTY.target(step.verb, status)
        assert self.one.status == status
        assert self.one.holder_id == steps[-1].holder_id
        assert (self.one.closed_at is not None) == (status == DifficultyStatus.CLOSED)
        begun = [step for step in steps if step.verb in ("ask", "pass_up", "reopen")][-1]
        assert self.one.answer_due_on == rules.answer_due(begun.at, is_urgent=self.one.is_urgent).due_on
        assert self.one.placement.path.startswith(self.one.holder.path)
        facts = Notice.objects.filter(subject_type="difficulty", subject_id=self.one.pk, channel="inbox")
        assert {int(fact.split(":")[2]) for fact in facts.values_list("fact", flat=True)} <= {s.pk for s in steps}


@pytest.mark.timeout(300)
def test_any_order_of_steps_keeps_thread_diary_and_status_together(cast: Cast, campaign: Campaign) -> None:
    Life.cast, Life.campaign = cast, campaign

    run_state_machine_as_test(
        Life, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=20)
    )


def test_the_last_holder_is_seen_from_the_row(asked: Difficulty) -> None:
    assert str(asked).startswith(asked.title[:40])
    assert str(asked.steps.get()) == f"{asked.pk} ask #{asked.steps.get().pk}"
