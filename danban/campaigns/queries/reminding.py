"""Reminding by hand, as pages need it: what would be sent to whom, whether it may be, and what was sent before."""

from dataclasses import dataclass
from datetime import date, datetime

from danban.campaigns import rules
from danban.campaigns.models import Campaign, Reminder
from danban.campaigns.queries.campaigns import campaign_for
from danban.campaigns.queries.reminders import (
    Due,
    LateFilter,
    group_by_person,
    late_below,
    list_due,
    not_yet_reminded,
    owners_of,
)
from danban.campaigns.rules.reminding import DEFAULT_WORDS
from danban.campaigns.states import ReminderStep
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import is_allowed


@dataclass(frozen=True)
class RemindPage:
    """What reminding would do now.

    ``told`` would be spoken of to ``people`` persons, ``unheld`` have nobody to be told, ``said_today`` counts
    what was reminded of by hand today already. ``words`` are offered to be changed.
    """

    campaign: Campaign
    wanted: LateFilter
    told: list[Due]
    unheld: list[Due]
    people: int
    said_today: int
    words: str

    @property
    def units(self) -> int:
        """In how many units somebody would be told."""
        return len({due.unit_id for due in self.told})


def remind_page(actor: Actor, campaign_id: int, wanted: LateFilter, *, at: datetime) -> RemindPage:
    """The dry run of ``remind_late``, in a constant number of queries.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (a closed year).
    """
    campaign = campaign_for(actor, campaign_id)
    rules.check_can_remind_late(actor, campaign, words=DEFAULT_WORDS, at=at)
    today = clock.day_of(at)
    late = late_below(actor, campaign, wanted, today=today)
    waiting = not_yet_reminded(late, ReminderStep.HAND, for_day=today)
    rows = list_due(waiting)
    people = owners_of(rows, waiting, on=today)
    told = [row for row in rows if people[row.pk]]
    return RemindPage(
        campaign=campaign,
        wanted=wanted,
        told=told,
        unheld=[row for row in rows if not people[row.pk]],
        people=len(group_by_person(told, people)),
        said_today=late.count() - len(rows),
        words=DEFAULT_WORDS,
    )


def count_to_remind(actor: Actor, campaign: Campaign, wanted: LateFilter, *, today: date) -> int:
    """How many late things the actor may remind of by hand now; 0 without a question where they may not at all."""
    if not (is_allowed(rules.check_holds_remind, actor, campaign) and is_allowed(rules.check_is_running, campaign)):
        return 0
    late = late_below(actor, campaign, wanted, today=today)
    return not_yet_reminded(late, ReminderStep.HAND, for_day=today).count()


def list_reminders(obligation_id: int) -> list[Reminder]:
    """When whoever owes a thing was reminded of it, by which office or by the ladder, the latest first."""
    sent = Reminder.objects.filter(obligation_id=obligation_id).select_related("by_office__unit")
    return list(sent.order_by("-at", "-pk"))
