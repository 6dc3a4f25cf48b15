"""Assignments nobody has accepted yet, those that name no body, and those that are late (III.2, III.3)."""

from collections.abc import Iterator

from django.db.models import Count, Min, Q, QuerySet

from danban.assignments.rules import status_of, work_of
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment
from danban.overviews.queries.waiting.look import Look, Wait, day_or_none
from danban.overviews.texts import counted

_NEW = Q(work__isnull=True) | Q(work__status=WorkStatus.WAITING)
_NAMED = Q(body__isnull=False) | Q(work__body__isnull=False)


def own_assignments(look: Look) -> Iterator[Wait]:
    """What our body is to do and has not accepted; what it accepted of late. No query of its own."""
    if not look.actor.may("assignment:work"):
        return
    new = [one for one in look.assignments if status_of(one) == WorkStatus.WAITING]
    if new:
        sentence, due = counted(len(new), "việc phân công chờ nhận"), [one.due_on for one in new if one.due_on]
        only = new[0].pk if len(new) == 1 else None
        yield Wait("mine", "assignment.accept", sentence, len(new), due=min(due, default=None), thing=only)
    works = [work for one in look.assignments if (work := work_of(one)) is not None]
    accepted = [on for work in works if (on := day_or_none(work.accepted_at)) and on >= look.since]
    if accepted:
        sentence = counted(len(accepted), "việc phân công đã nhận")
        yield Wait("done", "assignment.accepted", sentence, len(accepted), done_on=max(accepted))


def led_assignments(look: Look) -> Iterator[Wait]:
    """For whoever leads: what is given to nobody known, what other bodies are late with, what they have not taken."""
    if not look.actor.may("assignment:lead"):
        return
    late, theirs = Q(due_on__lt=look.today), _NAMED & ~Q(pk__in=[one.pk for one in look.assignments])
    found = (
        _of_the_top(look)
        .exclude(work__status=WorkStatus.DONE)
        .aggregate(
            unnamed=Count("pk", filter=~_NAMED),
            unnamed_due=Min("due_on", filter=~_NAMED),
            late=Count("pk", filter=theirs & late),
            late_due=Min("due_on", filter=theirs & late),
            new=Count("pk", filter=theirs & _NEW & ~late),
        )
    )
    if found["unnamed"]:
        sentence = counted(found["unnamed"], "việc phân công chưa rõ cơ quan nào làm")
        yield Wait("mine", "assignment.name", sentence, found["unnamed"], due=found["unnamed_due"])
    if found["late"]:
        sentence = counted(found["late"], "việc phân công các cơ quan làm chậm")
        yield Wait("theirs", "assignment.late", sentence, found["late"], due=found["late_due"])
    if found["new"]:
        sentence = counted(found["new"], "việc phân công các cơ quan chưa nhận")
        yield Wait("theirs", "assignment.new", sentence, found["new"])


def _of_the_top(look: Look) -> QuerySet[Assignment]:
    """What the plan gives bodies of the top level; what it gives every unit of a level is owed by those units."""
    given = Assignment.objects.standing().filter(campaign_id=look.year.campaign.pk)
    return given.filter(Q(level__isnull=True) | Q(level__depth=0))
