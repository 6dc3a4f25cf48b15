"""Other machines are signed out: one, or all of them."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from danban.accounts import actions, queries
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotYours
from tests.accounts.machines import signed_in
from tests.cast import AT, Cast


def _alive() -> set[str]:
    return set(Session.objects.order_by("pk").values_list("session_key", flat=True))


def test_one_machine_is_signed_out_and_the_others_stay(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    here, there = signed_in(account), signed_in(account)
    lost = UserSession.objects.get(session_key=there).pk

    actions.end_session(account.pk, session_id=lost, actor=actor, at=AT)

    assert _alive() == {here}
    assert Entry.objects.get().event == "session.ended"
    with pytest.raises(NotFound):
        actions.end_session(account.pk, session_id=lost, actor=actor, at=AT)


def test_every_machine_but_this_one_is_signed_out(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    here, _, _ = signed_in(account), signed_in(account), signed_in(account)
    neighbour = signed_in(cast.people["truc_bach"])

    assert actions.end_other_sessions(account.pk, kept=here, actor=actor, at=AT) == 2

    assert _alive() == {here, neighbour}
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("sessions.ended", {"ended": 2})


def test_nobody_signs_out_somebody_elses_machine(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["phuc_xa"]
    theirs = signed_in(cast.people["truc_bach"])
    pk = UserSession.objects.get(session_key=theirs).pk

    with pytest.raises(NotFound):
        actions.end_session(account.pk, session_id=pk, actor=actor, at=AT)
    with pytest.raises(NotYours):
        actions.end_session(cast.people["truc_bach"].pk, session_id=pk, actor=actor, at=AT)
    with pytest.raises(NotYours):
        actions.end_other_sessions(cast.people["truc_bach"].pk, kept="", actor=cast.actors["mrs_ha"], at=AT)

    assert _alive() == {theirs}
    assert not Entry.objects.exists()


def test_the_list_shows_this_machine_first_and_none_that_is_over(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    here, there, over = (signed_in(account, address=f"10.0.0.{number}") for number in range(3))
    now = datetime.now(UTC)
    Session.objects.filter(session_key=over).update(expire_date=now - timedelta(minutes=1))
    signed_in(cast.people["truc_bach"])

    shown = queries.open_sessions(account.pk, here=here, real_now=now)

    assert [(one.address, one.is_here) for one in shown] == [("10.0.0.0", True), ("10.0.0.1", False)]
    assert there in _alive()
