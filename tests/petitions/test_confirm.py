"""Those who asked say that the answer stands."""

import pytest

from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import answered, routed


def test_the_village_confirms_and_it_counts_as_read_back(cast: Cast, lamp: Petition) -> None:
    answered(cast, routed(cast, lamp))
    one = actions.confirm_petition(lamp.pk, satisfaction=3, actor=cast.actors["head_of_group_1"], at=AT)

    assert (one.status, one.satisfaction, one.read_back_at) == ("confirmed", 3, AT)
    assert last_event() == ("petition.confirmed", "petition", lamp.pk)


def test_not_before_there_is_an_answer_nor_by_who_gave_it(cast: Cast, lamp: Petition) -> None:
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.confirm_petition(lamp.pk, actor=cast.actors["head_of_group_1"], at=AT)
    answered(cast, routed(cast, lamp))
    with no_trace("petitions"):
        with pytest.raises(NotYours):
            actions.confirm_petition(lamp.pk, actor=cast.actors["phuc_xa_committee"], at=AT)
        with pytest.raises(BadInput):
            actions.confirm_petition(lamp.pk, satisfaction=9, actor=cast.actors["head_of_group_1"], at=AT)
