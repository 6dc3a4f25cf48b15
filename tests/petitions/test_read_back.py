"""Answers are read to those who asked."""

import pytest

from danban.kit.refusals import NotNow, NotYours
from danban.petitions import actions
from danban.petitions.models import Petition
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.petitions.factories import answered, routed, said


def test_each_is_marked_once_and_all_or_none(cast: Cast, lamp: Petition) -> None:
    head, other = cast.actors["head_of_group_1"], said(cast, lamp.campaign)
    answered(cast, routed(cast, lamp))
    with no_trace("petitions"), pytest.raises(NotNow, match="chưa có câu trả lời"):
        actions.read_back([lamp.pk, other.pk], actor=head, at=AT)

    assert actions.read_back([lamp.pk], how="Họp tổ 15/02", actor=head, at=AT) == 1
    assert last_event() == ("petition.read_back", "petition", lamp.pk)
    assert actions.read_back([lamp.pk], actor=head, at=AT) == 0
    lamp.refresh_from_db()
    assert lamp.read_back_at == AT


def test_the_body_that_answered_does_not_read_it_back(cast: Cast, lamp: Petition) -> None:
    answered(cast, routed(cast, lamp))
    with no_trace("petitions"), pytest.raises(NotYours):
        actions.read_back([lamp.pk], actor=cast.actors["phuc_xa_committee"], at=AT)
