"""One's own password."""

import pytest
from django.contrib.sessions.models import Session

from danban.accounts import actions
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotYours
from tests.accounts.machines import signed_in
from tests.cast import AT, PASSWORD, Cast

NEW = "sông Hồng chảy về đông"


def test_a_person_changes_their_password_and_the_diary_holds_no_secret(cast: Cast) -> None:
    account = cast.people["phuc_xa"]

    actions.change_password(account.pk, current=PASSWORD, new=NEW, actor=cast.actors["phuc_xa"], at=AT)

    account.refresh_from_db()
    assert account.check_password(NEW)
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("password.changed", {})
    assert NEW not in entry.canonical


def test_other_machines_are_signed_out_and_this_one_stays(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    here, there = signed_in(account), signed_in(account)

    actions.change_password(
        account.pk, current=PASSWORD, new=NEW, session_key=here, actor=cast.actors["phuc_xa"], at=AT
    )

    assert Session.objects.filter(session_key=here).exists()
    assert not Session.objects.filter(session_key=there).exists()


@pytest.mark.parametrize(("current", "new", "field"), [("sai", NEW, "current"), (PASSWORD, "ngắn", "new")])
def test_a_wrong_current_or_weak_new_password_changes_nothing(cast: Cast, current: str, new: str, field: str) -> None:
    account = cast.people["phuc_xa"]

    with pytest.raises(BadInput) as refused:
        actions.change_password(account.pk, current=current, new=new, actor=cast.actors["phuc_xa"], at=AT)

    assert list(refused.value.problems) == [field]
    account.refresh_from_db()
    assert account.check_password(PASSWORD)
    assert not Entry.objects.exists()


def test_nobody_changes_the_password_of_somebody_else(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.change_password(
            cast.people["phuc_xa"].pk, current=PASSWORD, new=NEW, actor=cast.actors["mrs_ha"], at=AT
        )

    assert not Entry.objects.exists()
