"""The second factor of somebody who is coming in: each code once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from danban.accounts import actions, queries
from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.accounts.authenticator import app_code, with_second_factor
from tests.cast import AT, Cast


def _prove(cast: Cast, code: str, name: str = "mrs_ha") -> str:
    return actions.prove_second_factor(cast.people[name].pk, code=code, actor=cast.actors[name], at=AT)


def test_the_code_the_app_shows_is_taken_once_and_leaves_no_entry_of_its_own(cast: Cast) -> None:
    with_second_factor(cast.people["mrs_ha"])
    code = app_code(steps=1)

    assert _prove(cast, f" {code[:3]} {code[3:]} ") == "totp"
    with pytest.raises(BadInput):
        _prove(cast, code)

    assert [entry.event for entry in Entry.objects.order_by("pk")] == ["second_factor.set_up"]


def test_a_code_is_not_taken_again_as_long_as_the_clock_would_let_it_pass(cast: Cast) -> None:
    """A code passes one step of thirty seconds before and after its own: long after allauth has forgotten it."""
    with time_machine.travel(datetime(2026, 11, 1, 9, tzinfo=UTC), tick=False) as clock:
        with_second_factor(cast.people["mrs_ha"])
        code = app_code(steps=1)
        _prove(cast, code)
        clock.shift(timedelta(seconds=59))

        with pytest.raises(BadInput):
            _prove(cast, code)
        clock.shift(timedelta(seconds=1))
        assert _prove(cast, app_code(steps=1)) == "totp"


def test_the_code_that_set_the_app_up_opens_nothing_afterwards(cast: Cast) -> None:
    code = app_code()
    with_second_factor(cast.people["mrs_ha"])

    with pytest.raises(BadInput):
        _prove(cast, code)


def test_a_recovery_code_is_taken_once_and_noted(cast: Cast) -> None:
    first, *others = with_second_factor(cast.people["mrs_ha"])

    assert _prove(cast, f"{first[:4]} {first[4:]}") == "recovery_codes"
    with pytest.raises(BadInput):
        _prove(cast, first)

    assert queries.recovery_codes_of(cast.people["mrs_ha"].pk) == others
    entry = Entry.objects.order_by("-pk")[0]
    assert entry.event == "recovery_code.used"
    assert first not in entry.canonical


@pytest.mark.parametrize("code", ["000000", "00000000", "", "12", "x" * 500, "٠٠٠٠٠٠"])
def test_a_wrong_code_is_refused_and_nothing_is_used_up(cast: Cast, code: str) -> None:
    codes = with_second_factor(cast.people["mrs_ha"])

    with pytest.raises(BadInput):
        _prove(cast, code)

    assert queries.recovery_codes_of(cast.people["mrs_ha"].pk) == codes


def test_codes_of_somebody_else_and_of_nobody_are_refused(cast: Cast) -> None:
    codes = with_second_factor(cast.people["mrs_ha"])

    for code in (codes[0], app_code(steps=1)):
        with pytest.raises(BadInput):
            _prove(cast, code, "mr_dung")


def test_a_locked_account_does_not_open(cast: Cast) -> None:
    codes = with_second_factor(cast.people["mrs_ha"])
    Account.objects.filter(pk=cast.people["mrs_ha"].pk).update(is_active=False)

    with pytest.raises(NotYours):
        _prove(cast, codes[0])

    assert queries.recovery_codes_of(cast.people["mrs_ha"].pk) == codes


def test_under_another_secret_key_nothing_is_taken_and_it_is_said(cast: Cast, settings: Any) -> None:
    codes = with_second_factor(cast.people["mrs_ha"])
    settings.SECRET_KEY = "another-key-" + "y" * 40

    for code in (codes[0], app_code(steps=1)):
        with pytest.raises(NotNow, match="Khóa của máy chủ đã thay"):
            _prove(cast, code)
