"""A target that was taken off is not changed."""

from decimal import Decimal

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import NotNow
from danban.sittings import actions
from danban.sittings.rules import TargetSheet
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS
from tests.sittings.test_put_target import put


def test_off_the_list_is_off(cast: Cast, meeting: Conference) -> None:
    target = put(cast, meeting)
    actions.drop_target(target.pk, actor=cast.actors[HEAD], at=EVENING)
    sheet = TargetSheet("Hộ", Decimal(1))
    with no_trace(*ROOMS), pytest.raises(NotNow, match="đã bỏ"):
        actions.change_target(target.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
