"""The same request of neighbours is grouped; each voice keeps its village."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.petitions import actions
from danban.petitions.models import PetitionGroup
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import said


def test_groups_join_and_one_left_alone_is_no_group(cast: Cast, campaign: Campaign) -> None:
    front = cast.actors["phuc_xa"]
    ones = [said(cast, campaign, code=code, who="phuc_xa") for code in ("00001.01", "00001.02", "00001.01", "00001.02")]
    first = actions.group_petitions([ones[0].pk, ones[1].pk], title="Đèn ngõ 12", actor=front, at=AT)
    second = actions.group_petitions([ones[2].pk, ones[3].pk], actor=front, at=AT)
    actions.group_petitions([ones[0].pk, ones[2].pk], actor=front, at=AT)

    assert not PetitionGroup.objects.filter(pk=second.pk).exists()
    assert first.petitions.count() == 4
    assert {one.seat for one in first.petitions.all()} == {cast.places["00001.01"], cast.places["00001.02"]}
    assert last_event()[0] == "petition.grouped"
    for one in ones[:3]:
        actions.leave_group(one.pk, actor=front, at=AT)
    assert not PetitionGroup.objects.exists()
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.leave_group(ones[0].pk, actor=front, at=AT)


def test_one_alone_strangers_and_what_is_not_seen_are_refused(cast: Cast, campaign: Campaign) -> None:
    one, other = said(cast, campaign), said(cast, campaign, code="00004.01", who="truc_bach")
    with no_trace("petitions"):
        with pytest.raises(BadInput, match="ít nhất hai"):
            actions.group_petitions([one.pk, one.pk], actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.group_petitions([one.pk, other.pk], actor=cast.actors["phuc_xa"], at=AT)
    assert actions.group_petitions([one.pk, other.pk], actor=cast.actors["ba_dinh"], at=AT).petitions.count() == 2
