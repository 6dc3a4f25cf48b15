"""Any order of deeds with people sent and with the timetable: nobody is in two places, days are the conferences'."""

from collections import Counter
from collections.abc import Callable
from datetime import date, time
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.campaigns.models import Campaign
from danban.conferences import actions as conferences
from danban.conferences.models import Conference
from danban.conferences.rules import Timing
from danban.envoys import actions
from danban.envoys.models import Envoy
from danban.envoys.rules import slot_of
from danban.envoys.states import ENVOY
from danban.kit.refusals import Refused
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, SATURDAY, conference_of
from tests.envoys.factories import ROOMS, proposed

WHICH = st.integers(0, 1)
WHO = st.sampled_from(["phuc_xa", "phuc_xa", "ba_dinh", "head_of_group_1"])
DAYS = st.sampled_from([FRIDAY, FRIDAY, SATURDAY])
REASONS = st.sampled_from(["Bận", "Bận", ""])


class Life(RuleBasedStateMachine):
    """Two conferences of one commune, and the people sent to them."""

    cast: ClassVar[Cast]
    campaign: ClassVar[Campaign]

    @initialize()
    def begin(self) -> None:
        """Everything planned anew."""
        Conference.objects.filter(campaign=self.campaign).delete()
        conferences.plan_conferences(self.campaign.pk, actor=self.cast.actors["mrs_ha"], at=AT)
        self.pair = [conference_of(self.cast, self.campaign, code).pk for code in ("00001.01", "00001.02")]

    def _try(self, deed: Callable[[], Any]) -> None:
        before = everything(*ROOMS)
        try:
            deed()
        except Refused:
            assert everything(*ROOMS) == before

    @rule(which=WHICH, who=WHO)
    def propose(self, which: int, who: str) -> None:
        """Somebody proposes themselves."""
        self._try(lambda: proposed(self.cast, Conference.objects.get(pk=self.pair[which]), who))

    @rule(
        which=WHICH,
        who=WHO,
        verb=st.sampled_from(["approve", "approve", "decline", "withdraw", "come", "miss"]),
        reason=REASONS,
    )
    def decide(self, which: int, who: str, verb: str, reason: str) -> None:
        """Something is decided about the latest person sent to one of them."""
        envoy = Envoy.objects.filter(conference=self.pair[which]).order_by("-pk").first()
        if envoy is None:
            return
        named: dict[str, Any] = {"actor": self.cast.actors[who], "at": AT}
        deeds: dict[str, Callable[[], Any]] = {
            "approve": lambda: actions.approve_envoy(envoy.pk, **named),
            "decline": lambda: actions.decline_envoy(envoy.pk, reason=reason, **named),
            "withdraw": lambda: actions.withdraw_envoy(envoy.pk, reason=reason, **named),
            "come": lambda: actions.confirm_presence_of_envoy(envoy.pk, **named),
            "miss": lambda: actions.record_absence_of_envoy(envoy.pk, reason=reason, **named),
        }
        self._try(deeds[verb])

    @rule(which=WHICH, day=DAYS)
    def schedule(self, which: int, day: date) -> None:
        """One moves."""
        self._timetable(lambda: self._put(which, day))

    @rule(day=DAYS, other=DAYS)
    def schedule_both(self, day: date, other: date) -> None:
        """Both move in one deed; they may change places."""
        self._timetable(lambda: (self._put(0, day), self._put(1, other)))

    @rule(which=WHICH, verb=st.sampled_from(["unschedule", "postpone", "give_up"]))
    def lose_day(self, which: int, verb: str) -> None:
        """One has no day any more."""
        pk = self.pair[which]
        named: dict[str, Any] = {"actor": self.cast.actors["phuc_xa"], "at": AT}
        deeds: dict[str, Callable[[], Any]] = {
            "unschedule": lambda: conferences.unschedule_conference(pk, **named),
            "postpone": lambda: conferences.postpone_conference(pk, reason="Mưa", **named),
            "give_up": lambda: conferences.give_up_conference(pk, cause="Mưa", **named),
        }
        self._timetable(deeds[verb])

    def _put(self, which: int, day: date) -> Conference:
        timing = Timing(day, "eve", None, time(19, 30))
        return conferences.schedule_conference(
            self.pair[which], timing=timing, actor=self.cast.actors["phuc_xa"], at=AT
        )

    def _timetable(self, deed: Callable[[], Any]) -> None:
        self._try(lambda: actions.with_envoys(deed, self.pair, actor=self.cast.actors["phuc_xa"], at=AT))

    @invariant()
    def nobody_is_in_two_places(self) -> None:
        """Each person is expected once a session."""
        held = Envoy.objects.filter(status__in=["approved", "attended"], day__isnull=False)
        places = Counter(held.values_list("person_key", "day", "session"))
        assert not [key for key, count in places.items() if count > 1]

    @invariant()
    def days_are_the_conferences(self) -> None:
        """Whoever waits or is approved has the day and session of the conference."""
        for envoy in Envoy.objects.filter(status__in=["proposed", "approved"]).select_related("conference"):
            assert (envoy.day, envoy.session) == slot_of(envoy.conference)
            assert ENVOY.allowed(envoy.status)


@pytest.mark.usefixtures("campaign")
def test_any_order_of_deeds_keeps_everybody_in_one_place(cast: Cast, campaign: Campaign) -> None:
    Life.cast, Life.campaign = cast, campaign
    run_state_machine_as_test(Life, settings=settings(max_examples=15, stateful_step_count=20, deadline=None))
