"""Targets are put, changed from the floor before their vote, taken off; what was voted stands."""

from decimal import Decimal
from uuid import uuid4

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.sittings import actions
from danban.sittings.models import Target
from danban.sittings.rules import TargetSheet
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, hands


def put(cast: Cast, one: Conference, value: str = "90") -> Target:
    """Nine families in ten."""
    sheet = TargetSheet("Hộ đạt Gia đình văn hóa", Decimal(value), "%", denominator="số hộ đăng ký")
    return actions.put_target(one.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)


def test_targets_stand_in_order_and_may_be_prepared_before_it_opens(cast: Cast, ready: Conference) -> None:
    assert [put(cast, ready).position, put(cast, ready).position] == [1, 2]
    assert last_event()[0] == "target.put"


def test_a_share_says_of_what_and_a_target_is_not_negative(cast: Cast, ready: Conference) -> None:
    for sheet in (TargetSheet("Hộ", Decimal(90), "%"), TargetSheet("Hộ", Decimal(-1)), TargetSheet(" ", Decimal(1))):
        with no_trace(*ROOMS), pytest.raises(BadInput):
            actions.put_target(ready.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
    sheet = TargetSheet("Hộ", Decimal(1))
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.put_target(ready.pk, sheet=sheet, actor=cast.actors["ba_dinh"], at=EVENING)


def test_the_floor_changes_it_before_its_vote_and_not_after(cast: Cast, meeting: Conference) -> None:
    target = put(cast, meeting)
    sheet = TargetSheet("Hộ đạt Gia đình văn hóa", Decimal(95), "%", denominator="số hộ đăng ký")
    changed = actions.change_target(target.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
    assert (changed.value, changed.first_value) == (Decimal(95), Decimal(90))

    actions.count_hands(
        meeting.pk, uuid=uuid4(), sheet=hands(target_id=target.pk), actor=cast.actors[HEAD], at=EVENING
    )  # fmt: skip
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã biểu quyết"):
        actions.change_target(target.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã biểu quyết"):
        actions.drop_target(target.pk, actor=cast.actors[HEAD], at=EVENING)
