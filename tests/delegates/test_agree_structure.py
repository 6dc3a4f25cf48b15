"""Both heads agree to the structure, each once, through their own office (III.5.3)."""

import pytest

from danban.conferences.models import Conference
from danban.delegates import actions
from danban.delegates.rules import is_agreed
from danban.kit.refusals import NotNow, NotYours
from tests.campaigns.traces import no_trace
from tests.cast import AT, Cast
from tests.conferences.factories_agenda import heads_of
from tests.delegates.factories import HEAD, QUOTAS, ROOMS


def test_it_is_agreed_with_the_second_of_the_two(cast: Cast, one: Conference) -> None:
    front, authority = heads_of(cast, "00001.01")
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Chưa có cơ cấu"):
        actions.agree_structure(one.pk, actor=front, at=AT)
    actions.set_structure(one.pk, quotas=QUOTAS, actor=cast.actors[HEAD], at=AT)
    actions.agree_structure(one.pk, actor=front, at=AT)
    assert not is_agreed(one, on=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã thống nhất"):
        actions.agree_structure(one.pk, actor=front, at=AT)

    actions.agree_structure(one.pk, actor=authority, at=AT)
    assert is_agreed(one, on=AT)


def test_the_commune_does_not_agree_for_a_village(cast: Cast, one: Conference) -> None:
    actions.set_structure(one.pk, quotas=QUOTAS, actor=cast.actors[HEAD], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.agree_structure(one.pk, actor=cast.actors["phuc_xa"], at=AT)
