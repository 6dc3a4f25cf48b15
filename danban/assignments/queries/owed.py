"""Which obligation stands for which assignment: what a clause gives one body once is owed by that body once."""

from collections.abc import Iterable

from danban.campaigns.models import Assignment, Obligation
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound

_WHOLE_PLAN = "toan-van"  # the clause of what stands under no heading
_CODE = "assignment"  # how codes of kinds of obligation made of assignments begin
_Key = tuple[int | None, int | None]


def list_owed_by_bodies(campaign_id: int) -> list[Obligation]:
    """Every obligation of a year that stands for an assignment, done or not; one query."""
    owed = Obligation.objects.filter(campaign_id=campaign_id, body__isnull=False, kind__code__startswith=_CODE)
    return list(
        owed.select_related("kind__clause", "kind__body_kind", "body").order_by("kind__position", "occurrence", "pk")
    )


def pair_with_obligations(
    assignments: Iterable[Assignment], obligations: Iterable[Obligation]
) -> dict[int, Obligation]:
    """Obligations by the id of their assignment. The n-th assignment of a body in a clause is its n-th occurrence.

    ``assignments`` are all of a year that the plan gives now. Work done again and again is owed by no day.
    """
    by_key: dict[_Key, list[Assignment]] = {}
    for assignment in sorted(assignments, key=lambda one: (one.position, one.pk)):
        if assignment.body_id and not assignment.rrule and not assignment.withdrawn_at:
            by_key.setdefault((assignment.clause_id, assignment.body_id), []).append(assignment)
    pairs = {}
    for owed in obligations:
        same = by_key.get(_key_of(owed), [])
        if owed.occurrence < len(same):
            pairs[same[owed.occurrence].pk] = owed
    return pairs


def obligation_of(assignment: Assignment) -> Obligation | None:
    """The obligation that stands for one assignment; None for weekly work, unknown bodies and levels below."""
    standing = Assignment.objects.standing().filter(campaign_id=assignment.campaign_id).order_by("position", "pk")
    return pair_with_obligations(standing, list_owed_by_bodies(assignment.campaign_id)).get(assignment.pk)


def assignment_of_obligation(actor: Actor, obligation_id: int) -> int:
    """The id of the assignment a thing owed by a body stands for; ``NotFound`` outside the area or for other things."""
    seen = Obligation.objects.visible_to(actor).filter(pk=obligation_id, kind__code__startswith=_CODE)
    owed = seen.filter(body__isnull=False).first()
    if owed is None:
        raise NotFound
    standing = Assignment.objects.standing().filter(campaign_id=owed.campaign_id).order_by("position", "pk")
    for assignment_id, other in pair_with_obligations(standing, list_owed_by_bodies(owed.campaign_id)).items():
        if other.pk == obligation_id:
            return assignment_id
    raise NotFound


def _key_of(owed: Obligation) -> _Key:
    clause = owed.kind.clause
    return (None if clause.path == _WHOLE_PLAN else clause.pk, owed.body_id)
