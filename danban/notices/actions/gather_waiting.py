"""Gather what waits for people who want one mail a day: the mail is a notice of its own."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet

from danban.audit.actions import record
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.vietnamese import day
from danban.notices import rules, texts
from danban.notices.models import Notice
from danban.notices.states import Channel, Digest, NoticeStatus

PEOPLE = 50
"""People gathered for in one transaction."""


@transaction.atomic
def gather_waiting(*, actor: Actor, at: datetime) -> int:
    """Gather for at most ``PEOPLE`` people whose time has come; returns how many rows were taken up, 0 at the end.

    Whoever has had the mail of the day waits for that of tomorrow. Raises ``NotYours`` for anybody but the machine.
    """
    rules.check_can_gather_waiting(actor, at=at)
    people = _due(at).order_by("account_id").values_list("account_id", flat=True).distinct()[:PEOPLE]
    locked = _due(at).select_for_update(skip_locked=True, of=("self",)).filter(account_id__in=list(people))
    rows = list(locked.order_by("account_id", "channel", "pk"))
    fact = f"digest:{clock.day_of(at).isoformat()}"
    had = set(
        Notice.objects.filter(fact=fact, account_id__in={row.account_id for row in rows})
        .order_by("pk")
        .values_list("account_id", "channel")
    )
    gathered = 0
    for key, group in groupby(rows, key=lambda row: (row.account_id, row.channel)):
        members = list(group)
        of_these = Notice.objects.filter(pk__in=[member.pk for member in members])
        if key in had:
            of_these.update(not_before=at + timedelta(days=1))
        else:
            of_these.update(gathered_in=_digest_of(members, fact, at=at))
            gathered += 1
    if gathered:
        changes = {"gathered": gathered}
        record(actor=actor, event="notice.gathered", subject="notice", subject_id=None, at=at, changes=changes)
    return len(rows)


def _due(at: datetime) -> QuerySet[Notice]:
    """What is not urgent, waits for its first try, and belongs to somebody who wants it gathered."""
    return (
        Notice.objects.filter(
            account__preference__digest=Digest.DAILY,
            status=NoticeStatus.WAITING,
            is_urgent=False,
            tries=0,
            not_before__lte=at,
            gathered_in__isnull=True,
        )
        .exclude(channel=Channel.INBOX)
        .exclude(topic="digest")
    )


def _digest_of(members: Sequence[Notice], fact: str, *, at: datetime) -> Notice:
    offices = {member.appointment_id for member in members}
    return Notice.objects.create(
        account_id=members[0].account_id,
        appointment_id=offices.pop() if len(offices) == 1 else None,
        topic="digest",
        fact=fact,
        channel=members[0].channel,
        subject=texts.digest_subject(len(members), day(clock.day_of(at))),
        body=texts.digest_body([(member.subject, member.body) for member in members]),
        told_at=at,
        not_before=at,
    )
