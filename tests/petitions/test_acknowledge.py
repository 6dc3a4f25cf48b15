"""The body says that it has it."""

import pytest

from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import routed


def test_the_body_it_is_with_acknowledges_once(cast: Cast, lamp: Petition) -> None:
    due = routed(cast, lamp).answer_due_on
    one = actions.acknowledge_petition(lamp.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    assert (one.status, one.answer_due_on) == ("acknowledged", due)
    assert last_event() == ("petition.acknowledged", "petition", lamp.pk)
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.acknowledge_petition(lamp.pk, actor=cast.actors["phuc_xa_committee"], at=AT)


def test_nobody_else_does(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    with no_trace("petitions"):
        for who in ("phuc_xa", "ba_dinh_committee"):
            with pytest.raises(NotYours):
                actions.acknowledge_petition(lamp.pk, actor=cast.actors[who], at=AT)
        with pytest.raises(NotFound):
            actions.acknowledge_petition(lamp.pk, actor=cast.actors["truc_bach"], at=AT)
