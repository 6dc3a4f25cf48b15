"""Letting a locked person in again."""

import pytest

from danban.accounts import actions
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.cast import AT, Cast


def test_a_locked_person_is_let_in_again(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    actions.deactivate_account(account.pk, actor=cast.actors["mrs_ha"], at=AT)

    with pytest.raises(NotYours):
        actions.reactivate_account(account.pk, actor=cast.actors["phuc_xa_committee"], at=AT)
    with pytest.raises(NotFound):
        actions.reactivate_account(account.pk, actor=cast.actors["dong_anh"], at=AT)
    actions.reactivate_account(account.pk, actor=cast.actors["ba_dinh"], at=AT)

    account.refresh_from_db()
    assert account.is_active
    assert [entry.event for entry in Entry.objects.order_by("pk")] == ["account.deactivated", "account.reactivated"]


def test_an_open_account_is_not_opened_again(cast: Cast) -> None:
    with pytest.raises(NotNow):
        actions.reactivate_account(cast.people["phuc_xa"].pk, actor=cast.actors["mrs_ha"], at=AT)

    assert not Entry.objects.exists()
