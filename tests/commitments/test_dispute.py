"""Residents do not see what is claimed, and it is settled again with an answer."""

from decimal import Decimal

import pytest

from danban.commitments import actions
from danban.commitments.models import Commitment
from danban.commitments.rules import Result
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast

GOOD = Result("done", count=Decimal(231), of=Decimal(242))
WHY = "Ngõ 12 vẫn có hộ đổ rác"


def test_it_waits_for_an_answer_and_gets_one(cast: Cast, families: Commitment) -> None:
    head = cast.actors["head_of_group_1"]
    with no_trace("commitments"), pytest.raises(NotNow):
        actions.dispute_commitment(families.pk, reason=WHY, actor=head, at=AT)
    actions.settle_commitment(families.pk, result=GOOD, actor=head, at=AT)

    assert actions.dispute_commitment(families.pk, reason=WHY, actor=head, at=AT).status == "disputed"
    assert last_event() == ("commitment.disputed", "commitment", families.pk)
    again = Result("done", count=Decimal(230), of=Decimal(242), answer="Đã trừ một hộ")
    assert actions.settle_commitment(families.pk, result=again, actor=head, at=AT).status == "settled"
    assert families.disputes.get().answer == "Đã trừ một hộ"


def test_a_reason_is_needed_and_the_committee_does_not_doubt_itself(cast: Cast, families: Commitment) -> None:
    actions.settle_commitment(families.pk, result=GOOD, actor=cast.actors["phuc_xa"], at=AT)
    with no_trace("commitments"):
        with pytest.raises(BadInput):
            actions.dispute_commitment(families.pk, reason="", actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotYours):
            actions.dispute_commitment(families.pk, reason=WHY, actor=cast.actors["phuc_xa_committee"], at=AT)
