"""A promise is given up with a reason, and stays in sight."""

import pytest

from danban.commitments import actions
from danban.commitments.models import Commitment
from danban.kit.refusals import BadInput, NotNow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_it_is_given_up_once(cast: Cast, families: Commitment) -> None:
    head = cast.actors["head_of_group_1"]
    with no_trace("commitments"), pytest.raises(BadInput):
        actions.cancel_commitment(families.pk, reason=" ", actor=head, at=AT)

    one = actions.cancel_commitment(families.pk, reason="Đất đã giao dự án", actor=head, at=AT)
    assert (one.status, one.causes) == ("cancelled", "Đất đã giao dự án")
    assert last_event() == ("commitment.cancelled", "commitment", families.pk)
    with no_trace("commitments"), pytest.raises(NotNow):
        actions.cancel_commitment(families.pk, reason="Lần nữa", actor=head, at=AT)
