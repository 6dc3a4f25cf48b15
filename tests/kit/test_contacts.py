"""One form for telephone numbers and e-mail addresses of work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.kit.contacts import checked_work_contacts, normal_email, normal_phone
from danban.kit.refusals import BadInput


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0912 345 678", "+84912345678"),
        ("+84912345678", "+84912345678"),
        ("+84 (0) 912-345-678", "+84912345678"),
        ("84 912.345.678", "+84912345678"),
        ("0084912345678", "+84912345678"),
        ("0849123456", "+84849123456"),
        ("024 3825 3536", "+842438253536"),
        ("912345678", None),
        ("0112345678", None),
        ("091234567", None),
        ("09123456789", None),
        ("+1 650 253 0000", None),
        ("٠٩١٢٣٤٥٦٧٨", None),
        ("0912345678\n", "+84912345678"),
        ("mrs.ha@example.vn", None),
        ("", None),
    ],
)
def test_a_phone_has_one_form(typed: str, stored: str | None) -> None:
    assert normal_phone(typed) == stored


@given(
    number=st.from_regex(r"[35789][0-9]{8}|2[0-9]{9}", fullmatch=True),
    prefix=st.sampled_from(["0", "+84", "84", "0084", "+840"]),
    marks=st.lists(st.sampled_from(["", " ", ".", "-", "  "]), min_size=16, max_size=16),
)
def test_however_a_phone_is_written_it_is_the_same_phone(number: str, prefix: str, marks: list[str]) -> None:
    typed = "".join(sign + mark for sign, mark in zip(prefix + number, marks, strict=False))

    assert normal_phone(typed) == f"+84{number}"


@given(st.text(max_size=40))
def test_the_one_form_of_a_telephone_number_stays_as_it_is(text: str) -> None:
    phone = normal_phone(text)

    assert phone is None or normal_phone(phone) == phone


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (" A.B@Example.VN ", "a.b@example.vn"),
        ("a@b", None),
        ("a b@example.vn", None),
        ("@example.vn", None),
        (f"{'a' * 64}@{'b.' * 100}vn", None),
    ],
)
def test_an_email_has_one_form(typed: str, stored: str | None) -> None:
    assert normal_email(typed) == stored


def test_contacts_of_work_may_be_empty_but_not_wrong() -> None:
    assert checked_work_contacts(" ", "") == ("", "")
    assert checked_work_contacts("0912345678", "A@example.vn") == ("+84912345678", "a@example.vn")
    with pytest.raises(BadInput) as wrong:
        checked_work_contacts("1", "a@")
    assert set(wrong.value.problems) == {"phone", "email"}
