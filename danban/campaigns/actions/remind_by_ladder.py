"""Remind by the ladder: whoever has an open thing near or past its last day, and the superior of who stays late."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from django.db import transaction
from django.db.models import QuerySet

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.reminder_rows import Reminded, Step, lock_waiting, things_of, write_step
from danban.campaigns.models import Campaign, Obligation
from danban.campaigns.queries.reminders import (
    Due,
    group_by_person,
    list_due,
    not_yet_reminded,
    owners_of,
    superiors_of,
)
from danban.campaigns.rules.ladder import Rung, due_at
from danban.campaigns.rules.reminding import HOME_PATH, list_path, own_words, superior_words
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.notices.actions import Telling, tell_each
from danban.notices.queries import Recipient


@transaction.atomic
def remind_by_ladder(campaign_id: int, *, actor: Actor, at: datetime) -> Reminded:
    """Take every step of the ladder that is due today and not taken yet; running it again does nothing.

    One notice a person and step gathers what they answer for; a superior gets one a kind. What nobody answers
    for waits until somebody does. Raises ``NotFound``, ``NotYours`` (not the machine) or ``NotNow`` (closed).
    """
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    rules.check_can_remind_by_ladder(actor, campaign, at=at)
    today = clock.day_of(at)
    open_here = Obligation.objects.filter(campaign=campaign)
    taken = [_take(rung, open_here.filter(stands), at) for rung, stands in due_at(today)]
    reminded = Reminded(sum(one.obligations for one in taken), sum(one.notices for one in taken))
    if reminded.obligations:
        record(
            actor=actor,
            event="obligation.reminded",
            subject="campaign",
            subject_id=campaign.pk,
            at=at,
            changes={"day": today, "obligations": reminded.obligations, "notices": reminded.notices},
        )
    return reminded


def _take(rung: Rung, standing: QuerySet[Obligation], at: datetime) -> Reminded:
    """One rung: lock what stands on it, see anew what has not been told, tell it, write it down."""
    waiting = not_yet_reminded(standing, rung.step, for_day=None)
    if not waiting.exists():
        return Reminded()
    lock_waiting(waiting)
    today = clock.day_of(at)
    rows = list_due(waiting)
    people = superiors_of(rows, on=today) if rung.is_for_superior else owners_of(rows, waiting, on=today)
    told = [row for row in rows if people[row.pk]]
    tellings = _to_superiors(told, people, today) if rung.is_for_superior else _to_owners(told, people, rung, today)
    notices = tell_each(tellings, at=at)
    write_step(told, people, Step(rung.step, None, at))
    return Reminded(len(told), notices)


def _to_owners(
    rows: Sequence[Due], people: Mapping[int, Sequence[Recipient]], rung: Rung, today: date
) -> Iterator[Telling]:
    """One notice a person. The first obligation stands in the fact: no other group of the day begins with it."""
    for person, mine in group_by_person(rows, people):
        subject, body = own_words(things_of(mine), step=rung.step, today=today)
        yield Telling(
            person=person,
            fact=f"ladder:{rung.step}:{today.isoformat()}:{mine[0].pk}",
            topic="reminder",
            subject=subject,
            body=body,
            href="" if len(mine) == 1 else HOME_PATH,
            about=("obligation", mine[0].pk),
        )


def _to_superiors(rows: Sequence[Due], people: Mapping[int, Sequence[Recipient]], today: date) -> Iterator[Telling]:
    """One notice a person and kind."""
    by_kind = groupby(sorted(rows, key=lambda row: row.kind_id), key=lambda row: row.kind_id)
    for kind_id, of_kind in by_kind:
        for person, theirs in group_by_person(list(of_kind), people):
            subject, body = superior_words(things_of(theirs), today=today)
            yield Telling(
                person=person,
                fact=f"ladder:superior:{kind_id}:{today.isoformat()}:{theirs[0].pk}",
                topic="escalation",
                subject=subject,
                body=body,
                href="" if len(theirs) == 1 else list_path(theirs[0].kind_code),
                about=("obligation", theirs[0].pk),
            )
