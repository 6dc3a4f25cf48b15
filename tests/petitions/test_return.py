"""The body gives it back to the Front of the place it comes from."""

import pytest

from danban.kit.refusals import BadInput, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import routed


def test_it_waits_for_the_front_without_a_clock(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp, code="001")
    one = actions.return_petition(lamp.pk, reason="Không thuộc quận", actor=cast.actors["ba_dinh_committee"], at=AT)

    assert (one.status, one.holder, one.body) == ("classified", cast.places["00001"], None)
    assert (one.clock_from, one.answer_due_on) == (None, None)
    assert last_event() == ("petition.returned", "petition", lamp.pk)
    assert routed(cast, lamp).status == "routed"


def test_without_a_reason_or_by_the_front_it_stays(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    with no_trace("petitions"):
        with pytest.raises(BadInput):
            actions.return_petition(lamp.pk, reason="", actor=cast.actors["phuc_xa_committee"], at=AT)
        with pytest.raises(NotYours):
            actions.return_petition(lamp.pk, reason="Không phải", actor=cast.actors["phuc_xa"], at=AT)
