"""Soundness of the tree: read what is stored, hand it to the judges in ``flaws``."""

from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Exists, OuterRef, Q

from danban.kit.terms import in_term
from danban.units.models import Body, Placement, Succession, Tree, Unit
from danban.units.queries.flaws import (
    Edition,
    Flaw,
    Life,
    Place,
    Step,
    body_flaws,
    flaw,
    period_flaws,
    places_flaws,
    succession_flaws,
)
from danban.units.queries.trees import tree_by


def list_flaws(tree_id: int) -> list[Flaw]:
    """Everything wrong with one edition and with how it joins the editions next to it; empty when sound."""
    tree = tree_by(tree_id)
    places = _places(tree_id)
    editions = _editions_of_city(places)
    found = places_flaws(places, tree.scheme_id)
    found += _touching(editions, tree)
    found += _bodies(tree)
    older = _before(editions, tree)
    if older is not None:
        found += _successions(older, tree, places)
    return found


def list_all_flaws() -> list[Flaw]:
    """Everything wrong with any edition, each flaw once, and units that stand in none."""
    found = [
        flaw for pk in Tree.objects.order_by("starts_on", "pk").values_list("pk", flat=True) for flaw in list_flaws(pk)
    ]
    return list(dict.fromkeys([*found, *list_unplaced()]))


def list_unplaced() -> list[Flaw]:
    """Units that stand in no edition at all."""
    lost = Unit.objects.filter(placements__isnull=True).order_by("pk")
    return [
        flaw("unplaced", f"{name} [{code}]", unit_id=pk)
        for pk, name, code in lost.values_list("pk", "name", "public_code")
    ]


def _places(tree_id: int) -> list[Place]:
    rows = Placement.objects.filter(tree_id=tree_id).order_by("path", "pk").values_list(
        "pk", "unit_id", "parent_id", "code", "name", "kind_id", "kind__level_id", "level_id", "level__depth",
        "level__scheme_id", "path", "at_1", "at_2", "at_3",
    )  # fmt: skip
    return [Place(*row[:11], at=row[11:]) for row in rows]


def _editions_of_city(places: Iterable[Place]) -> list[Edition]:
    """Editions with the same unit at the top are editions of one city."""
    roots = [place.unit_id for place in places if place.parent_id is None]
    trees = (
        Tree.objects.filter(placements__path="", placements__unit_id__in=roots).distinct().order_by("starts_on", "pk")
    )
    return [Edition(tree.pk, tree.name, tree.starts_on, tree.ends_on) for tree in trees]


def _touching(editions: list[Edition], tree: Tree) -> list[Flaw]:
    """Gaps and overlaps between this edition and the one before and after it."""
    index = next((i for i, edition in enumerate(editions) if edition.pk == tree.pk), None)
    return [] if index is None else period_flaws(editions[max(index - 1, 0) : index + 2])


def _before(editions: list[Edition], tree: Tree) -> Edition | None:
    older = [edition for edition in editions if edition.starts_on < tree.starts_on]
    return older[-1] if older else None


def _bodies(tree: Tree) -> list[Flaw]:
    """Bodies outside this edition's days are suspects; the days of all editions of their unit decide."""
    suspect = Q(starts_on__lt=tree.starts_on)
    if tree.ends_on is not None:
        suspect |= Q(ends_on__isnull=True) | Q(ends_on__gt=tree.ends_on)
    rows = Body.objects.filter(suspect, unit__placements__tree_id=tree.pk).order_by("pk")
    bodies = [Life(*row) for row in rows.values_list("pk", "unit_id", "name", "starts_on", "ends_on")]
    return body_flaws(bodies, _lives(tree)) if bodies else []


def _lives(tree: Tree) -> dict[int, Life]:
    """The days from the first to the last edition of each unit of a tree; None while one stands."""
    lives: dict[int, Life] = {}
    rows = Placement.objects.filter(unit__placements__tree_id=tree.pk).order_by("unit_id", "tree__starts_on", "pk")
    for row in rows.values_list("unit_id", "name", "tree__starts_on", "tree__ends_on"):
        stay = Life(row[0], *row)
        known = lives.get(stay.unit_id)
        lives[stay.unit_id] = _joined(known, stay) if known else stay
    return lives


def _joined(known: Life, later: Life) -> Life:
    """A life that goes on into a later edition."""
    ends = [life.ends_on for life in (known, later) if life.ends_on is not None]
    return replace(known, ends_on=max(ends) if len(ends) == 2 else None)


def _successions(older: Edition, tree: Tree, places: list[Place]) -> list[Flaw]:
    """Units gone since the edition before, of levels that the scheme still has, must have become something."""
    staying = {place.unit_id for place in places}
    levels = set(tree.scheme.levels.order_by("depth").values_list("code", flat=True))
    still = set(
        Placement.objects.filter(tree_id=older.pk, level__code__in=levels).order_by("pk").values_list("pk", flat=True)
    )
    gone = [place for place in _places(older.pk) if place.unit_id not in staying and place.pk in still]
    return succession_flaws(gone, _steps(older, tree)) if gone else []


def _steps(older: Edition, tree: Tree) -> list[Step]:
    stands = Placement.objects.filter(in_term(OuterRef("on"), of="tree__"), unit_id=OuterRef("to_unit_id")).order_by()
    rows = (
        Succession.objects.filter(
            on__gt=older.starts_on, on__lte=tree.starts_on, from_unit__placements__tree_id=older.pk
        )
        .annotate(stands=Exists(stands))
        .order_by("pk")
    )
    return [Step(*row) for row in rows.values_list("from_unit_id", "share", "is_default", "stands")]
