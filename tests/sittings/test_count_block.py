"""One show of hands for every target that waits."""

from decimal import Decimal
from uuid import uuid4

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotNow, Refused
from danban.sittings import actions
from danban.sittings.models import HandCount, Target
from danban.sittings.rules import TargetSheet
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, hands


def _put(cast: Cast, one: Conference, *names: str) -> list[Target]:
    return [
        actions.put_target(one.pk, sheet=TargetSheet(name, Decimal(90)), actor=cast.actors[HEAD], at=EVENING)
        for name in names
    ]


def test_every_target_not_voted_on_gets_the_count_and_a_replay_adds_none(cast: Cast, meeting: Conference) -> None:
    first, *rest = _put(cast, meeting, "A", "B", "C")
    by = cast.actors[HEAD]
    actions.count_hands(meeting.pk, uuid=uuid4(), sheet=hands(target_id=first.pk), actor=by, at=EVENING)
    uuid = uuid4()
    for _ in range(2):
        found = actions.count_block(meeting.pk, uuid=uuid, sheet=hands(), actor=by, at=EVENING)
        assert [count.target for count in found] == rest

    assert HandCount.objects.count() == 3


def test_with_nothing_to_vote_on_it_is_refused(cast: Cast, meeting: Conference) -> None:
    with pytest.raises(NotNow):
        actions.count_block(meeting.pk, uuid=uuid4(), sheet=hands(), actor=cast.actors[HEAD], at=EVENING)


def test_a_neighbour_may_not(cast: Cast, meeting: Conference) -> None:
    _put(cast, meeting, "A")
    with pytest.raises(Refused):
        actions.count_block(meeting.pk, uuid=uuid4(), sheet=hands(), actor=cast.actors["mrs_ha"], at=EVENING)
    assert not HandCount.objects.exists()


def test_numbers_that_do_not_add_up_leave_no_trace(cast: Cast, meeting: Conference) -> None:
    _put(cast, meeting, "A", "B")
    with pytest.raises(BadInput):
        actions.count_block(meeting.pk, uuid=uuid4(), sheet=hands(in_favour=3), actor=cast.actors[HEAD], at=EVENING)
    assert not HandCount.objects.exists()
