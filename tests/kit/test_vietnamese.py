"""Vietnamese writing: search without accents, dictionary order, numbers and days."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.kit import vietnamese

_TEXT = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệ AĂÂĐÊÔƠƯ0123456789", max_size=30)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Trãi", "duong nguyen trai"),
        ("  Phường   Văn Miếu ", "phuong van mieu"),
        ("Ô Chợ Dừa", "o cho dua"),
        ("ĐỐNG ĐA", "dong da"),
    ],
)
def test_search_ignores_accents_case_and_spaces(text: str, folded: str) -> None:
    assert vietnamese.fold(text) == folded


@given(_TEXT)
def test_composed_and_decomposed_writing_fold_and_sort_alike(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)

    assert vietnamese.fold(decomposed) == vietnamese.fold(text)
    assert vietnamese.sort_key(decomposed) == vietnamese.sort_key(text)
    assert vietnamese.fold(vietnamese.fold(text)) == vietnamese.fold(text)


def test_names_stand_in_dictionary_order_and_numbers_by_value() -> None:
    names = ["Tổ dân phố số 10", "Đê", "Ổ", "Tổ dân phố số 2", "Dê", "Ô", "bá", "ba", "O", "bà"]

    names.sort(key=vietnamese.sort_key)

    assert names == ["ba", "bà", "bá", "Dê", "Đê", "O", "Ô", "Ổ", "Tổ dân phố số 2", "Tổ dân phố số 10"]


def test_people_are_listed_by_given_name() -> None:
    people = ["Nguyễn Văn Bình", "Trần Thị An", "Lê Văn Bình"]

    people.sort(key=vietnamese.person_sort_key)

    assert people == ["Trần Thị An", "Lê Văn Bình", "Nguyễn Văn Bình"]


def test_invisible_characters_never_stay_in_a_name() -> None:
    assert vietnamese.squeeze("\ufeffPhường\u200b\u00a0 Phúc\tXá\n") == "Phường Phúc Xá"


@pytest.mark.parametrize(
    ("value", "places", "text"), [(1926, 0, "1.926"), (4.0, 1, "4,0"), (0, 0, "0"), (1234567, 0, "1.234.567")]
)
def test_numbers_are_written_the_vietnamese_way(value: float, places: int, text: str) -> None:
    assert vietnamese.number(value, places) == text


def test_days_are_written_the_vietnamese_way() -> None:
    thursday = date(2023, 2, 16)

    assert vietnamese.day(thursday) == "16/02/2023"
    assert vietnamese.short_day(thursday) == "16/02"
    assert vietnamese.long_day(thursday) == "Thứ Năm 16/02/2023"
    assert vietnamese.weekday(date(2023, 2, 19)) == "Chủ nhật"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("+84912345678", "0912 345 678"),
        ("+842438253536", "024 3825 3536"),
        ("+4915112345678", "+4915112345678"),
    ],
)
def test_phones_are_written_as_people_read_them_aloud(stored: str, shown: str) -> None:
    assert vietnamese.phone(stored) == shown


@pytest.mark.parametrize(("text", "code"), [("Mục III.2", "muc-iii-2"), ("Đường  số 5!", "duong-so-5"), ("—", "")])
def test_a_slug_holds_plain_letters_digits_and_hyphens(text: str, code: str) -> None:
    assert vietnamese.slug(text) == code
