"""Any order of edits by anybody: no mandatory content is ever lost, no assent survives a change."""

import random
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.campaigns.models import AgendaItem, Campaign, Obligation
from danban.conferences import actions, rules
from danban.conferences.models import AgendaAssent, AgendaEntry, Conference
from danban.conferences.rules import AgendaLine
from danban.kit.actor import Actor
from danban.kit.refusals import Refused
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS
from tests.conferences.factories_agenda import as_lines, heads_of, make_template
from tests.conferences.owing import owe

WHO = st.sampled_from(["front", "authority", "front", "authority", "commune", "district"])


class Agenda(RuleBasedStateMachine):
    """One agenda in many hands."""

    one: ClassVar[Conference]
    campaign: ClassVar[Campaign]
    cast: ClassVar[Cast]
    duty: ClassVar[Obligation]

    @initialize()
    def begin(self) -> None:
        """Nothing is prepared."""
        AgendaEntry.objects.all().delete()
        AgendaAssent.objects.all().delete()
        AgendaItem.objects.filter(campaign=self.campaign, position__gte=2).delete()
        Obligation.objects.filter(pk=self.duty.pk).update(fulfilled_on=None, fulfilled_at=None, fulfilled_by="")
        front, authority = heads_of(self.cast, self.one.placement.code)
        self.who = {
            "front": front, "authority": authority, "commune": self.cast.actors["phuc_xa"],
            "district": self.cast.actors["ba_dinh"],
        }  # fmt: skip
        self.ever: set[int] = set()

    def _said(self) -> list[Any]:
        return list(self.one.agenda.order_by("position").values_list("pk", "title", "presenter", "minutes"))

    def _try(self, deed: Callable[[], Any]) -> None:
        before, said = everything(*ROOMS), self._said()
        try:
            deed()
        except Refused:
            assert everything(*ROOMS) == before
        else:
            if self._said() != said:
                assert not self.one.assents.exists()

    def _actor(self, who: str) -> Actor:
        return self.who[who]

    @rule(who=WHO)
    def draft(self, who: str) -> None:
        """Enter what the plan wants."""
        self._try(lambda: actions.draft_agenda(self.one.pk, actor=self._actor(who), at=AT))

    @rule(who=WHO, seed=st.integers(0, 99), drop=st.integers(0, 3), add=st.integers(0, 2))
    def edit(self, who: str, seed: int, drop: int, add: int) -> None:
        """Shuffle, drop some, add some."""
        lines = as_lines(self.one)
        random.Random(seed).shuffle(lines)
        lines = lines[drop:] + [AgendaLine(f"Việc của thôn {seed}")] * add
        self._try(lambda: actions.set_agenda(self.one.pk, lines=lines, actor=self._actor(who), at=AT))

    @rule(who=WHO)
    def agree(self, who: str) -> None:
        """Agree."""
        self._try(lambda: actions.agree_agenda(self.one.pk, actor=self._actor(who), at=AT))

    @rule(who=WHO, words=st.sampled_from(["", "Đạt", "Chưa đạt"]))
    def note(self, who: str, words: str) -> None:
        """Write by hand."""
        first = self.one.agenda.order_by("position").first()
        if first is not None:
            actor = self._actor(who)
            self._try(lambda: actions.note_entry(self.one.pk, entry_id=first.pk, note=words, actor=actor, at=AT))

    @rule()
    def amend(self) -> None:
        """The plan asks for more."""
        if AgendaItem.objects.filter(campaign=self.campaign).count() < 4:
            make_template(self.cast, self.campaign, "village", "Nội dung bổ sung")

    @invariant()
    def nothing_mandatory_is_lost(self) -> None:
        """What once stood stands, each content once, positions without gaps, duty and assents agree."""
        if not hasattr(self, "ever"):
            return
        entries = list(self.one.agenda.order_by("position"))
        kept = {entry.pk for entry in entries if rules.stays(entry)}
        assert self.ever <= kept
        self.ever = kept
        assert [entry.position for entry in entries] == list(range(len(entries)))
        assert sum(entry.title == rules.LAST_YEAR for entry in entries) <= 1
        self.duty.refresh_from_db()
        assert (self.one.assents.count() == 2) == (self.duty.fulfilled_on is not None)


@pytest.mark.timeout(300)
def test_no_sequence_of_edits_loses_a_content_or_keeps_an_assent(
    cast: Cast, campaign: Campaign, one: Conference
) -> None:
    make_template(cast, campaign)
    Agenda.cast, Agenda.campaign, Agenda.one = cast, campaign, one
    Agenda.duty = owe(cast, campaign, "agenda", "village").obligations.get(placement=one.placement)

    run_state_machine_as_test(
        Agenda, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=15)
    )
