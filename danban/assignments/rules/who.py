"""Who answers for an assignment, who helps, and for which bodies an office acts."""

from danban.assignments.models import Work
from danban.assignments.states import WorkStatus
from danban.campaigns.models import Assignment
from danban.kit.actor import Actor
from danban.units.models import Body


def work_of(assignment: Assignment) -> Work | None:
    """What was made of an assignment so far; None where nobody has touched it."""
    work: Work | None = getattr(assignment, "work", None)
    return work


def status_of(assignment: Assignment) -> str:
    """Where its work stands."""
    work = work_of(assignment)
    return work.status if work else WorkStatus.WAITING


def answering_body(assignment: Assignment) -> Body | None:
    """The body that answers for it: the one named later, else the plan's own."""
    work = work_of(assignment)
    return work.body if work and work.body else assignment.body


def partner_ids(assignment: Assignment) -> frozenset[int]:
    """The bodies that help; no query where ``partners`` was fetched before."""
    return frozenset(partner.body_id for partner in assignment.partners.all())


def is_of_levels_below(assignment: Assignment) -> bool:
    """Whether it speaks to every unit of a level below the top: those owe it as obligations."""
    return assignment.level is not None and assignment.level.depth > 0


def acts_for(actor: Actor) -> frozenset[int]:
    """The bodies an office acts for: its own; an office that leads also the body its own is a part of."""
    if actor.body_id is None:
        return frozenset()
    own = {actor.body_id}
    if actor.may("assignment:lead"):
        parents = Body.objects.filter(pk=actor.body_id, parent__isnull=False).order_by("pk")
        own |= set(parents.values_list("parent_id", flat=True))
    return frozenset(pk for pk in own if pk is not None)
