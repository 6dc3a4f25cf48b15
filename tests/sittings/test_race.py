"""Everybody presses at the same time: one voter one vote, one open poll, on both databases."""

import pytest
from django.db.models import Sum

from danban.conferences.models import Conference
from danban.sittings import actions
from danban.sittings.models import Poll, PollBox, PollVoter
from danban.sittings.rules import PollSheet
from tests.cast import Cast, run_campaign
from tests.conferences.factories import conference_of, hall_of, plan
from tests.sittings.factories import EVENING, HEAD, announced_with_agenda, opened, poll_of, present
from tests.together import together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(city: Cast) -> Conference:
    """Open, committed."""
    campaign = run_campaign(city)
    plan(city, campaign)
    return opened(city, announced_with_agenda(city, conference_of(city, campaign, "00001.01"), hall_of(city)))


def test_one_voter_on_many_phones_has_one_vote(city: Cast, meeting: Conference) -> None:
    poll, voter = poll_of(city, meeting), present(meeting)[0]

    answers = together(
        *(lambda n=n: actions.cast_vote(poll.pk, attendance_id=voter.pk, choices=(n % 2,)) for n in range(6))
    )

    assert sorted(answers, key=str) == [False] * 5 + [True]
    assert PollBox.objects.aggregate(n=Sum("count"))["n"] == PollVoter.objects.count() == 1


def test_many_voters_at_once_are_all_counted(city: Cast, meeting: Conference) -> None:
    poll, voters = poll_of(city, meeting), present(meeting, 8)

    together(*(lambda v=v: actions.cast_vote(poll.pk, attendance_id=v.pk, choices=(0,)) for v in voters))

    assert PollBox.objects.get(poll=poll, choice=0).count == PollVoter.objects.count() == 8


def test_votes_that_meet_the_count_are_in_it_or_refused(city: Cast, meeting: Conference) -> None:
    poll, voters = poll_of(city, meeting), present(meeting, 5)

    together(
        lambda: actions.close_poll(poll.pk, actor=city.actors[HEAD], at=EVENING),
        *(lambda v=v: actions.cast_vote(poll.pk, attendance_id=v.pk, choices=(1,)) for v in voters),
    )

    poll.refresh_from_db()
    assert poll.voted == PollVoter.objects.count() == PollBox.objects.aggregate(n=Sum("count"))["n"]


def test_two_polls_opened_at_once_leave_one_open(city: Cast, meeting: Conference) -> None:
    by = {"actor": city.actors[HEAD], "at": EVENING}
    polls = [actions.prepare_poll(meeting.pk, sheet=PollSheet(name, ("A", "B")), **by) for name in ("Một", "Hai")]  # type: ignore[arg-type]

    together(*(lambda p=p: actions.open_poll(p.pk, **by) for p in polls))  # type: ignore[arg-type]

    assert Poll.objects.filter(status="open").count() == 1
