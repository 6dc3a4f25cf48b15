"""A secret address for the calendar of one's own post."""

from datetime import timedelta

import pytest

from danban.accounts import actions, queries
from danban.accounts.models import Account, Appointment, CalendarFeed
from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.kit.tokens import hash_of
from tests.cast import AT, TODAY, Cast


def _create(cast: Cast, name: str = "phuc_xa", *, of: str = "phuc_xa") -> str:
    return actions.create_feed(cast.offices[of].pk, actor=cast.actors[name], at=AT)


def test_a_feed_opens_the_post_and_only_a_hash_of_its_secret_is_kept(cast: Cast) -> None:
    secret = _create(cast)

    office = queries.office_by_feed(secret, on=TODAY)
    feed = CalendarFeed.objects.get()
    assert office == cast.offices["phuc_xa"]
    assert feed.secret_hash == hash_of(secret)
    assert queries.open_feed_of(feed.appointment_id) == feed
    entry = Entry.objects.get()
    assert (entry.event, entry.changes) == ("feed.created", {"appointment": feed.appointment_id, "replaced": 0})
    assert secret not in entry.canonical


def test_a_second_feed_takes_the_place_of_the_first(cast: Cast) -> None:
    first = _create(cast)
    second = _create(cast)

    assert queries.office_by_feed(first, on=TODAY) is None
    assert queries.office_by_feed(second, on=TODAY) == cast.offices["phuc_xa"]
    assert CalendarFeed.objects.filter(revoked_at__isnull=True).count() == 1


@pytest.mark.parametrize("name", ["mrs_ha", "ba_dinh", "phuc_xa_committee", "stranger"])
def test_nobody_else_opens_the_feed_of_a_post(cast: Cast, name: str) -> None:
    with pytest.raises(NotYours, match="chính người giữ vị trí"):
        _create(cast, name)
    with pytest.raises(NotFound):
        actions.create_feed(0, actor=cast.actors[name], at=AT)

    assert not CalendarFeed.objects.exists()
    assert not Entry.objects.exists()


def test_a_post_that_is_over_opens_no_feed(cast: Cast) -> None:
    Appointment.objects.filter(pk=cast.offices["phuc_xa"].pk).update(ends_on=TODAY - timedelta(days=1))

    with pytest.raises(NotNow, match="10/02/2023"):
        _create(cast)

    assert not CalendarFeed.objects.exists()


def test_a_feed_opens_nothing_once_the_post_is_over_or_the_person_is_locked_out(cast: Cast) -> None:
    secret = _create(cast)
    office = cast.offices["phuc_xa"]
    Appointment.objects.filter(pk=office.pk).update(ends_on=TODAY)

    last_day = queries.office_by_feed(secret, on=TODAY)
    day_after = queries.office_by_feed(secret, on=TODAY + timedelta(days=1))
    Account.objects.filter(pk=office.account_id).update(is_active=False)

    assert last_day == office
    assert day_after is None
    assert queries.office_by_feed(secret, on=TODAY) is None
    assert queries.office_by_feed("sai", on=TODAY) is None
