"""Who is busy says so once."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions, queries
from danban.kit.refusals import NotNow
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import ROOMS, invited


def test_it_is_counted_and_not_twice(cast: Cast, ready: Conference) -> None:
    made = invited(cast, ready)
    actions.decline_invitation(made.token, at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.decline_invitation(made.token, at=AT)
    row = next(row for row in queries.structure_of(ready.pk) if row.group == "household")
    assert (row.named, row.invited, row.accepted) == (1, 1, 0)
