"""Any order of steps by anybody: versions and diary agree, and what is refused leaves no trace."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.audit.models import Entry
from danban.kit.clock import day_of
from danban.kit.refusals import Refused
from danban.library import actions, queries
from danban.library.models import OutlineVersion
from danban.library.rules import PresentationSheet, Words
from danban.library.states import VERSION, VersionStatus
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.library.factories import draft

WHO = st.sampled_from(["mrs_ha", "mrs_ha", "mrs_ha", "culture_department", "phuc_xa", "head_of_group_1"])
WORDS = st.sampled_from(["Lời một", "Lời hai", ""])


class Life(RuleBasedStateMachine):
    """One outline in many hands, version after version."""

    cast: ClassVar[Cast]

    @initialize()
    def begin(self) -> None:
        """The board writes a first draft."""
        self.at = AT
        self.first = draft(self.cast)
        self.told: list[str] = ["outline.begun"]

    def _latest(self) -> OutlineVersion:
        return OutlineVersion.objects.filter(outline=self.first.outline_id).order_by("-number")[0]

    def _try(self, event: str, deed: Callable[[], Any]) -> bool:
        before = everything("library")
        try:
            deed()
        except Refused:
            assert everything("library") == before
            return False
        self.told.append(event)
        return True

    @rule(who=WHO)
    def begin_version(self, who: str) -> None:
        """The next version."""
        actor, pk = self.cast.actors[who], self.first.outline_id
        is_drafted = self._latest().status == VersionStatus.DRAFTING
        done = self._try("version.begun", lambda: actions.begin_version(pk, actor=actor, at=self.at))
        assert done == (who == "mrs_ha" and not is_drafted)

    @rule(who=WHO, text=WORDS)
    def edit(self, who: str, text: str) -> None:
        """Other words."""
        version, actor = self._latest(), self.cast.actors[who]
        done = self._try(
            "version.edited", lambda: actions.edit_version(version.pk, words=Words(text), actor=actor, at=self.at)
        )
        assert done == (who == "mrs_ha" and bool(text) and version.status == VersionStatus.DRAFTING)

    @rule(who=WHO)
    def publish(self, who: str) -> None:
        """Into use."""
        version, actor = self._latest(), self.cast.actors[who]
        done = self._try("version.published", lambda: actions.publish_version(version.pk, actor=actor, at=self.at))
        assert done == (who == "mrs_ha" and "publish" in VERSION.allowed(version.status))

    @rule(who=WHO, reason=WORDS)
    def withdraw(self, who: str, reason: str) -> None:
        """Out of use."""
        version, actor = self._latest(), self.cast.actors[who]
        done = self._try(
            "version.withdrawn",
            lambda: actions.withdraw_version(version.pk, reason=reason, actor=actor, at=self.at),
        )
        assert done == (who == "mrs_ha" and bool(reason) and "withdraw" in VERSION.allowed(version.status))

    @rule(who=WHO)
    def present(self, who: str) -> None:
        """A village hears it; each time is another occasion."""
        version, actor = self._latest(), self.cast.actors[who]
        place = self.cast.places["00001.01"]
        told = PresentationSheet(place.pk, day_of(self.at), f"Lần {len(self.told)}")
        done = self._try(
            "presentation.recorded",
            lambda: actions.record_presentation(version.pk, sheet=told, actor=actor, at=self.at),
        )
        assert not done or version.status == VersionStatus.PUBLISHED

    @rule(hours=st.integers(1, 60))
    def time_passes(self, hours: int) -> None:
        """Somebody thinks."""
        self.at += timedelta(hours=hours)

    @invariant()
    def versions_diary_and_the_one_in_use_agree(self) -> None:
        """Each follows from the other."""
        if not hasattr(self, "first"):
            return
        pk = self.first.outline_id
        events = Entry.objects.filter(subject="outline", subject_id=pk).order_by("pk").values_list("event", flat=True)
        assert list(events) == self.told
        versions = list(OutlineVersion.objects.filter(outline=pk).order_by("number"))
        assert [one.number for one in versions] == list(range(1, len(versions) + 1))
        assert all(one.status != VersionStatus.DRAFTING for one in versions[:-1])
        assert all((one.published_at is None) == (one.status == VersionStatus.DRAFTING) for one in versions)
        published = [one for one in versions if one.status == VersionStatus.PUBLISHED]
        village = self.cast.actors["head_of_group_1"]
        listed = queries.outlines_page(
            village, queries.OutlinesWanted(words=self.first.outline.title), at=self.at, on=day_of(self.at)
        )
        used = [row.version for row in listed.rows if row.version.outline_id == pk]
        assert used == published[-1:]


@pytest.mark.timeout(300)
def test_any_order_of_steps_keeps_versions_diary_and_lists_together(cast: Cast) -> None:
    Life.cast = cast

    run_state_machine_as_test(
        Life, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=15)
    )
