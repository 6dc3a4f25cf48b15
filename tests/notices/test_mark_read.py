"""Reading marks a fact as read by whatever channel it came; nobody reads for another."""

from datetime import timedelta

import pytest

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotYours
from danban.notices.actions import mark_all_read, mark_read, tell
from danban.notices.models import Notice
from danban.notices.states import Channel
from tests.cast import AT, Cast
from tests.notices.factories import recipients
from tests.notices.traces import no_trace


def _told(cast: Cast, fact: str, *keys: str) -> None:
    people = recipients(*(cast.offices[key] for key in keys))
    tell(people, fact=fact, topic="plan", subject="Tin", body="Tin.", at=AT)


def _unread(cast: Cast, key: str) -> set[str]:
    return set(Notice.objects.filter(account=cast.people[key], read_at__isnull=True).values_list("channel", flat=True))


def test_one_fact_is_read_in_all_its_channels_and_only_for_its_reader(cast: Cast) -> None:
    _told(cast, "a", "phuc_xa", "truc_bach")
    mailed = Notice.objects.get(account=cast.people["phuc_xa"], channel=Channel.EMAIL)

    mark_read(mailed.pk, actor=cast.actors["phuc_xa"], at=AT + timedelta(hours=1))
    mark_read(mailed.pk, actor=cast.actors["phuc_xa"], at=AT + timedelta(hours=2))

    assert _unread(cast, "phuc_xa") == set()
    assert _unread(cast, "truc_bach") == {"inbox", "email"}
    mailed.refresh_from_db()
    assert mailed.read_at == AT + timedelta(hours=1)


def test_everything_is_read_at_once(cast: Cast) -> None:
    for fact in "abc":
        _told(cast, fact, "phuc_xa", "truc_bach")

    assert mark_all_read(actor=cast.actors["phuc_xa"], at=AT) == 3
    assert mark_all_read(actor=cast.actors["phuc_xa"], at=AT) == 0

    assert _unread(cast, "phuc_xa") == set()
    assert _unread(cast, "truc_bach") == {"inbox", "email"}


def test_nobody_reads_for_another_and_nobody_is_nobody(cast: Cast) -> None:
    _told(cast, "a", "phuc_xa")
    notice = Notice.objects.get(channel=Channel.INBOX)

    with no_trace():
        for actor in (cast.actors["mrs_ha"], cast.actors["stranger"], Actor()):
            with pytest.raises(NotFound):
                mark_read(notice.pk, actor=actor, at=AT)
        with pytest.raises(NotYours):
            mark_all_read(actor=Actor(), at=AT)
