"""Those who asked do not accept the answer."""

from datetime import timedelta

import pytest

from danban.kit.refusals import BadInput, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import answered, days, routed


def test_it_goes_back_to_the_body_and_the_answer_stays_on_record(cast: Cast, lamp: Petition) -> None:
    answered(cast, routed(cast, lamp))
    later = AT + timedelta(days=4)
    one = actions.dispute_petition(lamp.pk, reason="Mới thay hai bóng", actor=cast.actors["head_of_group_1"], at=later)

    assert (one.status, one.clock_from, one.answered_at, one.satisfaction) == ("routed", days(4), None, 1)
    assert one.answers.get().disputed_at == later
    assert last_event() == ("petition.disputed", "petition", lamp.pk)


def test_a_reason_is_needed_and_the_body_does_not_dispute_itself(cast: Cast, lamp: Petition) -> None:
    answered(cast, routed(cast, lamp))
    with no_trace("petitions"):
        with pytest.raises(BadInput):
            actions.dispute_petition(lamp.pk, reason=" ", actor=cast.actors["head_of_group_1"], at=AT)
        with pytest.raises(NotYours):
            actions.dispute_petition(lamp.pk, reason="Chưa xong", actor=cast.actors["phuc_xa_committee"], at=AT)
