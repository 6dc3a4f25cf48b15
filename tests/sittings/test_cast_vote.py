"""One voter, one vote: under retries, at once from many threads; nothing joins a choice to a voter."""

from concurrent.futures import ThreadPoolExecutor
from typing import ClassVar

import pytest
from django.db import connection
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.audit.models import Entry
from danban.conferences.models import Conference
from danban.delegates.models import Attendance
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused
from danban.sittings import actions
from danban.sittings.models import Poll, PollBox, PollVoter
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, poll_of, present


def test_the_second_vote_of_a_person_changes_nothing(cast: Cast, meeting: Conference) -> None:
    voter, poll = present(meeting)[0], poll_of(cast, meeting)
    assert actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=(1,))
    with no_trace(*ROOMS):
        assert not actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=(0,))


def test_who_is_not_here_odd_ballots_and_closed_votes_are_refused(cast: Cast, meeting: Conference) -> None:
    voter, gone = present(meeting, 2)
    Attendance.objects.filter(pk=gone.pk).update(taken_back_at=EVENING)
    poll = poll_of(cast, meeting)
    with no_trace(*ROOMS), pytest.raises(NotYours, match="điểm danh"):
        actions.cast_vote(poll.pk, attendance_id=gone.pk, choices=(0,))
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.cast_vote(poll.pk + 1, attendance_id=voter.pk, choices=(0,))
    for choices in ((2,), (-1,), (0, 0), (0, 1)):
        with no_trace(*ROOMS), pytest.raises(BadInput):
            actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=choices)
    actions.close_poll(poll.pk, actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=(0,))


def test_nothing_stored_tells_who_chose_what(cast: Cast, meeting: Conference) -> None:
    voter, poll = present(meeting)[0], poll_of(cast, meeting)
    entries = Entry.objects.count()
    actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=(1,))

    assert Entry.objects.count() == entries
    assert {field.name for field in PollVoter._meta.get_fields()} == {"id", "poll", "attendance"}
    assert {field.name for field in PollBox._meta.get_fields()} == {"id", "poll", "choice", "count"}


@pytest.mark.django_db(transaction=True)
def test_many_phones_at_once_make_one_vote_each(cast: Cast, meeting: Conference) -> None:
    people, poll = present(meeting, 4), poll_of(cast, meeting)

    def vote(pk: int) -> bool:
        try:
            return actions.cast_vote(poll.pk, attendance_id=pk, choices=(pk % 2,))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(vote, [voter.pk for voter in people for _ in range(4)]))

    assert sum(done) == 4
    assert PollVoter.objects.count() == 4
    assert sum(PollBox.objects.values_list("count", flat=True)) == 4


class Voting(RuleBasedStateMachine):
    """Six people, one poll after the other, votes and counts in any order."""

    cast: ClassVar[Cast]
    one: ClassVar[Conference]
    people: ClassVar[list[Attendance]]

    @initialize()
    def begin(self) -> None:
        """No poll yet."""
        Poll.objects.filter(conference=self.one).update(status="cancelled")
        self.poll = poll_of(self.cast, self.one, "A", "B", "C", most=2)
        self.model: dict[int, tuple[int, ...]] = {}

    @rule(who=st.integers(0, 5), choices=st.lists(st.integers(0, 3), max_size=3).map(tuple))
    def vote(self, who: int, choices: tuple[int, ...]) -> None:
        """Somebody votes, maybe again, maybe oddly."""
        try:
            done = actions.cast_vote(self.poll.pk, attendance_id=self.people[who].pk, choices=choices)
        except Refused:
            return
        assert done == (who not in self.model)
        self.model.setdefault(who, choices)

    @rule()
    def close(self) -> None:
        """Count."""
        try:
            actions.close_poll(self.poll.pk, actor=self.cast.actors[HEAD], at=EVENING)
        except Refused:
            return

    @invariant()
    def the_box_is_what_was_voted(self) -> None:
        """Boxes, voters and model agree; never more votes than people."""
        if not hasattr(self, "poll"):
            return
        boxes = dict(PollBox.objects.filter(poll=self.poll).values_list("choice", "count"))
        expected = dict.fromkeys(range(-1, 3), 0)
        for choices in self.model.values():
            for choice in choices or (-1,):
                expected[choice] += 1
        assert boxes == expected
        assert PollVoter.objects.filter(poll=self.poll).count() == len(self.model) <= len(self.people)


def test_any_order_of_votes_and_counts(cast: Cast, meeting: Conference) -> None:
    Voting.cast, Voting.one, Voting.people = cast, meeting, present(meeting, 6)
    run_state_machine_as_test(Voting, settings=settings(max_examples=15, stateful_step_count=20, deadline=None))
