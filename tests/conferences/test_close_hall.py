"""A hall goes out of use once nobody is to meet in it."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference, Hall
from danban.kit.refusals import NotFound, NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import evening, scheduled


def test_it_is_no_longer_in_use(cast: Cast, hall: Hall) -> None:
    actions.close_hall(hall.pk, actor=cast.actors["head_of_group_1"], at=AT)

    hall.refresh_from_db()
    assert not hall.is_in_use
    assert last_event() == ("hall.closed", "hall", hall.pk)
    with no_trace("conferences"), pytest.raises(NotNow, match="đã ngừng"):
        actions.close_hall(hall.pk, actor=cast.actors["phuc_xa"], at=AT)


def test_a_hall_still_needed_and_strangers_are_refused(cast: Cast, one: Conference, hall: Hall) -> None:
    scheduled(cast, one, evening(hall=hall))
    with no_trace("conferences"):
        with pytest.raises(NotNow, match="Còn 1 hội nghị"):
            actions.close_hall(hall.pk, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.close_hall(hall.pk, actor=cast.actors["truc_bach"], at=AT)
