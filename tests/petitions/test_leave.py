"""One that does not belong leaves its group."""

from danban.campaigns.models import Campaign
from danban.petitions import actions
from tests.campaigns.traces import last_event
from tests.cast import AT, Cast
from tests.petitions.factories import said


def test_it_leaves_with_a_step_of_its_way(cast: Cast, campaign: Campaign) -> None:
    front = cast.actors["phuc_xa"]
    ones = [said(cast, campaign, code=code, who="phuc_xa") for code in ("00001.01", "00001.02", "00001.02")]
    group = actions.group_petitions([one.pk for one in ones], actor=front, at=AT)

    one = actions.leave_group(ones[2].pk, actor=front, at=AT)
    assert (one.group, group.petitions.count()) == (None, 2)
    assert last_event() == ("petition.left_group", "petition", one.pk)
