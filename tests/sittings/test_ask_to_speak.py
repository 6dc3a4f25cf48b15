"""The speakers' queue: asked once, one speaks at a time, who waits may step back."""

from datetime import timedelta
from uuid import uuid4

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotNow
from danban.sittings import actions
from danban.sittings.models import Turn
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS


def ask(cast: Cast, one: Conference, speaker: str = "Ông Minh") -> Turn:
    """Somebody asks for the floor."""
    return actions.ask_to_speak(one.pk, uuid=uuid4(), speaker=speaker, actor=cast.actors[HEAD], at=EVENING)


def test_asking_twice_is_one_place_in_the_queue(cast: Cast, meeting: Conference) -> None:
    uuid = uuid4()
    for _ in range(2):
        actions.ask_to_speak(meeting.pk, uuid=uuid, speaker="Ông Minh", actor=cast.actors[HEAD], at=EVENING)
    assert Turn.objects.count() == 1
    with no_trace(*ROOMS), pytest.raises(BadInput):
        ask(cast, meeting, " ")


def test_only_while_it_meets(cast: Cast, ready: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow):
        ask(cast, ready)


def test_one_speaks_at_a_time(cast: Cast, meeting: Conference) -> None:
    first, second = ask(cast, meeting), ask(cast, meeting, "Bà Hoa")
    later = EVENING + timedelta(minutes=3)
    actions.begin_turn(first.pk, actor=cast.actors[HEAD], at=EVENING)
    actions.begin_turn(second.pk, actor=cast.actors[HEAD], at=later)

    first.refresh_from_db()
    assert first.ended_at == later
    assert Turn.objects.filter(began_at__isnull=False, ended_at__isnull=True).get() == second
