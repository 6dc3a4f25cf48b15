"""Posts with their work contacts, for everybody inside the system. Private contacts never pass through here."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Case, IntegerField, Q, Value, When

from danban.accounts.models import Appointment, AppointmentQuerySet
from danban.kit.vietnamese import fold
from danban.units.queries.places import MOST_WORDS


def posts_in_units(unit_ids: Collection[int], *, on: date) -> list[Appointment]:
    """Posts held on a day in some units, deputies among them, by role and then by given name; one query."""
    return list(_held(on).filter(unit_id__in=unit_ids).order_by("unit_id", "role", "account__sort_key", "pk"))


def posts_by(pks: Sequence[int]) -> list[Appointment]:
    """Posts by their ids, in that order; one query."""
    found = Appointment.objects.filter(pk__in=pks).select_related("account", "body").order_by("pk")
    by_pk = {office.pk: office for office in found}
    return [by_pk[pk] for pk in pks if pk in by_pk]


def find_posts(text: str, *, tree_id: int, on: date) -> AppointmentQuerySet:
    """Posts held on a day in units of a tree; accents ignored.

    Every word must stand in the name of the holder, the title, the role, the body, or the unit and those above it.
    First come those where the words stand together: in the name of the holder or the unit, then in the post, the
    body or a unit above; within that higher units, then given names.
    """
    wanted = Q(unit__placements__tree_id=tree_id)
    for word in list(dict.fromkeys(fold(text).split()))[:MOST_WORDS]:
        person, post = Q(account__folded__contains=word), Q(folded__contains=word)
        seat, unit = Q(body__folded__contains=word), Q(unit__placements__folded__contains=word)
        wanted &= person | post | seat | unit
    order = ("rank", "unit__placements__level__depth", "account__sort_key", "pk")
    return _held(on).filter(wanted).alias(rank=_rank(fold(text))).order_by(*order)


def _rank(words: str) -> Case:
    near = Q(account__folded__contains=words) | Q(unit__placements__folded__startswith=words)
    same = Q(folded__contains=words) | Q(body__folded__contains=words) | Q(unit__placements__folded__contains=words)
    ranks = (When(near, then=Value(0)), When(same, then=Value(1)))
    return Case(*ranks, default=Value(2), output_field=IntegerField())


def _held(on: date) -> AppointmentQuerySet:
    """Whoever is locked out cannot be reached at the post."""
    return Appointment.objects.held_on(on).filter(account__is_active=True).select_related("account", "body")
