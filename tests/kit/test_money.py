"""Sums as people type them."""

import pytest

from danban.kit.money import amount_in


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("5.000.000", 5_000_000), ("5.000.000 đ", 5_000_000), ("5,000,000", 5_000_000), ("5000000đồng", 5_000_000),
        ("5 000 000 VNĐ", 5_000_000), ("5\u00a0000\u00a0000", 5_000_000), ("5 triệu", 5_000_000), ("0", 0),
        ("2,5 tỷ đồng", 2_500_000_000), ("2.5 triệu", 2_500_000), ("500 nghìn đồng", 500_000),
    ],
)  # fmt: skip
def test_a_sum_is_read_as_people_type_it(typed: str, amount: int) -> None:
    assert amount_in(typed) == amount


@pytest.mark.parametrize(
    "typed", ["", "-1", "5.5", "5,50", "1.000,000", "12.00", "năm triệu", "1e9", "5.0005 triệu", "٥٠٠", "9" * 16]
)
def test_a_sum_that_can_be_read_two_ways_is_not_guessed(typed: str) -> None:
    assert amount_in(typed) is None
