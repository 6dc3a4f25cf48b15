"""Remind by hand, in one step, of everything late of a kind, a level or an area, or of a single thing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.reminder_rows import Reminded, Step, lock_waiting, things_of, write_step
from danban.campaigns.models import Campaign
from danban.campaigns.queries.reminders import (
    Due,
    LateFilter,
    group_by_person,
    late_below,
    list_due,
    not_yet_reminded,
    owners_of,
)
from danban.campaigns.rules.reminding import HOME_PATH, hand_words
from danban.campaigns.states import ReminderStep
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow
from danban.notices.actions import Telling, tell_each
from danban.notices.queries import Recipient

NOTHING_LATE = "Không còn việc quá hạn nào để đôn đốc trong phạm vi này."
ALREADY_TODAY = "Các việc quá hạn này đã được đôn đốc trong hôm nay. Mỗi việc chỉ đôn đốc một lần mỗi ngày."
NOBODY_THERE = "Chưa có ai giữ vị trí ở các đơn vị này nên không gửi được tới ai."


@transaction.atomic
def remind_late(campaign_id: int, *, wanted: LateFilter, words: str, actor: Actor, at: datetime) -> Reminded:
    """Remind whoever answers for the late things below the actor's office, each thing once a day by hand.

    ``words`` open the notice, which then lists what is late. Raises ``NotFound``, ``NotYours``, ``BadInput``
    (no words) or ``NotNow`` (a closed year, nothing late, reminded today already, nobody there).
    """
    campaign = Campaign.objects.filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    rules.check_can_remind_late(actor, campaign, words=words, at=at)
    today = clock.day_of(at)
    late = late_below(actor, campaign, wanted, today=today)
    lock_waiting(late)
    waiting = not_yet_reminded(late, ReminderStep.HAND, for_day=today)
    rows = list_due(waiting)
    if not rows:
        raise NotNow(ALREADY_TODAY if late.exists() else NOTHING_LATE)
    people = owners_of(rows, waiting, on=today)
    told = [row for row in rows if people[row.pk]]
    if not told:
        raise NotNow(NOBODY_THERE)
    tellings = _tellings(told, people, words=words, sender=actor.label, today=today)
    reminded = Reminded(len(told), tell_each(tellings, at=at))
    write_step(told, people, Step(ReminderStep.HAND, today, at, actor.appointment_id))
    where = {"kind": wanted.kind, "level": wanted.level, "place": wanted.place, "obligation": wanted.obligation}
    record(
        actor=actor,
        event="obligation.reminded",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={**where, "obligations": reminded.obligations, "notices": reminded.notices},
    )
    return reminded


def _tellings(
    rows: Sequence[Due], people: Mapping[int, Sequence[Recipient]], *, words: str, sender: str, today: date
) -> Iterator[Telling]:
    """One notice a person; the first obligation stands in the fact, as on the ladder."""
    for person, mine in group_by_person(rows, people):
        subject, body = hand_words(things_of(mine), words=words, sender=sender, today=today)
        yield Telling(
            person=person,
            fact=f"hand:{today.isoformat()}:{mine[0].pk}",
            topic="reminder",
            subject=subject,
            body=body,
            href="" if len(mine) == 1 else HOME_PATH,
            about=("obligation", mine[0].pk),
        )
