"""Another body is competent: up, down or sideways, with a reason, and its days count anew."""

from datetime import timedelta

import pytest

from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import committee, days, routed

ROOMS = ("petitions", "notices")
WHY = "Hạ tầng do quận quản lý"


def _forward(cast: Cast, petition: Petition, code: str, who: str = "phuc_xa_committee", reason: str = WHY) -> Petition:
    body = committee(cast, code).pk
    return actions.forward_petition(
        petition.pk, body_id=body, reason=reason, actor=cast.actors[who], at=AT + timedelta(days=5)
    )


def test_it_lies_with_the_other_body_and_its_way_shows_why(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    one = _forward(cast, lamp, "001")

    assert (one.holder, one.clock_from) == (cast.places["001"], days(5))
    step = one.steps.get(verb="forward")
    assert (step.text, step.body) == (WHY, committee(cast, "001"))
    assert last_event() == ("petition.forwarded", "petition", lamp.pk)


def test_sideways_to_another_district_and_back(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp, code="001")
    _forward(cast, lamp, "017", "ba_dinh_committee")
    one = _forward(cast, lamp, "001", "mrs_ha")

    assert one.body == committee(cast, "001")
    assert [step.verb for step in one.steps.order_by("pk")][-2:] == ["forward", "forward"]


def test_no_reason_the_same_body_and_strangers_are_refused(cast: Cast, lamp: Petition) -> None:
    routed(cast, lamp)
    with no_trace(*ROOMS):
        with pytest.raises(BadInput, match="lý do"):
            _forward(cast, lamp, "001", reason=" ")
        with pytest.raises(BadInput, match="chính"):
            _forward(cast, lamp, "00001")
        with pytest.raises(NotYours):
            _forward(cast, lamp, "001", "head_of_group_1")
        with pytest.raises(NotFound):
            _forward(cast, lamp, "001", "truc_bach")
