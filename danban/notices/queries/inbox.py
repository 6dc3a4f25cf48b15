"""What a person was told: unread first, day by day."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.db.models.lookups import IsNull

from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.notices.models import Notice
from danban.notices.states import Channel

ROWS_A_PAGE = 30
MANY = 100
"""Unread notices are counted no further: beyond it people see "99+"."""


@dataclass(frozen=True)
class Day:
    """The notices of one day, all unread or all read."""

    day: date
    is_unread: bool
    notices: list[Notice]


@dataclass(frozen=True)
class InboxPage:
    """One page of the inbox, and how many notices are unread in all (at most ``MANY``)."""

    days: list[Day]
    page: Page[Notice]
    unread: int


def inbox_for(actor: Actor, *, number: int) -> InboxPage:
    """A page of what the person was told, for whichever office: what is unread first, the latest first."""
    is_read = IsNull(F("read_at"), False)  # noqa: FBT003  the lookup's own form
    found = _inbox_of(actor.user_id or 0).select_related("appointment__unit").order_by(is_read, "-told_at", "-pk")
    page = Paginator(found, ROWS_A_PAGE).get_page(number)
    groups = groupby(page, key=lambda notice: (notice.read_at is None, clock.day_of(notice.told_at)))
    return InboxPage(
        days=[Day(day, is_unread, list(notices)) for (is_unread, day), notices in groups],
        page=page,
        unread=unread_count(actor.user_id or 0),
    )


def unread_count(account_id: int) -> int:
    """How many notices of the inbox a person has not read, at most ``MANY``; one short query on an index."""
    return _inbox_of(account_id).filter(read_at__isnull=True).order_by("-pk")[:MANY].count()


def notice_for(actor: Actor, pk: int) -> Notice:
    """One notice of the person by whatever channel; raises ``NotFound``."""
    notice = Notice.objects.visible_to(actor).select_related("appointment__unit").filter(pk=pk).first()
    if notice is None:
        raise NotFound("Không tìm thấy tin này trong hộp tin của bạn.")
    return notice


def _inbox_of(account_id: int) -> QuerySet[Notice]:
    return Notice.objects.filter(account_id=account_id, channel=Channel.INBOX)
