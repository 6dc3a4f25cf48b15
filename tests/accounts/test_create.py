"""A new person."""

import pytest

from danban.accounts import actions, queries
from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotYours
from tests.cast import AT, PASSWORD, Cast


def test_a_person_is_stored_in_one_form_and_found_by_either_name(cast: Cast) -> None:
    account = actions.create_account(
        full_name="  Đặng  Thị   Ánh ", email=" Anh.Dang@Example.VN ", phone="0912 345 678", password=PASSWORD,
        actor=cast.actors["mrs_ha"], at=AT,
    )  # fmt: skip

    assert (account.full_name, account.folded) == ("Đặng Thị Ánh", "dang thi anh")
    assert (account.email, account.phone) == ("anh.dang@example.vn", "+84912345678")
    assert queries.account_by_identifier("ANH.dang@example.vn") == account
    assert queries.account_by_identifier("84 912.345.678") == account
    assert account.check_password(PASSWORD)
    entry = Entry.objects.order_by("pk").last()
    assert entry is not None
    assert (entry.event, entry.subject_id, entry.changes) == ("account.created", account.pk, {})


def test_an_office_that_appoints_nobody_is_refused_and_nothing_is_written(cast: Cast) -> None:
    before = Account.objects.count()

    with pytest.raises(NotYours, match="Ban Phong trào"):
        actions.create_account(full_name="Đặng Thị Ánh", email="a@example.vn", actor=cast.actors["mr_dung"], at=AT)

    assert Account.objects.count() == before
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("full_name", "email", "phone", "password", "field"),
    [
        ("  ", "a@example.vn", None, PASSWORD, "full_name"),
        ("12345", "a@example.vn", None, PASSWORD, "full_name"),
        ("A" * 121, "a@example.vn", None, PASSWORD, "full_name"),
        ("Đặng Thị Ánh", "a@", None, PASSWORD, "email"),
        ("Đặng Thị Ánh", "mrs.ha@example.vn", None, PASSWORD, "email"),
        ("Đặng Thị Ánh", None, "12", PASSWORD, "phone"),
        ("Đặng Thị Ánh", "", " ", PASSWORD, "phone"),
        ("Đặng Thị Ánh", "a@example.vn", None, "ngắn", "password"),
        ("Đặng Thị Ánh", "a@example.vn", None, "8347501928374", "password"),
        ("Đặng Thị Ánh", "a@example.vn", None, "password123", "password"),
    ],
)
def test_what_cannot_be_used_is_named_by_field_and_leaves_no_trace(
    cast: Cast, full_name: str, email: str | None, phone: str | None, password: str, field: str
) -> None:
    before = Account.objects.count()

    with pytest.raises(BadInput) as refused:
        actions.create_account(
            full_name=full_name, email=email, phone=phone, password=password, actor=cast.actors["mrs_ha"], at=AT
        )

    assert list(refused.value.problems) == [field]
    assert Account.objects.count() == before
    assert not Entry.objects.exists()


def test_without_a_password_nobody_gets_in(cast: Cast) -> None:
    account = actions.create_account(full_name="Đặng Thị Ánh", email="a@example.vn", actor=cast.actors["mrs_ha"], at=AT)

    assert not account.has_usable_password()
