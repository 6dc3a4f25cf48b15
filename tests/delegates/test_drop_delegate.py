"""Who is dropped is off the list and their household may send somebody else; who is present stays."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions, queries
from danban.kit.refusals import NotNow
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import HEAD, ROOMS, invited, named
from tests.delegates.factories_presence import household


def test_the_household_is_free_again_and_the_link_is_dead(cast: Cast, ready: Conference) -> None:
    home = household(ready.placement, 7)
    made = invited(cast, ready, household_id=home.pk)

    actions.drop_delegate(made.delegate.pk, actor=cast.actors[HEAD], at=AT)

    assert queries.delegate_by_token(made.token) is None
    assert named(cast, ready, "Trần Văn Hai", household_id=home.pk).pk
    with no_trace(*ROOMS), pytest.raises(NotNow, match="không còn"):
        actions.drop_delegate(made.delegate.pk, actor=cast.actors[HEAD], at=AT)
