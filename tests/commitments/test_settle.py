"""Done, partly, not: counts before percentages, the impossible refused, the unlikely asked about."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.models import Campaign, Obligation, ObligationKind
from danban.commitments import actions, rules
from danban.commitments.models import Commitment
from danban.commitments.rules import Result
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast

WORDS = {"limits": "Còn hộ vi phạm", "causes": "Chưa vận động sâu", "remedy": "Giao tổ liên gia"}


def _settle(cast: Cast, one: Commitment, who: str = "head_of_group_1", **values: Any) -> Commitment:
    given_: dict[str, Any] = {"outcome": "done", "count": Decimal(231), "of": Decimal(242)} | values
    return actions.settle_commitment(one.pk, result=Result(**given_), actor=cast.actors[who], at=AT)


def test_the_percentage_is_made_of_the_counts(cast: Cast, families: Commitment) -> None:
    one = _settle(cast, families)

    assert (one.status, one.outcome, one.result) == ("settled", "done", Decimal("95.45"))
    assert last_event() == ("commitment.settled", "commitment", one.pk)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"count": Decimal(243)}, "lớn hơn tổng"),
        ({"of": None}, "đủ cả hai số"),
        ({"count": None, "of": None, "value": Decimal(101)}, "quá 100"),
        ({"count": Decimal(-1)}, "không thể âm"),
        ({"outcome": ""}, "đạt một phần"),
        ({"outcome": "not_done", "count": Decimal(10)}, "vì sao"),
    ],
)
def test_the_impossible_and_the_silent_are_refused(
    cast: Cast, families: Commitment, values: dict[str, Any], sentence: str
) -> None:
    with no_trace("commitments"), pytest.raises(BadInput, match=sentence):
        _settle(cast, families, **values)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"count": Decimal(200)}, "chưa tới chỉ tiêu"),
        ({"value": Decimal(99)}, "không khớp"),
        ({"outcome": "not_done", **WORDS}, "đã tới chỉ tiêu"),
        ({"count": Decimal(20), "outcome": "not_done", **WORDS}, "khoảng thường gặp"),
    ],
)
def test_the_unlikely_is_asked_about_and_may_be_stood_by(
    cast: Cast, families: Commitment, values: dict[str, Any], sentence: str
) -> None:
    with no_trace("commitments"), pytest.raises(BadInput, match=sentence):
        _settle(cast, families, **values)

    assert sentence in _settle(cast, families, is_sure=True, **values).doubt


def test_with_the_last_one_the_duty_is_done(cast: Cast, campaign: Campaign, families: Commitment) -> None:
    like = Obligation.objects.filter(placement=families.placement).select_related("kind")[0]
    kind = like.kind
    kind.pk, kind.code = None, "last_resolution"
    kind.save()
    like.pk, like.kind = None, kind
    like.save()
    assert ObligationKind.objects.filter(campaign=campaign, code="last_resolution").exists()

    _settle(cast, families)
    like.refresh_from_db()
    assert (like.fulfilled_on, like.fulfilled_by) == (TODAY, "commitment.settled")


def test_a_neighbour_and_the_district_do_not_settle(cast: Cast, families: Commitment) -> None:
    with no_trace("commitments"):
        with pytest.raises(NotFound):
            _settle(cast, families, "truc_bach")
        with pytest.raises(NotYours):
            _settle(cast, families, "ba_dinh")


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_of_a_part_lies_between_none_and_all(count: int, of: int) -> None:
    share = rules.percent_of(Decimal(min(count, of)), Decimal(of))

    assert share is not None
    assert 0 <= share <= 100
