"""Assignments nobody has accepted yet, those that name no body, and those that are late (III.2, III.3)."""

from collections.abc import Iterator

from django.db.models import Count, Min, Q, QuerySet

from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment
from danban.kit.clock import day_of
from danban.overviews.queries.waiting.look import Look, Wait
from danban.overviews.texts import counted

_NEW = Q(work__isnull=True) | Q(work__status=WorkStatus.WAITING)
_NAMED = Q(body__isnull=False) | Q(work__body__isnull=False)


def own_assignments(look: Look) -> Iterator[Wait]:
    """What our body is to do and has not accepted; what it accepted of late. One query."""
    if not look.actor.may("assignment:work"):
        return
    ours = list(_of_the_top(look).filter(_ours(look)).select_related("work").order_by("position", "pk"))
    works = {one.pk: one.work if hasattr(one, "work") else None for one in ours}
    new = [one for one in ours if (work := works[one.pk]) is None or work.status == WorkStatus.WAITING]
    if new:
        sentence, due = counted(len(new), "việc phân công chờ nhận"), [one.due_on for one in new if one.due_on]
        only = new[0].pk if len(new) == 1 else None
        yield Wait("mine", "assignment.accept", sentence, len(new), due=min(due, default=None), thing=only)
    accepted = [day_of(work.accepted_at) for work in works.values() if work and work.accepted_at]
    of_late = [on for on in accepted if on >= look.since]
    if of_late:
        sentence = counted(len(of_late), "việc phân công đã nhận")
        yield Wait("done", "assignment.accepted", sentence, len(of_late), done_on=max(of_late))


def led_assignments(look: Look) -> Iterator[Wait]:
    """For whoever leads: what is given to nobody known, what other bodies are late with, what they have not taken."""
    if not look.actor.may("assignment:lead"):
        return
    late, theirs = Q(due_on__lt=look.today), _NAMED & ~_ours(look)
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


def _ours(look: Look) -> Q:
    """What our body answers for: named later, or by the plan where nobody was named later."""
    bodies = {one.body_id for one in look.assignments} | {look.actor.body_id}
    known = [pk for pk in bodies if pk is not None]
    return Q(work__body_id__in=known) | Q(work__body__isnull=True, body_id__in=known)
