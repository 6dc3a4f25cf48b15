"""Doing without a second factor again, where no office demands it."""

from typing import Any

import pytest

from danban.accounts import actions, queries
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotNow, NotYours
from tests.accounts.authenticator import app_code, with_second_factor
from tests.accounts.factories import make_appointment
from tests.cast import AT, Cast


def test_a_second_factor_is_removed_by_whoever_proves_it_once_more(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    with_second_factor(account)

    actions.remove_second_factor(account.pk, code=app_code(steps=1), actor=actor, at=AT)

    assert not queries.has_second_factor(account.pk)
    assert queries.recovery_codes_of(account.pk) == []
    assert Entry.objects.order_by("-pk")[0].event == "second_factor.removed"


def test_an_office_of_the_city_keeps_it_whatever_other_office_one_acts_for(cast: Cast, settings: Any) -> None:
    settings.SECOND_FACTOR = "city"
    account = cast.people["phuc_xa"]
    codes = with_second_factor(account)
    make_appointment(cast.city.unit, account=account, role="department_officer")

    with pytest.raises(NotNow, match="cấp Thành phố"):
        actions.remove_second_factor(account.pk, code=codes[0], actor=cast.actors["phuc_xa"], at=AT)

    assert queries.recovery_codes_of(account.pk) == codes
    settings.SECOND_FACTOR = "off"
    actions.remove_second_factor(account.pk, code=codes[0], actor=cast.actors["phuc_xa"], at=AT)


def test_without_proof_without_one_or_for_somebody_else_nothing_changes(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    with pytest.raises(NotNow):
        actions.remove_second_factor(account.pk, code="123456", actor=actor, at=AT)
    codes = with_second_factor(account)

    with pytest.raises(BadInput):
        actions.remove_second_factor(account.pk, code="123456", actor=actor, at=AT)
    with pytest.raises(NotYours):
        actions.remove_second_factor(account.pk, code=codes[0], actor=cast.actors["mrs_ha"], at=AT)

    assert queries.has_second_factor(account.pk)
    assert Entry.objects.count() == 1
