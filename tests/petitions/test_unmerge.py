"""They were two voices after all."""

import pytest

from danban.kit.refusals import BadInput
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import said


def test_it_is_sorted_by_itself_again(cast: Cast, lamp: Petition) -> None:
    front, twice = cast.actors["phuc_xa"], said(cast, lamp.campaign)
    actions.merge_petition(twice.pk, into_id=lamp.pk, actor=front, at=AT)
    with no_trace("petitions"), pytest.raises(BadInput):
        actions.unmerge_petition(twice.pk, reason="", actor=front, at=AT)

    one = actions.unmerge_petition(twice.pk, reason="Hai người nói", actor=front, at=AT)
    assert (one.status, one.merged_into) == ("recorded", None)
    assert last_event() == ("petition.unmerged", "petition", twice.pk)
