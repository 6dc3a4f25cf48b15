"""What says too little goes back."""

import pytest

from danban.evaluations import actions
from danban.evaluations.models import Evaluation
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast

WHY = "Ghi thêm số điểm niêm yết"


def test_the_unit_is_told_and_may_send_again(cast: Cast, conduct: Evaluation) -> None:
    head = cast.actors["head_of_group_1"]
    with no_trace("evaluations"), pytest.raises(NotNow):
        actions.return_evaluation(conduct.pk, reason=WHY, actor=cast.actors["phuc_xa"], at=AT)
    actions.submit_evaluation(conduct.pk, actor=head, at=AT)

    one = actions.return_evaluation(conduct.pk, reason=WHY, actor=cast.actors["phuc_xa"], at=AT)
    assert (one.status, one.returned_for) == ("returned", WHY)
    assert last_event() == ("evaluation.returned", "evaluation", conduct.pk)
    assert Notice.objects.filter(account=cast.people["head_of_group_1"], body__contains=WHY).exists()
    assert actions.submit_evaluation(conduct.pk, actor=head, at=AT).status == "submitted"


def test_the_unit_itself_a_neighbour_and_no_reason_are_refused(cast: Cast, conduct: Evaluation) -> None:
    actions.submit_evaluation(conduct.pk, actor=cast.actors["head_of_group_1"], at=AT)
    with no_trace("evaluations"):
        for who, refusal in (("head_of_group_1", NotYours), ("truc_bach", NotFound), ("culture_department", NotFound)):
            with pytest.raises(refusal):
                actions.return_evaluation(conduct.pk, reason=WHY, actor=cast.actors[who], at=AT)
        with pytest.raises(BadInput):
            actions.return_evaluation(conduct.pk, reason=" ", actor=cast.actors["phuc_xa"], at=AT)
