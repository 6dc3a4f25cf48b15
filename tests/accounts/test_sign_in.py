"""Coming in is noted in the diary, by means and office."""

import pytest

from danban.accounts import actions
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotYours
from tests.cast import AT, Cast


@pytest.mark.parametrize("means", ["password", "code", "card", "oidc", "demo"])
def test_coming_in_is_an_entry_of_the_office_come_in_for(cast: Cast, means: str) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]

    actions.sign_in_account(account.pk, means=means, actor=actor, at=AT)

    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id, entry.unit_id) == ("account.signed_in", account.pk, actor.unit_id)
    assert entry.changes == {"means": means}


def test_the_second_factor_is_noted_with_the_first(cast: Cast) -> None:
    account, actor = cast.people["mrs_ha"], cast.actors["mrs_ha"]

    actions.sign_in_account(account.pk, means="oidc", second="totp", actor=actor, at=AT)

    assert Entry.objects.get().changes == {"means": "oidc", "second": "totp"}


def test_a_locked_or_unknown_person_does_not_come_in_and_leaves_no_trace(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    account.is_active = False
    account.save(update_fields=["is_active"])

    with pytest.raises(NotYours, match="khóa"):
        actions.sign_in_account(account.pk, means="password", actor=actor, at=AT)
    with pytest.raises(NotFound):
        actions.sign_in_account(0, means="password", actor=actor, at=AT)

    assert not Entry.objects.exists()
