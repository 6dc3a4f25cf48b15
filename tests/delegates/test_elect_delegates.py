"""A village conference sends people to the commune's; they stand in its list, counted for the village."""

import pytest

from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.delegates import actions
from danban.delegates.rules import DelegateSheet
from danban.kit.refusals import BadInput, NotNow
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import conference_of
from tests.delegates.factories import HEAD, ROOMS

PEOPLE = [DelegateSheet("Nguyễn Thị Hạnh"), DelegateSheet("Trần Văn Hai")]


def test_they_stand_in_the_communes_list(cast: Cast, campaign: Campaign, one: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đang họp hoặc đã họp"):
        actions.elect_delegates(one.pk, sheets=PEOPLE, actor=cast.actors[HEAD], at=AT)
    Conference.objects.filter(pk=one.pk).update(status="opened", opened_at=AT)

    chosen = actions.elect_delegates(one.pk, sheets=PEOPLE, actor=cast.actors[HEAD], at=AT)

    commune = conference_of(cast, campaign, "00001")
    assert {(row.conference_id, row.elected_by_id, row.village_id) for row in chosen} == {
        (commune.pk, one.pk, one.placement_id)
    }
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.elect_delegates(one.pk, sheets=[], actor=cast.actors[HEAD], at=AT)
