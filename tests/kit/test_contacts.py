"""One form for telephone numbers and e-mail addresses of work."""

import pytest

from danban.kit.contacts import checked_work_contacts, normal_email, normal_phone
from danban.kit.refusals import BadInput


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("024 3825 3536", "+842438253536"), ("+84 912-345-678", "+84912345678"), ("113", None), ("", None)],
)
def test_a_telephone_number_has_one_form(typed: str, stored: str | None) -> None:
    assert normal_phone(typed) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [(" MTTQ@Hanoi.gov.VN ", "mttq@hanoi.gov.vn"), ("mttq", None), (f"{'a' * 64}@{'b.' * 100}vn", None)],
)
def test_an_address_of_mail_has_one_form(typed: str, stored: str | None) -> None:
    assert normal_email(typed) == stored


def test_contacts_of_work_may_be_empty_but_not_wrong() -> None:
    assert checked_work_contacts(" ", "") == ("", "")
    assert checked_work_contacts("0912345678", "A@example.vn") == ("+84912345678", "a@example.vn")
    with pytest.raises(BadInput) as wrong:
        checked_work_contacts("1", "a@")
    assert set(wrong.value.problems) == {"phone", "email"}
