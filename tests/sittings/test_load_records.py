"""What was said and decided in a whole year is brought in by machines alone."""

from datetime import date
from decimal import Decimal

import pytest

from danban.conferences.models import Conference
from danban.kit.actor import machine
from danban.kit.refusals import NotYours
from danban.sittings import actions, queries
from danban.sittings.actions import CountRow, OpinionRow, TargetRow
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.sittings.factories import EVENING, ROOMS


def test_the_record_reads_them(ready: Conference) -> None:
    answer = ("Tuần sau sửa", "Phó Chủ tịch", date(2023, 2, 24))
    opinions = [OpinionRow(ready.pk, "Đèn ngõ hỏng", "Bà Lan", "lighting", EVENING, False, answer)]
    counts = [CountRow(ready.pk, "Thông qua nghị quyết", 80, 2, 1, EVENING)]
    counts += [CountRow(ready.pk, "Chỉ tiêu", 80, 0, 0, EVENING, target=1)]
    targets = [TargetRow(ready.pk, 1, "Hộ đạt Gia đình văn hóa", "%", 92, 90, "số hộ đăng ký")]

    assert actions.load_records(opinions, counts, targets, actor=machine("demo"), at=AT) == 4

    found = queries.record_of(ready.pk)
    assert (found.opinions[0].folded, found.opinions[0].is_settled) == ("den ngo hong", True)
    assert (found.hand_counts[0].in_favour, found.hand_counts[0].outcome) == (77, "passed")
    assert found.hand_counts[1].target_id == found.targets[0].pk
    assert [found.targets[0].value, found.targets[0].first_value] == [Decimal(92), Decimal(92)]
    assert last_event()[0] == "records.loaded"


def test_people_do_not_bring_them_in(cast: Cast, ready: Conference) -> None:
    with no_trace(*ROOMS), pytest.raises(NotYours):
        actions.load_records([], [], [], actor=cast.actors["mrs_ha"], at=AT)
