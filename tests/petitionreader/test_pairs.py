"""Pairs written by hand: what is the same is found, what is not is never grouped by itself."""

from collections import Counter
from pathlib import Path

import pytest

from danban.petitionreader import Verdict, compare, read

_PAIRS = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("half", ["dev", "held", "last"])
def test_most_of_the_same_is_found_and_little_else(half: str) -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    for part, wanted, one, other in _PAIRS:
        if part == half:
            alike = compare(read(one), read(other), same_village=True, same_commune=True)
            counts[wanted, alike.verdict is Verdict.SAME] += 1

    recall = counts["same", True] / (counts["same", True] + counts["same", False])
    precision = counts["same", True] / (counts["same", True] + counts["not", True])
    assert recall >= 0.80
    assert precision >= 0.90


def test_a_comparison_does_not_depend_on_the_order() -> None:
    for _, _, one, other in _PAIRS:
        ours, theirs = read(one), read(other)
        forth = compare(ours, theirs, same_village=True, same_commune=True)
        back = compare(theirs, ours, same_village=True, same_commune=True)
        assert (forth.verdict, forth.score) == (back.verdict, back.score), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đèn đường ngõ 12 hỏng", "Đèn đường ngõ 21 hỏng"),
        ("Ngập ở ngách 12/5", "Ngập ở ngách 12/15"),
        ("Nạo vét hồ Ba Mẫu", "Nạo vét hồ Kim Liên"),
        ("Đề nghị mở cổng khu tập thể buổi tối", "Đề nghị đóng cổng khu tập thể buổi tối"),
        ("Đề nghị lắp camera đầu ngõ 7", "Đề nghị tháo dỡ camera đầu ngõ 7"),
    ],
)
def test_another_number_place_or_wish_is_another_request(one: str, other: str) -> None:
    assert compare(read(one), read(other), same_village=True, same_commune=True).verdict is Verdict.DIFFERENT


def test_what_two_villages_ask_without_a_place_is_alike_and_not_the_same() -> None:
    one, other = read("Đề nghị sửa nhà văn hóa bị dột"), read("Nhà văn hóa dột nát, xin sửa")

    assert compare(one, other, same_village=True, same_commune=True).verdict is Verdict.SAME
    assert compare(one, other, same_village=False, same_commune=True).verdict is Verdict.LIKE


def test_one_street_is_the_same_for_neighbours_and_reasons_say_so() -> None:
    one, other = read("Phố Văn Miếu ngập khi mưa"), read("Mưa là ngập phố Văn Miếu, đề nghị làm cống")
    alike = compare(one, other, same_village=False, same_commune=True)

    assert alike.verdict is Verdict.SAME
    assert "cùng đường, phố Van Mieu" in alike.reasons
