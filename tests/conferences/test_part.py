"""A village has a conference of its own again."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Conference
from danban.conferences.states import ConferenceStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import ROOMS, announced, evening, hall_of


@pytest.fixture
def common(cast: Cast, one: Conference, other: Conference) -> Conference:
    """Groups 1 and 2 meet together."""
    return actions.join_conferences([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)


def test_it_starts_without_a_day_and_may_be_joined_again(cast: Cast, common: Conference, other: Conference) -> None:
    own = actions.part_conference(
        common.pk, placement_id=other.placement_id, actor=cast.actors["phuc_xa"], at=AT
    )  # fmt: skip

    assert own.pk != other.pk
    assert (own.status, own.placement, own.day) == (ConferenceStatus.PLANNED, other.placement, None)
    assert [place.placement for place in own.places.all()] == [other.placement]
    assert common.places.get().placement == common.placement
    assert actions.join_conferences([common.pk, own.pk], actor=cast.actors["phuc_xa"], at=AT) == common


def test_the_holder_strangers_and_the_announced_are_refused(cast: Cast, common: Conference, other: Conference) -> None:
    with no_trace(*ROOMS):
        for place, who, refusal in (
            (common.placement_id, "phuc_xa", BadInput), (cast.places["00004.01"].pk, "phuc_xa", NotFound),
            (other.placement_id, "head_of_group_1", NotYours), (other.placement_id, "truc_bach", NotFound),
        ):  # fmt: skip
            with pytest.raises(refusal):
                actions.part_conference(common.pk, placement_id=place, actor=cast.actors[who], at=AT)
    announced(cast, common, evening(hall=hall_of(cast)))
    with no_trace(*ROOMS), pytest.raises(NotNow):
        actions.part_conference(common.pk, placement_id=other.placement_id, actor=cast.actors["phuc_xa"], at=AT)
