"""Places of a tree: one, its children, its ancestors, and the picker over thousands of villages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Concat, StrIndex, Substr

from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.terms import in_term
from danban.kit.vietnamese import fold
from danban.units.models import Placement, PlacementQuerySet

_MOST_WORDS = 8


@dataclass(frozen=True)
class Hit:
    """One answer of the picker; ``way`` reads "Tổ dân phố số 5 · Phường Văn Miếu · Quận Đống Đa"."""

    pk: int
    unit_id: int
    code: str
    name: str
    level: str
    way: str


def placement_for(actor: Actor, pk: int) -> Placement:
    """One place of the actor's area; ``NotFound`` outside it, as if absent."""
    place = Placement.objects.select_related("tree", "unit", "level", "kind", "parent").filter(pk=pk).first()
    if place is None or not actor.covers(place.tree_id, place.path):
        raise NotFound
    return place


def ancestors_of(placement: Placement) -> list[Placement]:
    """The places above one, the root first, in one query."""
    above = [paths.ancestor(placement.path, depth) for depth in range(placement.depth)]
    if not above:
        return []
    places = Placement.objects.filter(tree_id=placement.tree_id, path__in=above)
    return list(places.select_related("level", "kind").order_by("path", "pk"))


def root_of(tree_id: int) -> Placement:
    """The place at the top of a tree; ``NotFound`` while the tree is empty."""
    root = Placement.objects.select_related("tree", "unit", "level", "kind").filter(tree_id=tree_id, path="").first()
    if root is None:
        raise NotFound("Bản cơ cấu này chưa có đơn vị nào. Hãy nạp danh sách đơn vị trước.")
    return root


def place_in_force(unit_id: int, on: date) -> Placement:
    """Where a unit stands in the edition in force on a day, the youngest if two overlap; ``NotFound`` if nowhere."""
    standing = Placement.objects.filter(in_term(on, of="tree__"), unit_id=unit_id)
    place = standing.select_related("tree", "unit", "level", "kind", "parent").order_by("tree__starts_on", "pk").last()
    if place is None:
        raise NotFound
    return place


def place_by_code(tree_id: int, code: str) -> Placement:
    """The place of a code in a tree, for commands; ``NotFound`` for a code nobody bears."""
    place = Placement.objects.filter(tree_id=tree_id, code=code).first()
    if place is None:
        raise NotFound(f"Không có đơn vị mã “{code}” trong bản cơ cấu này.")
    return place


def find_placements(
    actor: Actor | None, *, tree_id: int, text: str, level: str | None = None, limit: int = 20
) -> list[Hit]:
    """The picker: every word of ``text`` must stand in the name or in a name above it, accents ignored.

    Best first: names that start with the text, then those holding its words themselves (whole words
    before parts), then higher levels; at most ``limit``. ``actor`` None looks in the whole tree.
    Always one query. Nothing for an empty text.
    """
    words = list(dict.fromkeys(fold(text).replace("|", " ").split()))[:_MOST_WORDS]
    if not words:
        return []
    places = _seen_by(actor).filter(tree_id=tree_id)
    if level:
        places = places.filter(level__code=level)
    for word in words:
        places = places.filter(folded__contains=word)
    ranked = places.alias(own=_own_name(), rank=_rank(words, fold(text))).select_related(
        "level", "parent__parent__parent"
    )
    return [_hit(place) for place in ranked.order_by("rank", "level__depth", "sort_key", "pk")[:limit]]


def _seen_by(actor: Actor | None) -> PlacementQuerySet:
    everything = Placement.objects.all()
    return everything if actor is None or actor.is_machine else everything.visible_to(actor)


def _own_name() -> Concat:
    """The part of ``folded`` before "|", between spaces, so that whole words can be asked for."""
    marked = Concat(F("folded"), Value(" |"))
    return Concat(Value(" "), Substr(marked, 1, StrIndex(marked, Value("|")) - 1))


def _rank(words: Sequence[str], text: str) -> Case:
    """Small is good: 0 for a name starting with the text, else one to three a word."""
    start = When(folded__startswith=text, then=Value(0))
    total = sum((_word_rank(word) for word in words), Value(1))
    return Case(start, default=total, output_field=IntegerField())


def _word_rank(word: str) -> Case:
    return Case(
        When(Q(own__contains=f" {word} "), then=Value(0)),
        When(Q(own__contains=word), then=Value(1)),
        When(Q(folded__contains=f" {word} "), then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )


def _hit(place: Placement) -> Hit:
    names, higher = [place.name], place.parent
    while higher is not None and higher.path:
        names.append(higher.name)
        higher = higher.parent
    return Hit(place.pk, place.unit_id, place.code, place.name, place.level.name, " · ".join(names))
