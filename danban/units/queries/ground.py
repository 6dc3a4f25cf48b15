"""What a list of units is judged against: the kinds of the scheme and what stands in the tree already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from danban.kit.vietnamese import fold
from danban.units.models import Placement, Tree, Unit, UnitKind


@dataclass(frozen=True)
class Line:
    """One row as text; ``number`` is the row a person sees. ``households`` and ``public_code`` may be ""."""

    number: int
    code: str
    name: str
    kind: str
    parent_code: str
    households: str = ""
    public_code: str = ""
    is_simulated: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of unit of the tree's scheme."""

    pk: int
    code: str
    name: str
    level_id: int
    level_name: str
    depth: int


@dataclass(frozen=True)
class Standing:
    """A unit as it stands in the tree now."""

    pk: int
    unit_id: int
    public_code: str
    code: str
    name: str
    kind_id: int
    depth: int
    parent_code: str
    households: int | None
    path: str


@dataclass(frozen=True)
class Ground:
    """The tree before the list is brought in; ``units`` maps public codes named in the list to unit ids."""

    kinds: Mapping[str, Kind]
    level_names: Mapping[int, str]
    standing: Mapping[str, Standing]
    units: Mapping[str, int]

    def kind(self, text: str) -> Kind | None:
        """The kind somebody wrote: its name, short form or code, accents and case ignored."""
        return self.kinds.get(fold(text))

    def kind_names(self) -> str:
        """Every kind a list may name, for a sentence."""
        return ", ".join(dict.fromkeys(kind.name for kind in self.kinds.values()))

    def level_name(self, depth: int) -> str:
        """The level at a depth as people call it."""
        return self.level_names[depth]


def survey(tree: Tree, lines: Iterable[Line]) -> Ground:
    """Read what a list is judged against, in three queries whatever its length (one more a 500 public codes)."""
    kinds = _kinds(tree)
    standing = {place.code: place for place in list_standing(tree.pk)}
    wanted = sorted({line.public_code for line in lines if line.public_code})
    return Ground(
        kinds=kinds,
        level_names={kind.depth: kind.level_name for kind in kinds.values()},
        standing=standing,
        units=_units(wanted),
    )


def list_standing(tree_id: int) -> list[Standing]:
    """Everything that stands in a tree, parents before children."""
    rows = Placement.objects.filter(tree_id=tree_id).values_list(
        "pk", "unit_id", "unit__public_code", "code", "name", "kind_id", "level__depth", "parent__code", "households",
        "path",
    )  # fmt: skip
    return [Standing(*row[:7], row[7] or "", *row[8:]) for row in rows.order_by("path", "pk")]


def _kinds(tree: Tree) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    kinds = UnitKind.objects.filter(level__scheme_id=tree.scheme_id).select_related("level").order_by("pk")
    for row in kinds:
        kind = Kind(row.pk, row.code, row.name, row.level_id, row.level.name, row.level.depth)
        for text in (row.name, row.code, row.code.replace("_", " "), row.short):
            found.setdefault(fold(text), kind)
    return found


def _units(public_codes: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(public_codes), 500):
        some = public_codes[start : start + 500]
        found |= dict(Unit.objects.filter(public_code__in=some).order_by("pk").values_list("public_code", "pk"))
    return found
