"""One a household from the roll, and only for those that have nobody yet."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions
from danban.delegates.models import Delegate
from danban.kit.refusals import NotNow
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.delegates.factories import HEAD, ROOMS, named
from tests.delegates.factories_presence import household


def test_every_household_left_gets_its_head(cast: Cast, one: Conference) -> None:
    homes = [household(one.placement, number) for number in range(5)]
    named(cast, one, household_id=homes[0].pk)

    assert actions.name_household_representatives(one.pk, actor=cast.actors[HEAD], at=AT) == 4

    assert set(Delegate.objects.values_list("household_id", flat=True)) == {home.pk for home in homes}
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Không còn hộ nào"):
        actions.name_household_representatives(one.pk, actor=cast.actors[HEAD], at=AT)
