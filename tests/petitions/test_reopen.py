"""What was confirmed came back."""

import pytest

from danban.kit.refusals import NotNow
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import answered, routed


def test_a_confirmed_one_is_opened_again_with_a_reason(cast: Cast, lamp: Petition) -> None:
    answered(cast, routed(cast, lamp))
    with no_trace("petitions"), pytest.raises(NotNow):
        actions.reopen_petition(lamp.pk, reason="Lại hỏng", actor=cast.actors["head_of_group_1"], at=AT)

    actions.confirm_petition(lamp.pk, actor=cast.actors["head_of_group_1"], at=AT)
    one = actions.reopen_petition(lamp.pk, reason="Lại hỏng", actor=cast.actors["head_of_group_1"], at=AT)
    assert (one.status, one.confirmed_at, one.read_back_at) == ("routed", None, None)
    assert last_event() == ("petition.reopened", "petition", lamp.pk)
