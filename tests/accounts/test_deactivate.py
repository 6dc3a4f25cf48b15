"""Locking a person out."""

from datetime import timedelta

import pytest

from danban.accounts import actions
from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY, Cast


def _is_active(account: Account) -> bool:
    account.refresh_from_db()
    return account.is_active


def test_a_locked_person_stays_out_whatever_offices_they_hold(cast: Cast) -> None:
    account = cast.people["phuc_xa"]

    actions.deactivate_account(account.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert not _is_active(account)
    assert Entry.objects.get().event == "account.deactivated"
    with pytest.raises(NotYours, match="khóa"):
        actions.sign_in_account(account.pk, means="password", actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(NotNow):
        actions.deactivate_account(account.pk, actor=cast.actors["mrs_ha"], at=AT)


def test_the_wrong_person_is_refused_and_nothing_is_written(cast: Cast) -> None:
    account = cast.people["phuc_xa"]

    with pytest.raises(NotYours):
        actions.deactivate_account(account.pk, actor=cast.actors["phuc_xa_committee"], at=AT)
    for beside_or_below in ("dong_anh", "truc_bach", "head_of_group_1"):
        with pytest.raises(NotFound):
            actions.deactivate_account(account.pk, actor=cast.actors[beside_or_below], at=AT)
    with pytest.raises(NotFound):
        actions.deactivate_account(10**9, actor=cast.actors["mrs_ha"], at=AT)
    with pytest.raises(NotYours, match="của mình"):
        actions.deactivate_account(cast.people["mrs_ha"].pk, actor=cast.actors["mrs_ha"], at=AT)

    assert _is_active(account)
    assert not Entry.objects.exists()


def test_a_person_with_an_office_outside_the_area_is_not_locked_from_inside_it(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    make_appointment(cast.places["00454.01"].unit, account=account)

    with pytest.raises(NotYours, match="ngoài các đơn vị"):
        actions.deactivate_account(account.pk, actor=cast.actors["ba_dinh"], at=AT)

    assert _is_active(account)


def test_an_office_that_is_over_elsewhere_does_not_stand_in_the_way(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    make_appointment(cast.places["00454.01"].unit, account=account, ends_on=TODAY - timedelta(days=1))

    actions.deactivate_account(account.pk, actor=cast.actors["ba_dinh"], at=AT)

    assert not _is_active(account)


def test_who_held_an_office_only_elsewhere_is_not_locked_for_having_passed_by(cast: Cast) -> None:
    account = cast.people["stranger"]
    yesterday = TODAY - timedelta(days=1)
    make_appointment(cast.places["00454.01"].unit, account=account, ends_on=yesterday)
    make_appointment(cast.places["00001.01"].unit, account=account, ends_on=yesterday)

    with pytest.raises(NotYours):
        actions.deactivate_account(account.pk, actor=cast.actors["ba_dinh"], at=AT)
    actions.deactivate_account(account.pk, actor=cast.actors["mrs_ha"], at=AT)

    assert not _is_active(account)
