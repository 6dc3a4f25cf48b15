"""A secret address that stops working."""

import pytest

from danban.accounts import actions, queries
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotNow, NotYours
from tests.cast import AT, TODAY, Cast


def test_a_revoked_feed_opens_nothing_any_more(cast: Cast) -> None:
    office, actor = cast.offices["phuc_xa"], cast.actors["phuc_xa"]
    secret = actions.create_feed(office.pk, actor=actor, at=AT)

    feed = actions.revoke_feed(office.pk, actor=actor, at=AT)

    assert queries.office_by_feed(secret, on=TODAY) is None
    assert queries.open_feed_of(office.pk) is None
    entry = Entry.objects.latest("pk")
    assert (entry.event, entry.subject_id) == ("feed.revoked", feed.pk)


def test_only_the_holder_revokes_it(cast: Cast) -> None:
    office = cast.offices["phuc_xa"]
    secret = actions.create_feed(office.pk, actor=cast.actors["phuc_xa"], at=AT)

    for name in ("mrs_ha", "ba_dinh", "phuc_xa_committee", "stranger"):
        with pytest.raises(NotYours):
            actions.revoke_feed(office.pk, actor=cast.actors[name], at=AT)
    with pytest.raises(NotFound):
        actions.revoke_feed(0, actor=cast.actors["phuc_xa"], at=AT)

    assert queries.office_by_feed(secret, on=TODAY) == office
    assert Entry.objects.count() == 1


def test_there_is_nothing_to_revoke_twice(cast: Cast) -> None:
    office, actor = cast.offices["phuc_xa"], cast.actors["phuc_xa"]
    actions.create_feed(office.pk, actor=actor, at=AT)
    actions.revoke_feed(office.pk, actor=actor, at=AT)

    with pytest.raises(NotNow, match="không có địa chỉ lịch"):
        actions.revoke_feed(office.pk, actor=actor, at=AT)

    assert Entry.objects.count() == 2
