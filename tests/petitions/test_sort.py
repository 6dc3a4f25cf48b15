"""Two keys a petition: what is proposed stands filled in, Enter confirms it and brings the next."""

import pytest

from danban.campaigns.models import Campaign
from danban.kit.refusals import NotYours
from danban.petitions import actions, queries
from danban.petitions.models import Petition
from tests.campaigns.traces import no_trace
from tests.cast import AT, TODAY, Cast
from tests.petitions.factories import committee, routed, said


def test_the_desk_goes_on_to_the_next_and_round_again(cast: Cast, campaign: Campaign) -> None:
    front = cast.actors["phuc_xa"]
    first, second = (
        said(cast, campaign),
        said(cast, campaign, "Cống ngõ 5 tắc, mưa là ngập", code="00001.02", who="phuc_xa"),
    )

    desk = queries.sorting_desk(front, today=TODAY, at=AT)
    assert desk is not None
    assert desk.proposal is not None
    assert (desk.petition, desk.left, desk.next_id, desk.proposal.field) == (first, 2, second.pk, "lighting")
    later = queries.sorting_desk(front, today=TODAY, at=AT, after=first.pk)
    assert later is not None
    assert later.petition == second
    round_again = queries.sorting_desk(front, today=TODAY, at=AT, after=second.pk)
    assert round_again is not None
    assert round_again.petition == first


def test_sorted_it_is_classified_and_routed_at_once(cast: Cast, lamp: Petition) -> None:
    one = routed(cast, lamp)

    assert (one.status, one.field, one.body) == ("routed", "lighting", committee(cast))
    desk = queries.sorting_desk(cast.actors["phuc_xa"], today=TODAY, at=AT)
    assert desk is not None
    assert desk.petition is None


def test_a_proposal_no_body_stands_for_is_left_open(cast: Cast, lamp: Petition) -> None:
    with no_trace("petitions"), pytest.raises(NotYours):
        actions.sort_petition(
            lamp.pk, field="lighting", kind="petition", title="Đèn", body_id=committee(cast).pk,
            actor=cast.actors["head_of_group_1"], at=AT,
        )  # fmt: skip
    with pytest.raises(NotYours):
        queries.sorting_desk(cast.actors["phuc_xa_committee"], today=TODAY, at=AT)
