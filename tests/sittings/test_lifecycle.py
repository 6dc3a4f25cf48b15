"""Any order of voting, retrying, coming, leaving, counting: the box holds what was voted, nobody votes twice."""

from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.conferences.models import Conference
from danban.delegates.models import Attendance
from danban.kit.refusals import Refused
from danban.sittings import actions
from danban.sittings.models import HandCount, Poll, PollBox, PollVoter
from danban.sittings.rules import PollSheet
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, hands, present

CHOICES = st.sampled_from([(), (0,), (1,), (2,), (0, 2), (0, 1, 2), (7,), (1, 1)])
WHO = st.integers(0, 5)
NUMBERS = st.integers(0, 12)


class Votes(RuleBasedStateMachine):
    """One hall, six people, one vote after another; a model of who chose what beside it."""

    cast: ClassVar[Cast]
    meeting: ClassVar[Conference]

    @initialize()
    def begin(self) -> None:
        """Everybody anew."""
        HandCount.objects.all().delete()
        Poll.objects.all().delete()
        Attendance.objects.all().delete()
        self.people = present(self.meeting, 6)
        self.poll: Poll | None = None
        self.voted: dict[int, tuple[int, ...]] = {}

    @rule(
        uuid=st.uuids(),
        present=NUMBERS,
        in_favour=NUMBERS,
        against=NUMBERS,
        reason=st.sampled_from(["", "Có người về"]),
    )
    def count(self, uuid: object, present: int, in_favour: int, against: int, reason: str) -> None:
        """Hands are counted; what does not add up is refused."""
        sheet = hands(present=present, in_favour=in_favour, against=against, other=0, gap_reason=reason)
        self._do(lambda: actions.count_hands(self.meeting.pk, uuid=uuid, sheet=sheet, **self.by))  # type: ignore[arg-type]

    @rule()
    def open(self) -> None:
        """Another vote; refused while one is open."""
        sheet = PollSheet("Chọn", ("A", "B", "C"), most=2)
        poll = actions.prepare_poll(self.meeting.pk, sheet=sheet, **self.by)  # type: ignore[arg-type]
        if self._do(lambda: actions.open_poll(poll.pk, **self.by)):  # type: ignore[arg-type]
            assert self.poll is None
            self.poll, self.voted = poll, {}

    @rule(who=WHO, choices=CHOICES, again=st.booleans())
    def vote(self, who: int, choices: tuple[int, ...], *, again: bool) -> None:
        """Somebody votes, perhaps sends it twice."""
        poll = self.poll or Poll.objects.order_by("-pk").first()
        if poll is None:
            return
        for _ in range(1 + again):
            person = self.people[who].pk
            took: list[bool] = []
            self._do(lambda: took.append(actions.cast_vote(poll.pk, attendance_id=person, choices=choices)))  # noqa: B023
            if took == [True]:
                assert self.poll is not None
                assert person not in self.voted
                self.voted[person] = choices

    @rule(who=WHO)
    def ticked_by_mistake(self, who: int) -> None:
        """A presence is taken back, of somebody who has not voted."""
        if self.people[who].pk not in self.voted:
            Attendance.objects.filter(pk=self.people[who].pk).update(taken_back_at=EVENING)

    @rule()
    def close(self) -> None:
        """Counted."""
        if self.poll is not None:
            closed = actions.close_poll(self.poll.pk, **self.by)  # type: ignore[arg-type]
            assert closed.voted == len(self.voted) <= (closed.eligible or 0)
            self._agrees(closed)
            self.poll = None

    @rule()
    def cancel(self) -> None:
        """Given up: nothing of it is left."""
        if self.poll is not None:
            actions.cancel_poll(self.poll.pk, reason="Ghi sai", **self.by)  # type: ignore[arg-type]
            assert not PollVoter.objects.filter(poll=self.poll).exists()
            assert not PollBox.objects.filter(poll=self.poll).exists()
            self.poll = None

    @invariant()
    def the_box_holds_what_was_voted(self) -> None:
        """Box by box."""
        if self.poll is not None:
            self._agrees(self.poll)

    @invariant()
    def hands_add_up_or_a_reason_stands(self) -> None:
        """Every count."""
        for one in HandCount.objects.all():
            assert one.present == one.in_favour + one.against + one.other or one.gap_reason

    @property
    def by(self) -> dict[str, object]:
        """Who, when."""
        return {"actor": self.cast.actors[HEAD], "at": EVENING}

    def _agrees(self, poll: Poll) -> None:
        wanted = dict.fromkeys(range(-1, 3), 0)
        for choices in self.voted.values():
            for choice in choices or (-1,):
                wanted[choice] += 1
        assert dict(PollBox.objects.filter(poll=poll).values_list("choice", "count")) == wanted
        assert set(PollVoter.objects.filter(poll=poll).values_list("attendance_id", flat=True)) == set(self.voted)

    def _do(self, deed: object) -> bool:
        assert callable(deed)
        try:
            deed()
        except Refused:
            return False
        return True


def test_whatever_they_do_the_box_holds_what_was_voted(cast: Cast, meeting: Conference) -> None:
    Votes.cast, Votes.meeting = cast, meeting
    run_state_machine_as_test(Votes, settings=settings(max_examples=25, stateful_step_count=25, deadline=None))
