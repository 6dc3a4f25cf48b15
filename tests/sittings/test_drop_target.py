"""A target taken off leaves its place to nobody."""

from danban.conferences.models import Conference
from danban.sittings import actions, queries
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD
from tests.sittings.test_put_target import put


def test_the_record_leaves_it_out(cast: Cast, meeting: Conference) -> None:
    gone, stays = put(cast, meeting), put(cast, meeting)
    actions.drop_target(gone.pk, actor=cast.actors[HEAD], at=EVENING)

    assert [one.pk for one in queries.record_of(meeting.pk).targets] == [stays.pk]
    assert put(cast, meeting).position == 3
