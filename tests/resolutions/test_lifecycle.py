"""Any order of deeds by anybody: one draft, one in force, what was frozen stays, refusals leave no trace."""

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.conferences.models import Conference
from danban.documents.models import Document
from danban.documents.states import DocumentStatus
from danban.kit.actor import Actor
from danban.kit.refusals import Refused
from danban.resolutions import actions
from danban.resolutions.models import Minutes, Resolution
from danban.resolutions.rules import Article
from danban.resolutions.states import MINUTES, RESOLUTION
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.resolutions.factories import ROOMS, say

WHO = st.sampled_from(["writer", "writer", "chair", "chair", "phuc_xa", "ba_dinh", "truc_bach"])
WORDS = st.sampled_from(["Sót một ý kiến", "Sót một ý kiến", ""])


class Life(RuleBasedStateMachine):
    """One conference that is over, its minutes and its resolution in many hands."""

    cast: ClassVar[Cast]
    one: ClassVar[Conference]
    people: ClassVar[dict[str, Actor]]

    @initialize()
    def begin(self) -> None:
        """Nothing written yet."""
        for row in (*Minutes.objects.all(), *Resolution.objects.all()):
            row.delete()
        self.frozen: dict[tuple[str, int], Any] = {}

    def _try(self, model: Any, verb: str, deed: Callable[[], Any]) -> None:
        last = model.objects.filter(conference=self.one).order_by("revision").last()
        before = everything(*ROOMS)
        try:
            deed()
        except Refused:
            assert everything(*ROOMS) == before
        else:
            table = MINUTES if model is Minutes else RESOLUTION
            assert verb == "draft" if last is None else verb in table.allowed(last.status)

    @rule(who=WHO, verb=st.sampled_from(["draft", "submit", "confirm"]))
    def step_minutes(self, who: str, verb: str) -> None:
        """Draft, submit, confirm."""
        act = getattr(actions, f"{verb}_minutes")
        self._try(Minutes, verb, lambda: act(self.one.pk, actor=self.people[who], at=AT))

    @rule(who=WHO, verb=st.sampled_from(["return", "correct"]), reason=WORDS)
    def reason_minutes(self, who: str, verb: str, reason: str) -> None:
        """Return or correct."""
        act = getattr(actions, f"{verb}_minutes")
        self._try(Minutes, verb, lambda: act(self.one.pk, reason=reason, actor=self.people[who], at=AT))

    @rule(who=WHO, words=WORDS)
    def edit_minutes(self, who: str, words: str) -> None:
        """Add words."""
        act = actions.edit_minutes
        self._try(Minutes, "edit", lambda: act(self.one.pk, remarks={"end": words}, actor=self.people[who], at=AT))

    @rule(who=WHO, verb=st.sampled_from(["draft", "issue"]))
    def step_resolution(self, who: str, verb: str) -> None:
        """Draft, issue."""
        act = getattr(actions, f"{verb}_resolution")
        self._try(Resolution, verb, lambda: act(self.one.pk, actor=self.people[who], at=AT))

    @rule(who=WHO, reason=WORDS)
    def replace_resolution(self, who: str, reason: str) -> None:
        """Replace."""
        act = actions.replace_resolution
        self._try(Resolution, "replace", lambda: act(self.one.pk, reason=reason, actor=self.people[who], at=AT))

    @rule(who=WHO, text=WORDS)
    def edit_resolution(self, who: str, text: str) -> None:
        """Edit."""
        act, articles = actions.edit_resolution, [Article("Chung", text)]
        self._try(Resolution, "edit", lambda: act(self.one.pk, articles=articles, actor=self.people[who], at=AT))

    @rule()
    def another_opinion(self) -> None:
        """The records go on changing."""
        say(self.one, "Thêm ý kiến")

    @invariant()
    def what_was_frozen_stays_and_one_is_in_force(self) -> None:
        """Papers and contents never change; of each kind one is in force, one is open at most; two people confirm."""
        if not hasattr(self, "frozen"):
            return
        minutes, resolutions = list(Minutes.objects.order_by("revision")), list(Resolution.objects.order_by("revision"))
        both: tuple[tuple[str, list[Any]], ...] = (("minutes", minutes), ("resolution", resolutions))
        for name, rows in both:
            assert [row.revision for row in rows] == list(range(1, len(rows) + 1))
            assert sum(row.status in {"confirmed", "issued"} for row in rows) <= 1
            assert sum(row.status in {"drafted", "submitted"} for row in rows) <= 1
            papers = Document.objects.filter(pk__in=[row.document_id for row in rows if row.document_id])
            assert papers.filter(status=DocumentStatus.ISSUED).count() <= 1
            for row in rows:
                if row.document_id:
                    now = (getattr(row, "content", None), getattr(row, "commitments", None), row.document.content)
                    assert self.frozen.setdefault((name, row.pk), now) == now
        for row in minutes:
            if row.confirmed_by and row.drafted_by:
                assert row.confirmed_by.account_id != row.drafted_by.account_id


@pytest.mark.timeout(300)
def test_any_order_of_deeds_keeps_what_was_frozen_and_one_in_force(
    cast: Cast, one: Conference, writer: Actor, chair: Actor
) -> None:
    Life.cast, Life.one = cast, one
    Life.people = cast.actors | {"writer": writer, "chair": chair}

    run_state_machine_as_test(
        Life, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=20)
    )


def test_rows_say_what_they_are(one: Conference, writer: Actor) -> None:
    minutes = actions.draft_minutes(one.pk, actor=writer, at=AT)
    resolution = actions.draft_resolution(one.pk, actor=writer, at=AT)

    assert str(minutes) == f"{one.pk} biên bản 1"
    assert str(resolution) == f"{one.pk} nghị quyết 1"
