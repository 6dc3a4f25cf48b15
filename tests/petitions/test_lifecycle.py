"""Any sequence of moves by anybody: no petition is lost, each lies somewhere, and its way tells the whole story."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.campaigns.models import Campaign
from danban.kit.refusals import Refused
from danban.petitions import actions
from danban.petitions.models import Petition
from danban.petitions.states import ANSWERED, ANSWERING, LEFT, PETITION, SORTING
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.petitions.factories import committee, good, said

_OFTEN = ("phuc_xa", "phuc_xa_committee")
_ALL = (*_OFTEN, "ba_dinh", "ba_dinh_committee", "head_of_group_1", "mrs_ha", "truc_bach", "culture_department")
WHO = st.sampled_from((*_OFTEN, *_ALL))
WHY = st.sampled_from(["Vì lẽ ấy", "Không thuộc nơi này", ""])
CODE = st.sampled_from(["00001", "00001", "001", "017"])
PICK = st.integers(min_value=0, max_value=30)
ROOMS = ("petitions", "notices")


class Ways(RuleBasedStateMachine):
    """Three voices and whatever they are split into, in many hands, day after day and into the next year."""

    cast: ClassVar[Cast]
    campaign: ClassVar[Campaign]

    @initialize()
    def begin(self) -> None:
        """Three people ask, in a world that is put back afterwards."""
        self.before, self.at = transaction.savepoint(), AT
        self.voices = [said(self.cast, self.campaign, f"Đèn ngõ {number} hỏng và cống tắc").pk for number in (1, 2, 3)]
        self.year = self.campaign

    def teardown(self) -> None:
        """The world as it was."""
        transaction.savepoint_rollback(self.before)

    def _one(self, pick: int) -> Petition:
        ids = list(Petition.objects.order_by("pk").values_list("pk", flat=True))
        return Petition.objects.get(pk=ids[pick % len(ids)])

    def _try(self, verb: str, pick: int, deed: Callable[[Petition], Any]) -> None:
        one = self._one(pick)
        before = everything(*ROOMS)
        try:
            deed(one)
        except Refused:
            assert everything(*ROOMS) == before
        else:
            assert not verb or verb in PETITION.allowed(one.status)

    @rule(who=WHO, pick=PICK, code=CODE)
    def sort(self, who: str, pick: int, code: str) -> None:
        """Classify and route."""
        actor, body = self.cast.actors[who], committee(self.cast, code).pk
        self._try("route", pick, lambda one: actions.sort_petition(
            one.pk, field="lighting", kind="petition", title="Đèn", body_id=body, actor=actor, at=self.at))  # fmt: skip

    @rule(who=WHO, pick=PICK, code=CODE, why=WHY)
    def forward(self, who: str, pick: int, code: str, why: str) -> None:
        """Forward to another body."""
        actor, body = self.cast.actors[who], committee(self.cast, code).pk
        self._try("forward", pick, lambda one: actions.forward_petition(
            one.pk, body_id=body, reason=why, actor=actor, at=self.at))  # fmt: skip

    @rule(who=WHO, pick=PICK, why=WHY, verb=st.sampled_from(["return", "dispute", "reopen", "restore", "unmerge"]))
    def with_reason(self, who: str, pick: int, why: str, verb: str) -> None:
        """Moves that need a reason and nothing else."""
        deed = getattr(actions, f"{verb}_petition")
        self._try(verb, pick, lambda one: deed(one.pk, reason=why, actor=self.cast.actors[who], at=self.at))

    @rule(who=WHO, pick=PICK, verb=st.sampled_from(["acknowledge", "confirm"]))
    def plain(self, who: str, pick: int, verb: str) -> None:
        """Moves that need nothing."""
        deed = getattr(actions, f"{verb}_petition")
        self._try(verb, pick, lambda one: deed(one.pk, actor=self.cast.actors[who], at=self.at))

    @rule(who=WHO, pick=PICK, is_good=st.booleans())
    def answer(self, who: str, pick: int, is_good: bool) -> None:
        """Answer, well or vaguely."""
        sheet = good() if is_good else good(text="Xin ghi nhận và sẽ xem xét")
        actor = self.cast.actors[who]
        self._try("answer", pick, lambda one: actions.answer_petition(one.pk, sheet=sheet, actor=actor, at=self.at))

    @rule(who=WHO, pick=PICK, why=WHY)
    def turn_away(self, who: str, pick: int, why: str) -> None:
        """To its own procedure."""
        actor = self.cast.actors[who]
        self._try("turn_away", pick, lambda one: actions.turn_away_petition(
            one.pk, procedure="complaint", reason=why, actor=actor, at=self.at))  # fmt: skip

    @rule(who=WHO, pick=PICK)
    def split(self, who: str, pick: int) -> None:
        """In two."""
        actor = self.cast.actors[who]
        self._try("split", pick, lambda one: actions.split_petition(
            one.pk, parts=["Đèn hỏng", "Cống tắc"], actor=actor, at=self.at))  # fmt: skip

    @rule(who=WHO, pick=PICK, other=PICK)
    def merge_or_group(self, who: str, pick: int, other: int) -> None:
        """Two become one, or stand together."""
        actor, into = self.cast.actors[who], self._one(other).pk
        self._try("merge", pick, lambda one: actions.merge_petition(one.pk, into_id=into, actor=actor, at=self.at))
        self._try("", pick, lambda one: actions.group_petitions([one.pk, into], actor=actor, at=self.at))

    @rule(who=WHO, pick=PICK, why=WHY)
    def pause_or_resume(self, who: str, pick: int, why: str) -> None:
        """The clock stops, or runs."""
        actor = self.cast.actors[who]
        self._try("", pick, lambda one: actions.pause_petition(one.pk, reason=why, actor=actor, at=self.at))
        self._try("", pick, lambda one: actions.resume_petition(one.pk, actor=actor, at=self.at))

    @rule()
    def next_year(self) -> None:
        """The books of a new year are opened."""
        self.at += timedelta(days=20)
        number = Campaign.objects.count()
        if number < 4:
            self.year = Campaign.objects.create(
                tree=self.cast.tree, year=self.year.year + 1, name=f"Năm thứ {number}", launched_at=self.at
            )
            actions.carry_over(self.year.pk, actor=self.cast.actors["mrs_ha"], at=self.at)

    @rule(days=st.integers(min_value=1, max_value=20))
    def later(self, days: int) -> None:
        """Days pass."""
        self.at += timedelta(days=days)

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every voice is followed by itself, by its parts, by the one it was merged into, or has its own procedure."""
        for one in Petition.objects.select_related("holder", "body"):
            last = one.steps.order_by("-pk")[0]
            assert (last.status, last.holder_id, last.body_id) == (one.status, one.holder_id, one.body_id)
            if one.status in SORTING:
                assert one.body_id is None
                assert one.clock_from is None
            if one.status in ANSWERING:
                assert one.body is not None
                assert one.holder.unit_id == one.body.unit_id
                assert one.answer_due_on is not None
                assert (one.waiting_since is not None) == one.pauses.filter(ends_on__isnull=True).exists()
            if one.status in ANSWERED:
                assert one.answers.filter(disputed_at__isnull=True).exists()
            if one.status == "split":
                assert one.parts.count() >= 2
            if one.status == "merged":
                assert _followed(one) is not None
            if one.status not in (*LEFT, *ANSWERED):
                assert one.book_id == self.year.pk

    @invariant()
    def every_voice_is_there(self) -> None:
        """None of the three disappears."""
        assert Petition.objects.filter(pk__in=self.voices).count() == len(self.voices)


def _followed(one: Petition) -> Petition | None:
    """Where a merged petition's voice is followed; None in a ring."""
    seen = set()
    while one.merged_into is not None:
        if one.pk in seen:
            return None
        seen.add(one.pk)
        one = one.merged_into
    return one


def test_no_sequence_of_moves_loses_a_petition(cast: Cast, campaign: Campaign) -> None:
    Ways.cast, Ways.campaign = cast, campaign

    run_state_machine_as_test(
        Ways, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=25)
    )
