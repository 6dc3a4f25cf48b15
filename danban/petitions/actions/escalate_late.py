"""The ladder of the late: the body is reminded before its day, its direct superior hears of what is past it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.accounts.queries import superiors_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import long_day
from danban.notices.actions import Recipient, tell, tell_units
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petitions
from danban.petitions.actions.steps import ANSWERING_ROLES, write_step
from danban.petitions.models import Petition

SOON_DAYS = 5
_AT_ONCE = 500


@dataclass(frozen=True)
class Climbed:
    """How many petitions were reminded of, and how many went up to a superior."""

    reminded: int = 0
    escalated: int = 0


@transaction.atomic
def escalate_late(*, actor: Actor, at: datetime) -> Climbed:
    """Remind of what is due within five days, and once each send what is late to the direct superior (at most 500).

    Harmless to repeat: a fact is told once. Raises ``NotYours`` (not the timed job).
    """
    rules.check_can_remind(actor, at=at)
    today = day_of(at)
    soon = Petition.objects.filter(rules.is_due_soon(today, SOON_DAYS), book__status="running")
    bodies = soon.order_by("body").values_list("body__unit_id", flat=True).distinct()
    reminded = sum(_remind(unit_id, today, at) for unit_id in list(bodies))
    late = Petition.objects.filter(rules.is_late(today), escalated_on__isnull=True, book__status="running")
    ids = list(late.order_by("answer_due_on", "pk").values_list("pk", flat=True)[:_AT_ONCE])
    found = [one for one in lock_petitions(ids) if one.escalated_on is None]
    for petition in found:
        _escalate(petition, today, actor, at)
    return Climbed(reminded, len(found))


def _remind(unit_id: int, today: date, at: datetime) -> int:
    """One notice a unit and week of what is due soon."""
    due = Petition.objects.filter(rules.is_due_soon(today, SOON_DAYS), body__unit_id=unit_id, book__status="running")
    count = due.count()
    first = due.order_by("answer_due_on").values_list("answer_due_on", flat=True).first()
    if not count or first is None:
        return 0
    year, week, _ = today.isocalendar()
    tell_units(
        [unit_id], roles=ANSWERING_ROLES, fact=f"petition:soon:{unit_id}:{year}-{week}", topic="petition",
        subject=f"{count} kiến nghị sắp đến hạn trả lời",
        body=f"Kiến nghị đến hạn sớm nhất: {long_day(first)}.", at=at,
    )  # fmt: skip
    return count


def _escalate(petition: Petition, today: date, actor: Actor, at: datetime) -> None:
    assert petition.body is not None  # it waits for an answer
    assert petition.answer_due_on is not None
    petition.escalated_on = today
    petition.save(update_fields=["escalated_on"])
    step = write_step(petition, "escalate", "", actor, at)
    above = superiors_of([petition.body.unit_id], on=today).get(petition.body.unit_id, [])
    tell(
        [Recipient(one.account_id, one.pk) for one in above], fact=f"petition:{petition.pk}:{step.pk}:late",
        topic="petition", subject=f"Quá hạn trả lời: {petition.title}"[:190],
        body=f"{petition.body.name} phải trả lời chậm nhất {long_day(petition.answer_due_on)}.",
        about=("petition", petition.pk), at=at,
    )  # fmt: skip
