"""A lost second factor is taken off by a superior; a forgotten password is set anew."""

import pytest
from django.contrib.sessions.models import Session

from danban.accounts import actions, queries
from danban.accounts.models import Account
from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from tests.accounts.authenticator import with_second_factor
from tests.accounts.machines import signed_in
from tests.cast import AT, PASSWORD, Cast

NEW = "sông Hồng chảy về đông"


def test_a_superior_takes_a_lost_second_factor_off_and_every_machine_is_signed_out(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    with_second_factor(account)
    signed_in(account)

    actions.reset_second_factor(account.pk, reason="lost_phone", actor=cast.actors["mrs_ha"], at=AT)

    assert not queries.has_second_factor(account.pk)
    assert queries.recovery_codes_of(account.pk) == []
    assert not Session.objects.exists()
    entry = Entry.objects.order_by("-pk")[0]
    assert (entry.event, entry.subject_id, entry.changes) == (
        "second_factor.reset", account.pk, {"reason": "lost_phone"},
    )  # fmt: skip
    assert entry.user_id == cast.people["mrs_ha"].pk


def test_a_district_helps_its_communes_but_not_itself_nor_its_neighbour(cast: Cast) -> None:
    for name in ("phuc_xa", "ba_dinh_committee", "mrs_ha"):
        with_second_factor(cast.people[name])
    entries = Entry.objects.count()

    for actor, name, refusal in (
        ("dong_anh", "phuc_xa", NotFound),
        ("ba_dinh", "ba_dinh_committee", NotYours),
        ("culture_department", "phuc_xa", NotYours),
        ("mrs_ha", "mrs_ha", NotYours),
    ):
        with pytest.raises(refusal):
            actions.reset_second_factor(cast.people[name].pk, reason="lost_phone", actor=cast.actors[actor], at=AT)

    assert Entry.objects.count() == entries
    assert queries.has_second_factor(cast.people["phuc_xa"].pk)
    actions.reset_second_factor(cast.people["phuc_xa"].pk, reason="new_phone", actor=cast.actors["ba_dinh"], at=AT)
    assert not queries.has_second_factor(cast.people["phuc_xa"].pk)


def test_only_a_reason_of_the_list_and_only_where_there_is_one(cast: Cast) -> None:
    account, actor = cast.people["phuc_xa"], cast.actors["mrs_ha"]
    with pytest.raises(NotNow, match="chưa có"):
        actions.reset_second_factor(account.pk, reason="lost_phone", actor=actor, at=AT)
    with_second_factor(account)

    with pytest.raises(BadInput) as refused:
        actions.reset_second_factor(account.pk, reason="Bà Lan làm rơi máy", actor=actor, at=AT)

    assert list(refused.value.problems) == ["reason"]
    assert queries.has_second_factor(account.pk)


def test_a_forgotten_password_is_set_anew_and_every_machine_is_signed_out(cast: Cast) -> None:
    account = cast.people["phuc_xa"]
    signed_in(account)

    actions.reset_password(account.pk, new=NEW, actor=cast.actors["phuc_xa"], at=AT)

    account.refresh_from_db()
    assert account.check_password(NEW)
    assert not Session.objects.exists()
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("password.reset", {})


def test_a_poor_password_a_locked_account_and_somebody_elses_change_nothing(cast: Cast) -> None:
    account = cast.people["phuc_xa"]

    with pytest.raises(BadInput) as refused:
        actions.reset_password(account.pk, new="1234567890", actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(NotYours):
        actions.reset_password(account.pk, new=NEW, actor=cast.actors["mrs_ha"], at=AT)
    Account.objects.filter(pk=account.pk).update(is_active=False)
    with pytest.raises(NotYours, match="khóa"):
        actions.reset_password(account.pk, new=NEW, actor=cast.actors["phuc_xa"], at=AT)

    account.refresh_from_db()
    assert list(refused.value.problems) == ["new"]
    assert account.check_password(PASSWORD)
    assert not Entry.objects.exists()
