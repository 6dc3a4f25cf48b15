"""The same voice entered twice is followed once; another village's voice is never merged."""

import pytest

from danban.kit.refusals import BadInput, NotFound, NotNow
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import said


def test_one_is_followed_and_the_other_points_to_it(cast: Cast, lamp: Petition) -> None:
    twice = said(cast, lamp.campaign)
    one = actions.merge_petition(twice.pk, into_id=lamp.pk, actor=cast.actors["phuc_xa"], at=AT)

    assert (one.status, one.merged_into) == ("merged", lamp)
    assert last_event() == ("petition.merged", "petition", twice.pk)


def test_itself_a_neighbours_and_one_that_is_gone_are_refused(cast: Cast, lamp: Petition) -> None:
    front, twice = cast.actors["phuc_xa"], said(cast, lamp.campaign)
    other = said(cast, lamp.campaign, code="00001.02", who="phuc_xa")
    with no_trace("petitions"):
        with pytest.raises(BadInput, match="chính nó"):
            actions.merge_petition(lamp.pk, into_id=lamp.pk, actor=front, at=AT)
        with pytest.raises(BadInput, match="gộp nhóm"):
            actions.merge_petition(other.pk, into_id=lamp.pk, actor=front, at=AT)
        with pytest.raises(NotFound):
            actions.merge_petition(lamp.pk, into_id=0, actor=front, at=AT)
    actions.turn_away_petition(lamp.pk, procedure="complaint", reason="Vì thế", actor=front, at=AT)
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.merge_petition(twice.pk, into_id=lamp.pk, actor=front, at=AT)
