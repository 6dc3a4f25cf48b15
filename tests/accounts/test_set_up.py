"""An authenticator app is tied to an account."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session

from danban.accounts import actions, queries
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.accounts.authenticator import SECRET, app_code, with_second_factor
from tests.accounts.machines import signed_in
from tests.cast import AT, Cast


def test_an_app_that_shows_its_code_is_tied_to_the_account_with_ten_recovery_codes(cast: Cast) -> None:
    account = cast.people["mrs_ha"]

    actions.set_up_second_factor(
        account.pk, secret=SECRET, code=app_code(), session_key="", actor=cast.actors["mrs_ha"], at=AT
    )

    codes = queries.recovery_codes_of(account.pk)
    assert queries.has_second_factor(account.pk)
    assert len(set(codes)) == 10
    assert all(len(code) == 8 and code.isdecimal() for code in codes)
    entry = Entry.objects.get()
    assert (entry.event, entry.user_id, entry.changes) == ("second_factor.set_up", account.pk, {"ended": 0})


def test_neither_the_key_nor_a_recovery_code_stands_in_the_tables_in_clear(cast: Cast) -> None:
    codes = with_second_factor(cast.people["mrs_ha"])

    kept = "".join(str(data) for data in Authenticator.objects.order_by("pk").values_list("data", flat=True))
    kept += "".join(Entry.objects.order_by("pk").values_list("canonical", flat=True))
    assert [secret for secret in (SECRET, *codes) if secret in kept] == []


def test_other_machines_are_signed_out_and_this_one_stays(cast: Cast) -> None:
    account = cast.people["mrs_ha"]
    here, there = signed_in(account), signed_in(account)

    actions.set_up_second_factor(
        account.pk, secret=SECRET, code=app_code(), session_key=here, actor=cast.actors["mrs_ha"], at=AT
    )

    assert Session.objects.filter(session_key=here).exists()
    assert not Session.objects.filter(session_key=there).exists()
    assert Entry.objects.get().changes == {"ended": 1}


@pytest.mark.parametrize("code", ["000000", "", "12345678", "abc"])
def test_a_wrong_code_ties_nothing(cast: Cast, code: str) -> None:
    account = cast.people["mrs_ha"]

    with pytest.raises(BadInput, match="chưa đúng"):
        actions.set_up_second_factor(
            account.pk, secret=SECRET, code=code, session_key="", actor=cast.actors["mrs_ha"], at=AT
        )

    assert not queries.has_second_factor(account.pk)
    assert not Entry.objects.exists()


def test_one_at_a_time_and_nobody_for_somebody_else(cast: Cast) -> None:
    account = cast.people["mrs_ha"]
    with_second_factor(account)

    with pytest.raises(NotNow):
        actions.set_up_second_factor(
            account.pk, secret=SECRET, code=app_code(steps=1), session_key="", actor=cast.actors["mrs_ha"], at=AT
        )
    with pytest.raises(NotYours):
        actions.set_up_second_factor(
            cast.people["mr_dung"].pk, secret=SECRET, code=app_code(), session_key="", actor=cast.actors["mrs_ha"],
            at=AT,
        )  # fmt: skip

    assert not queries.has_second_factor(cast.people["mr_dung"].pk)
    assert Entry.objects.count() == 1
