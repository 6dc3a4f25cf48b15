"""Any order of deeds by anybody: status, timetable and diary agree, halls clash never, refusals leave no trace."""

from collections import Counter
from collections.abc import Callable
from datetime import date, time
from typing import Any, ClassVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference, ConferencePlace, Hall
from danban.conferences.rules import OPEN_TO_TIMETABLE, TAKES_HALL, Timing
from danban.conferences.states import CONFERENCE, ConferenceStatus
from danban.kit.refusals import Refused
from tests.campaigns.traces import everything
from tests.cast import AT, Cast
from tests.conferences.factories import FRIDAY, ROOMS, SATURDAY, hall_of
from tests.conferences.factories_agenda import agreed

WHO = st.sampled_from(["phuc_xa", "phuc_xa", "phuc_xa_committee", "head_of_group_1", "ba_dinh", "truc_bach"])
WHICH = st.integers(0, 1)
WORDS = st.sampled_from(["Mưa lớn", "Mưa lớn", ""])
DAYS = st.sampled_from([FRIDAY, FRIDAY, SATURDAY, date(2023, 3, 1), date(2023, 1, 24)])
STARTS = st.sampled_from([time(19, 30), time(19, 30), None])


class Life(RuleBasedStateMachine):
    """Two conferences of a commune and one hall in many hands."""

    cast: ClassVar[Cast]
    campaign: ClassVar[Campaign]
    hall: ClassVar[Hall]

    @initialize()
    def begin(self) -> None:
        """Everything planned anew."""
        Conference.objects.filter(campaign=self.campaign).delete()
        actions.plan_conferences(self.campaign.pk, actor=self.cast.actors["mrs_ha"], at=AT)
        self._read()
        for one in self.both:
            agreed(self.cast, one)

    def _read(self) -> None:
        villages = [self.cast.places["00001.01"].pk, self.cast.places["00001.02"].pk]
        served = ConferencePlace.objects.filter(campaign=self.campaign, placement_id__in=villages)
        self.both = [row.conference for row in served.select_related("conference").order_by("placement_id")]

    def _try(self, verb: str, which: int, deed: Callable[[Conference], Any]) -> None:
        self._read()
        one = self.both[which]
        before = everything(*ROOMS)
        try:
            deed(one)
        except Refused:
            assert everything(*ROOMS) == before
        else:
            assert not verb or verb in CONFERENCE.allowed(one.status)

    def _timing(self, day: date, starts: time | None, *, in_hall: bool) -> Timing:
        return Timing(day, "eve", self.hall.pk if in_hall else None, starts)

    @rule(which=WHICH, who=WHO, day=DAYS, starts=STARTS, in_hall=st.booleans())
    def schedule(self, which: int, who: str, day: date, starts: time | None, in_hall: bool) -> None:
        """Schedule."""
        timing, actor = self._timing(day, starts, in_hall=in_hall), self.cast.actors[who]
        self._try("schedule", which, lambda one: actions.schedule_conference(one.pk, timing=timing, actor=actor, at=AT))

    @rule(which=WHICH, who=WHO, day=DAYS)
    def propose(self, which: int, who: str, day: date) -> None:
        """Propose a day."""
        timing, actor = self._timing(day, None, in_hall=True), self.cast.actors[who]
        self._try("", which, lambda one: actions.propose_date(one.pk, timing=timing, actor=actor, at=AT))

    @rule(which=WHICH, who=WHO, day=DAYS, reason=WORDS)
    def move(self, which: int, who: str, day: date, reason: str) -> None:
        """Move."""
        timing, actor = self._timing(day, time(18), in_hall=True), self.cast.actors[who]
        self._try(
            "move", which,
            lambda one: actions.move_conference(one.pk, timing=timing, reason=reason, actor=actor, at=AT),
        )  # fmt: skip

    @rule(which=WHICH, who=WHO, verb=st.sampled_from(["unschedule", "announce"]))
    def step(self, which: int, who: str, verb: str) -> None:
        """Unschedule or announce."""
        act = {"unschedule": actions.unschedule_conference, "announce": actions.announce_conference}[verb]
        self._try(verb, which, lambda one: act(one.pk, actor=self.cast.actors[who], at=AT))

    @rule(which=WHICH, who=WHO, reason=WORDS)
    def postpone(self, which: int, who: str, reason: str) -> None:
        """Postpone."""
        actor = self.cast.actors[who]
        self._try("postpone", which, lambda one: actions.postpone_conference(one.pk, reason=reason, actor=actor, at=AT))

    @rule(which=WHICH, who=st.sampled_from(["phuc_xa", "truc_bach"]), cause=st.sampled_from(["", "", "Dịch bệnh"]))
    def give_up(self, which: int, who: str, cause: str) -> None:
        """Give up."""
        actor = self.cast.actors[who]
        self._try("give_up", which, lambda one: actions.give_up_conference(one.pk, cause=cause, actor=actor, at=AT))

    @rule(which=WHICH, who=WHO, reason=WORDS)
    def excuse(self, which: int, who: str, reason: str) -> None:
        """Excuse."""
        actor = self.cast.actors[who]
        self._try("excuse", which, lambda one: actions.excuse_conference(one.pk, reason=reason, actor=actor, at=AT))

    @rule(which=WHICH, who=WHO)
    def pilot(self, which: int, who: str) -> None:
        """Choose the pilot."""
        self._try("", which, lambda one: actions.choose_pilot(one.pk, actor=self.cast.actors[who], at=AT))

    @rule(which=WHICH, who=WHO)
    def join(self, which: int, who: str) -> None:
        """Meet together."""
        self._read()
        ids = [self.both[which].pk, self.both[1 - which].pk]
        self._try("", which, lambda _: actions.join_conferences(ids, actor=self.cast.actors[who], at=AT))

    @rule(which=WHICH, who=WHO)
    def part(self, which: int, who: str) -> None:
        """Meet apart."""
        place = self.cast.places[f"00001.0{which + 1}"].pk
        actor = self.cast.actors[who]
        self._try("", which, lambda one: actions.part_conference(one.pk, placement_id=place, actor=actor, at=AT))

    @rule(first=DAYS, second=DAYS, who=WHO)
    def apply(self, first: date, second: date, who: str) -> None:
        """A whole timetable."""
        self._read()
        slots = {self.both[0].pk: self._timing(first, None, in_hall=True)}
        slots |= {self.both[1].pk: self._timing(second, None, in_hall=True)}
        place, actor = self.cast.places["00001"].pk, self.cast.actors[who]
        self._try(
            "", 0,
            lambda _: actions.apply_timetable(
                self.campaign.pk, placement_id=place, slots=slots, actor=actor, at=AT
            ),
        )  # fmt: skip

    @invariant()
    def everything_agrees(self) -> None:
        """Each village meets once; halls and pilots are single; every status has what it needs."""
        if not hasattr(self, "both"):
            return
        rows = list(Conference.objects.filter(campaign=self.campaign, placement__parent=self.cast.places["00001"]))
        halls = Counter((one.hall_id, one.day, one.session) for one in rows if one.hall_id and one.status in TAKES_HALL)
        assert max(halls.values(), default=0) <= 1
        assert sum(one.is_pilot for one in rows) <= 1
        served = ConferencePlace.objects.filter(placement__parent=self.cast.places["00001"])
        assert served.count() == 2
        for one in rows:
            assert one.day in {None, FRIDAY, SATURDAY}
            if one.status == ConferenceStatus.ANNOUNCED:
                assert one.hall_id
                assert one.starts_at
            if one.status in OPEN_TO_TIMETABLE and one.status != ConferenceStatus.SCHEDULED:
                assert (one.day, one.starts_at) == (None, None)
            if not one.places.exists():
                assert one.status == ConferenceStatus.NOT_HELD
            if one.excused_at is not None:
                assert one.status == ConferenceStatus.NOT_HELD


@pytest.mark.timeout(300)
def test_any_order_of_deeds_keeps_timetable_halls_and_places_together(
    cast: Cast, campaign: Campaign
) -> None:  # fmt: skip
    Life.cast, Life.campaign, Life.hall = cast, campaign, hall_of(cast)

    run_state_machine_as_test(
        Life, settings=settings(max_examples=settings().max_examples // 3, stateful_step_count=20)
    )


def test_rows_say_what_they_are(one: Conference, hall: Hall) -> None:
    assert str(one).endswith(f"planned #{one.pk}")
    assert str(hall) == f"{hall.name} #{hall.pk}"
    assert str(one.places.get()) == f"{one.pk} ∋ {one.placement_id}"
