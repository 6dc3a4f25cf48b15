"""It was a petition after all."""

import pytest

from danban.kit.refusals import NotNow
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_what_was_turned_away_lies_on_the_desk_again(cast: Cast, lamp: Petition) -> None:
    front = cast.actors["phuc_xa"]
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.restore_petition(lamp.pk, reason="Nhầm lẫn", actor=front, at=AT)
    actions.turn_away_petition(lamp.pk, procedure="complaint", reason="Vì thế", actor=front, at=AT)

    one = actions.restore_petition(lamp.pk, reason="Nhầm lẫn", actor=front, at=AT)
    assert (one.status, one.holder) == ("recorded", cast.places["00001"])
    assert last_event() == ("petition.restored", "petition", lamp.pk)
