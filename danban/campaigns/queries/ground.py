"""What a draft stands on: the shape of its scheme, the units of its tree, its lines as values."""

from collections.abc import Iterable
from types import MappingProxyType

from django.db.models import Count

from danban.campaigns.models import Draft, DraftItem
from danban.campaigns.rules.proposals import Line, MilestoneValues, Surroundings, from_json
from danban.campaigns.rules.shape import KindOfBody, LevelShape, SeatedBody, Shape
from danban.campaigns.rules.stored_reading import parts_of, reading_from
from danban.campaigns.rules.year import Ground
from danban.campaigns.states import ItemKind, ItemState
from danban.units.models import Body, BodyKind, Placement, Scheme, Tree


def shape_of(scheme: Scheme) -> Shape:
    """The levels from the top with their kinds, what is handed on, and every kind of body."""
    levels = scheme.levels.prefetch_related("kinds").order_by("depth", "pk")
    bodies = BodyKind.objects.order_by("position", "pk")
    return Shape(
        levels=tuple(
            LevelShape(level.code, level.depth, level.name, tuple(sorted(kind.name for kind in level.kinds.all())))
            for level in levels
        ),
        hands=MappingProxyType(dict(scheme.hands)),
        body_kinds=tuple(KindOfBody(kind.code, kind.name, kind.short) for kind in bodies),
    )


def ground_of(tree: Tree) -> Ground:
    """The tree a year is launched on: three queries for its units and the top unit's bodies."""
    shape = shape_of(tree.scheme)
    counts = tree.placements.values("level__code").annotate(units=Count("pk")).order_by("level__code")
    seated = Body.objects.filter(unit__placements__tree=tree, unit__placements__path="", ends_on__isnull=True)
    return Ground(
        shape=shape,
        units=MappingProxyType({row["level__code"]: row["units"] for row in counts}),
        bodies=tuple(SeatedBody(b.pk, b.kind.code, b.name) for b in seated.select_related("kind").order_by("pk")),
    )


def root_of(tree: Tree) -> Placement | None:
    """The top unit of a tree, None while the tree is empty."""
    return Placement.objects.filter(tree=tree, path="").select_related("unit", "level").first()


def line_of(item: DraftItem) -> Line:
    """A stored line as a value."""
    span = (item.start, item.end) if item.start is not None and item.end is not None else None
    return Line(
        kind=item.kind,
        values=from_json(item.kind, item.values),
        level=item.level.code if item.level else None,
        section=item.section,
        span=span,
        state=item.state,
        item_id=item.pk,
    )


def items_of(draft: Draft) -> list[DraftItem]:
    """Every line of a draft, by kind and place."""
    order = {kind: rank for rank, kind in enumerate(ItemKind.values)}
    items = draft.items.select_related("level").order_by("position", "pk")
    return sorted(items, key=lambda item: (order[item.kind], item.position))


def lines_of(draft: Draft) -> list[Line]:
    """Every line of a draft as values, dropped ones included."""
    return [line_of(item) for item in items_of(draft)]


def surroundings_of(draft: Draft, kind: str, *, but: int | None = None) -> Surroundings:
    """What a line of ``kind`` may lean on in its draft; ``but`` is the line itself."""
    shape = shape_of(draft.tree.scheme)
    kept = [line for line in lines_of(draft) if line.state != ItemState.DROPPED]
    others = [line for line in kept if line.kind == kind and line.item_id != but]
    return Surroundings(
        levels=frozenset(level.code for level in shape.levels),
        body_kinds=frozenset(body.code for body in shape.body_kinds),
        milestones=frozenset(_milestone_codes(kept)),
        sections=frozenset(_sections_of(draft, kept)),
        taken=frozenset((_level_in(line), getattr(line.values, "code", "")) for line in others),
    )


def _sections_of(draft: Draft, lines: Iterable[Line]) -> Iterable[str]:
    """Clauses a line may name: those of the document, of the campaign it amends, and those in use."""
    yield from (part.path for part in parts_of(reading_from(draft.reading)))
    yield from (line.section for line in lines)
    if draft.campaign is not None:
        yield from draft.campaign.clauses.values_list("path", flat=True)


def _level_in(line: Line) -> str | None:
    """Codes of milestones are unique in a draft, codes of duties at their level."""
    return None if line.kind == ItemKind.MILESTONE else line.level


def _milestone_codes(lines: Iterable[Line]) -> Iterable[str]:
    return (line.values.code for line in lines if isinstance(line.values, MilestoneValues))
