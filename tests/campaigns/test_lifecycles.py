"""Any order of verbs: status and diary agree, and what is refused leaves no trace."""

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.audit.models import Entry
from danban.campaigns import actions
from danban.campaigns.models import Campaign, Draft, DraftItem, Obligation
from danban.campaigns.states import CAMPAIGN, DRAFT, DRAFT_ITEM, CampaignStatus, DraftStatus, ItemState
from danban.kit.refusals import Refused
from tests.campaigns.readings import OTHER, reading_of
from tests.campaigns.traces import everything
from tests.cast import AT, TODAY, Cast

WHO = st.sampled_from(["mrs_ha", "mrs_ha", "mrs_ha", "mr_dung", "ba_dinh", "culture_department", "stranger"])
MANY = st.integers(0, 10**6)


class Year(RuleBasedStateMachine):
    """One draft at a time, reviewed, launched, closed and reopened by anybody in any order."""

    cast: ClassVar[Cast]

    @initialize()
    def read(self) -> None:
        """Begin with a plan just read."""
        self.draft = actions.start_draft(
            reading_of(OTHER), tree_id=self.cast.tree.pk, actor=self.cast.actors["mrs_ha"], at=AT
        )
        Draft.objects.filter(pk=self.draft.pk).update(name=f"Năm {self.draft.pk}")
        self.campaign: Campaign | None = None
        self.seen = Entry.objects.count()

    def _try(self, deed: Callable[[], Any]) -> bool:
        before = everything()
        try:
            deed()
        except Refused:
            assert everything() == before
            return False
        return True

    def _item(self, number: int) -> DraftItem:
        items = list(self.draft.items.order_by("pk"))
        return items[number % len(items)]

    def _move_item(self, verb: str, deed: Callable[[], Any], item: DraftItem) -> None:
        before = item.state
        if self._try(deed):
            item.refresh_from_db()
            assert verb in DRAFT_ITEM.allowed(before)
            assert item.state != before or verb == "correct"

    @rule(who=WHO, number=MANY)
    def drop(self, who: str, number: int) -> None:
        """Drop some line."""
        item = self._item(number)
        self._move_item("drop", lambda: actions.drop_item(item.pk, actor=self.cast.actors[who], at=AT), item)

    @rule(who=WHO, number=MANY)
    def restore(self, who: str, number: int) -> None:
        """Restore some line."""
        item = self._item(number)
        self._move_item("restore", lambda: actions.restore_item(item.pk, actor=self.cast.actors[who], at=AT), item)

    @rule(who=WHO, number=MANY, name=st.sampled_from(["Một", "Hai", ""]))
    def correct(self, who: str, number: int, name: str) -> None:
        """Correct some line."""
        item, actor = self._item(number), self.cast.actors[who]
        self._move_item(
            "correct", lambda: actions.correct_item(item.pk, values={"name": name}, actor=actor, at=AT), item
        )

    @rule(who=WHO)
    def launch(self, who: str) -> None:
        """Launch; again it gives the same year."""
        self.draft.refresh_from_db()
        before = self.draft.status
        if self._try(lambda: actions.launch_draft(self.draft.pk, actor=self.cast.actors[who], at=AT)):
            self.draft.refresh_from_db()
            assert "launch" in DRAFT.allowed(before) or before == DraftStatus.LAUNCHED
            assert self.campaign in (None, self.draft.launched_campaign)
            self.campaign = self.draft.launched_campaign

    @rule(who=WHO)
    def discard(self, who: str) -> None:
        """Discard."""
        self.draft.refresh_from_db()
        before = self.draft.status
        if self._try(lambda: actions.discard_draft(self.draft.pk, actor=self.cast.actors[who], at=AT)):
            assert "discard" in DRAFT.allowed(before)

    @rule(who=WHO, verb=st.sampled_from(["close", "reopen"]), reason=st.sampled_from(["", "Vì thế"]))
    def close_or_reopen(self, who: str, verb: str, reason: str) -> None:
        """Close or reopen the year."""
        if self.campaign is None:
            return
        self.campaign.refresh_from_db()
        before = self.campaign.status
        act = actions.close_campaign if verb == "close" else actions.reopen_campaign
        pk = self.campaign.pk
        if self._try(lambda: act(pk, reason=reason, actor=self.cast.actors[who], at=AT)):
            assert verb in CAMPAIGN.allowed(before)
            assert reason

    @rule(who=WHO, verb=st.sampled_from(["fulfil", "reopen"]))
    def do_or_undo(self, who: str, verb: str) -> None:
        """Do or undo what Ba Đình owes."""
        if self.campaign is None:
            return
        asked: dict[str, Any] = {
            "campaign_id": self.campaign.pk, "placement_id": self.cast.places["001"].pk, "kind_code": "deadline-1",
            "actor": self.cast.actors[who], "at": AT,
        }  # fmt: skip
        if verb == "fulfil":
            self._try(lambda: actions.fulfil_obligations(**asked, event="plan.issued", on=TODAY))
        else:
            self._try(lambda: actions.reopen_obligations(**asked, reason="Nhầm"))

    @invariant()
    def the_diary_tells_where_everything_stands(self) -> None:
        """Statuses follow from the diary alone."""
        if not hasattr(self, "draft"):
            return
        told = Counter(Entry.objects.values_list("event", "subject_id"))
        self.draft.refresh_from_db()
        assert (self.draft.status == DraftStatus.DISCARDED) == (told["draft.discarded", self.draft.pk] == 1)
        for item in self.draft.items.all():
            is_dropped = told["item.dropped", item.pk] > 0 and self._last(item.pk) == "item.dropped"
            assert (item.state == ItemState.DROPPED) == is_dropped
        if self.campaign is None:
            return
        self.campaign.refresh_from_db()
        assert told["draft.launched", self.campaign.pk] == 1
        closed = told["campaign.closed", self.campaign.pk] - told["campaign.reopened", self.campaign.pk]
        assert (self.campaign.status == CampaignStatus.CLOSED) == (closed == 1)
        for owed in Obligation.objects.filter(campaign=self.campaign, placement=self.cast.places["001"]):
            done = told["obligation.fulfilled", owed.pk] - told["obligation.reopened", owed.pk]
            assert (owed.fulfilled_on is not None) == (done == 1)

    def _last(self, item_id: int) -> str:
        return Entry.objects.filter(subject="draft_item", subject_id=item_id).order_by("-pk")[0].event


@pytest.mark.timeout(300)
def test_any_order_of_verbs_keeps_status_and_diary_together(cast: Cast) -> None:
    Year.cast = cast

    run_state_machine_as_test(
        Year, settings=settings(max_examples=settings().max_examples // 5, stateful_step_count=20)
    )
