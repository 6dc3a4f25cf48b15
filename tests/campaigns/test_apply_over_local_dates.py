"""An amendment over units that have set days of their own: everything follows, and what was said is what moves."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any, ClassVar

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.campaigns import actions, queries
from danban.campaigns.actions import LocalDay
from danban.campaigns.models import Amendment, Campaign, LocalDate, Obligation
from danban.campaigns.queries.local_dates import days_of, leaves_out
from danban.campaigns.rules.local_dates import Days, standing_days
from danban.kit import paths
from danban.kit.refusals import Refused
from tests.campaigns.finders import duty, milestone
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY, Cast

LATER = AT + timedelta(hours=1)
JAN, FEB = date(2023, 1, 2), date(2023, 2, 28)


def _kind(campaign: Campaign, code: str = "conference") -> int:
    return campaign.obligation_kinds.get(code=code, level__code="village").pk


def _set(cast: Cast, campaign: Campaign, code: str, *dates: LocalDay) -> None:
    actions.set_local_dates(
        campaign_id=campaign.pk, placement_id=cast.places[code].pk, dates=dates, actor=cast.actors["mrs_ha"], at=AT
    )


def _amend(cast: Cast, campaign: Campaign, hours: int = 1, **values: str) -> Amendment:
    at, ha = AT + timedelta(hours=hours), cast.actors["mrs_ha"]
    change = actions.draft_amendment(campaign.pk, actor=ha, at=at)
    actions.correct_item(milestone(change, "village-conference").pk, values=values, actor=ha, at=at)
    said = queries.difference(change)
    actions.apply_draft(change.pk, reason="Đổi đợt", actor=ha, at=at)
    amendment = Amendment.objects.order_by("-pk")[0]
    assert amendment.moved_obligations == said.moved
    return amendment


def _due(campaign: Campaign, code: str, kind: str = "conference") -> date | None:
    return Obligation.objects.get(campaign=campaign, placement__code=code, kind__code=kind).due_on


def test_a_window_that_grows_leaves_own_days_in_force(cast: Cast, campaign: Campaign) -> None:
    _set(cast, campaign, "00001", LocalDay(_kind(campaign), None, date(2023, 2, 20)))

    _amend(cast, campaign, due_on="2023-03-05")

    assert [_due(campaign, code) for code in ("00001.01", "00004.01")] == [date(2023, 2, 20), date(2023, 3, 5)]


def test_a_window_that_shrinks_lets_own_days_rest_and_growing_again_wakes_them(cast: Cast, campaign: Campaign) -> None:
    _set(cast, campaign, "00001", LocalDay(_kind(campaign), None, date(2023, 2, 25)))

    _amend(cast, campaign, due_on="2023-02-20")
    assert {_due(campaign, code) for code in ("00001.01", "00004.01")} == {date(2023, 2, 20)}
    owed = Obligation.objects.get(placement__code="00001.01", kind_id=_kind(campaign))
    steps = queries.obligation_page(cast.actors["head_of_group_1"], owed.pk).steps
    assert "Sửa đổi ngày 10/02/2023: từ 02/01/2023–28/02/2023 thành 02/01/2023–20/02/2023." in steps
    assert steps[-1].startswith("Phường Phúc Xá từng đặt 25/02/2023")

    _amend(cast, campaign, hours=2, due_on="2023-03-01")
    assert [_due(campaign, code) for code in ("00001.01", "00004.01")] == [date(2023, 2, 25), date(2023, 3, 1)]


def test_only_what_gets_another_day_is_counted(cast: Cast, campaign: Campaign) -> None:
    unmoved = _amend(cast, campaign, due_on="2023-03-05").moved_obligations
    _set(cast, campaign, "001", LocalDay(_kind(campaign), None, date(2023, 2, 20)))
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["00454.01"].pk, kind_code="conference",
        event="conference.held", on=TODAY, actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip

    moved = _amend(cast, campaign, hours=2, due_on="2023-03-06").moved_obligations

    assert moved == unmoved - 4 - 1


def test_a_kind_the_year_no_longer_asks_for_takes_its_own_days_with_it(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    actions.fulfil_obligations(
        campaign_id=campaign.pk, placement_id=cast.places["00001.01"].pk, kind_code="conference",
        event="conference.held", on=TODAY, actor=ha, at=AT,
    )  # fmt: skip
    _set(cast, campaign, "00001", LocalDay(_kind(campaign), None, date(2023, 2, 25)))
    change = actions.draft_amendment(campaign.pk, actor=ha, at=AT)
    actions.drop_item(duty(change, "village", "conference").pk, actor=ha, at=AT)

    actions.apply_draft(change.pk, reason="Không họp nữa", actor=ha, at=LATER)

    assert not LocalDate.objects.exists()
    assert Obligation.objects.get(kind__code="conference", kind__level__code="village").due_on == FEB


def test_a_day_the_year_now_fixes_binds_and_one_it_leaves_out_sets_free(cast: Cast, campaign: Campaign) -> None:
    ha = cast.actors["mrs_ha"]
    own = date(2023, 3, 20)
    _set(cast, campaign, "00001", LocalDay(_kind(campaign, "minutes"), None, own))
    assert _due(campaign, "00001.01", "minutes") == own
    for hours, is_proposal, due_on in ((1, False, date(2023, 3, 1)), (3, True, own)):
        at = AT + timedelta(hours=hours)
        change = actions.draft_amendment(campaign.pk, actor=ha, at=at)
        line = duty(change, "village", "minutes")
        actions.correct_item(line.pk, values={"set_by_office": is_proposal}, actor=ha, at=at)

        actions.apply_draft(change.pk, reason="Định lại", actor=ha, at=at + timedelta(hours=1))

        assert _due(campaign, "00001.01", "minutes") == due_on


def test_it_costs_the_same_with_one_unit_that_has_own_days_and_with_four(cast: Cast, campaign: Campaign) -> None:
    costs = []
    _set(cast, campaign, "00001", LocalDay(_kind(campaign), None, date(2023, 2, 25)))
    for hours, due_on in ((1, "2023-03-05"), (3, "2023-03-06")):
        ha, at = cast.actors["mrs_ha"], AT + timedelta(hours=hours)
        change = actions.draft_amendment(campaign.pk, actor=ha, at=at)
        actions.correct_item(milestone(change, "village-conference").pk, values={"due_on": due_on}, actor=ha, at=at)
        with CaptureQueriesContext(connection) as asked:
            actions.apply_draft(change.pk, reason="Đổi đợt", actor=ha, at=at + timedelta(hours=1))
        costs.append(len(asked))
        for number, code in enumerate(("00004", "00454", "00457")):
            _set(cast, campaign, code, LocalDay(_kind(campaign), None, date(2023, 2, 20 + number)))

    assert costs[1] <= costs[0]


_OFFSET = st.integers(0, 57)


class Dates(RuleBasedStateMachine):
    """Units set and lift days, the city moves the window, villages meet: every open day is what the rule says."""

    cast: ClassVar[Cast]

    @initialize()
    def launch(self) -> None:
        """A year of its own for every run."""
        ha = self.cast.actors["mrs_ha"]
        draft = actions.start_draft(reading_of(), tree_id=self.cast.tree.pk, actor=ha, at=AT)
        type(draft).objects.filter(pk=draft.pk).update(name=f"Năm {draft.pk}")
        self.campaign = actions.launch_draft(draft.pk, actor=ha, at=AT)
        self.kind_id, self.hours = _kind(self.campaign), 0
        self.done: dict[int, Days] = {}

    @rule(code=st.sampled_from(["001", "017", "00001", "00004", "00454", "00001.01"]), first=_OFFSET, length=_OFFSET)
    def set_days(self, code: str, first: int, length: int) -> None:
        """A unit sets days, inside or not."""
        start = JAN + timedelta(days=first)
        with suppress(Refused):
            _set(self.cast, self.campaign, code, LocalDay(self.kind_id, start, start + timedelta(days=length)))

    @rule(code=st.sampled_from(["001", "00001", "00004"]))
    def lift_days(self, code: str) -> None:
        """A unit's plan is returned."""
        _set(self.cast, self.campaign, code)

    @rule(first=st.integers(0, 20), last=st.integers(25, 60))
    def amend(self, first: int, last: int) -> None:
        """The city moves the window."""
        self.hours += 2
        days = {"starts_on": JAN + timedelta(days=first), "due_on": JAN + timedelta(days=last)}
        before = self._all_days()
        amendment = _amend(self.cast, self.campaign, self.hours, **{name: str(on) for name, on in days.items()})
        after = self._all_days()
        assert amendment.moved_obligations == sum(before[pk] != after[pk] for pk in before)

    @rule(code=st.sampled_from(["00001.01", "00001.02", "00004.01"]), verb=st.sampled_from(["fulfil", "reopen"]))
    def meet(self, code: str, verb: str) -> None:
        """A village meets, or its meeting is undone."""
        asked: dict[str, Any] = {
            "campaign_id": self.campaign.pk, "placement_id": self.cast.places[code].pk, "kind_code": "conference",
            "actor": self.cast.actors["mrs_ha"], "at": AT,
        }  # fmt: skip
        if verb == "fulfil":
            actions.fulfil_obligations(**asked, event="conference.held", on=TODAY)
        else:
            actions.reopen_obligations(**asked, reason="Nhầm")
        owed = Obligation.objects.get(placement=self.cast.places[code], kind_id=self.kind_id)
        self.done.pop(owed.pk, None)
        if owed.fulfilled_on:
            self.done[owed.pk] = days_of(owed)

    def _all_days(self) -> dict[int, Days]:
        return {owed.pk: days_of(owed) for owed in Obligation.objects.filter(campaign=self.campaign)}

    @invariant()
    def every_open_day_is_what_the_rule_says_and_done_ones_keep_theirs(self) -> None:
        """Recomputed one by one."""
        if not hasattr(self, "campaign"):
            return
        kind = self.campaign.obligation_kinds.get(pk=self.kind_id)
        local = {
            one.placement.path: days_of(one)
            for one in LocalDate.objects.select_related("placement").filter(campaign=self.campaign).order_by("pk")
        }
        for owed in Obligation.objects.filter(kind=kind).select_related("placement").order_by("pk"):
            path = owed.placement.path
            way = [paths.ancestor(path, depth) for depth in range(paths.depth(path) + 1)]
            chain = [local[step] for step in way if step in local]
            wanted = standing_days(days_of(kind), chain, left_out=leaves_out(kind)).days
            assert days_of(owed) == self.done.get(owed.pk, wanted)


@pytest.mark.timeout(300)
def test_any_order_of_verbs_keeps_every_open_day_right(cast: Cast) -> None:
    Dates.cast = cast

    run_state_machine_as_test(
        Dates, settings=settings(max_examples=settings().max_examples // 5, stateful_step_count=15)
    )
