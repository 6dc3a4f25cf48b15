"""A conference opens on its day, once announced; step by step; it closes with nothing mandatory left out."""

from datetime import timedelta

import pytest

from danban.campaigns.models import Campaign
from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.conferences.factories import conference_of, hall_of
from tests.sittings.factories import EVENING, HEAD, ROOMS, announced_with_agenda, opened


@pytest.fixture
def ready(cast: Cast, campaign: Campaign) -> Conference:
    """Announced, with an agenda."""
    return announced_with_agenda(cast, conference_of(cast, campaign, "00001.01"), hall_of(cast))


def test_it_opens_on_its_day(cast: Cast, ready: Conference) -> None:
    one = actions.open_conference(ready.pk, actor=cast.actors[HEAD], at=EVENING)

    assert (one.status, one.opened_at) == (ConferenceStatus.OPENED, EVENING)
    assert last_event() == ("conference.opened", "conference", one.pk)


def test_another_day_another_person_and_twice_are_refused(cast: Cast, ready: Conference) -> None:
    head = cast.actors[HEAD]
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đúng ngày ấy"):
        actions.open_conference(ready.pk, actor=head, at=EVENING - timedelta(days=1))
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.open_conference(ready.pk, actor=cast.actors["truc_bach"], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.open_conference(ready.pk, actor=cast.actors["ba_dinh"], at=EVENING)
    opened(cast, ready)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Đang họp"):
        actions.open_conference(ready.pk, actor=head, at=EVENING)
