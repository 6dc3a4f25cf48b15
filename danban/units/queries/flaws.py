"""What can be wrong with a tree, judged on plain rows, so that even what the database forbids is looked for."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from danban.kit import paths
from danban.kit.vietnamese import day
from danban.units.texts import FLAWS


@dataclass(frozen=True)
class Flaw:
    """One thing wrong: ``code`` names the check, ``sentence`` says where. Ids lead to it where there is one."""

    code: str
    sentence: str
    placement_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True)
class Place:
    """A placement as stored. ``kind_level_id`` is the level its kind belongs to; ``at`` are ``at_1``…``at_3``."""

    pk: int
    unit_id: int
    parent_id: int | None
    code: str
    name: str
    kind_id: int
    kind_level_id: int
    level_id: int
    depth: int
    scheme_id: int
    path: str
    at: tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Edition:
    """A tree by its days; ``ends_on`` None while it stands."""

    pk: int
    name: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Step:
    """One succession as stored; ``target_stands``: the new unit stands in an edition in force that day."""

    from_unit_id: int
    share: str
    is_default: bool
    target_stands: bool


@dataclass(frozen=True)
class Life:
    """A body or a unit by its days."""

    pk: int
    unit_id: int
    name: str
    starts_on: date
    ends_on: date | None


def flaw(code: str, where: str, *, place: Place | None = None, unit_id: int | None = None) -> Flaw:
    """A flaw with the sentence of its check and where it is."""
    placed = place.unit_id if place else None
    return Flaw(code, f"{FLAWS[code]}: {where}.", place.pk if place else None, unit_id or placed)


def places_flaws(places: Sequence[Place], scheme_id: int) -> list[Flaw]:
    """Flaws of the shape of one tree: roots, orphans, doubles, levels, paths, copied ancestors."""
    by_id = {place.pk: place for place in places}
    found = list(_roots(places))
    found += _doubles(places, "double_code", lambda place: place.code)
    found += _doubles(places, "double_unit", lambda place: place.unit_id)
    found += _doubles(places, "double_name", lambda p: (p.parent_id, p.kind_id, p.name.casefold()))
    for place in places:
        found += _shape(place, by_id, scheme_id)
    return found


def _named(place: Place) -> str:
    return f"{place.name} (mã {place.code})"


def _roots(places: Sequence[Place]) -> Iterator[Flaw]:
    roots = [place for place in places if place.parent_id is None]
    if not roots:
        yield flaw("no_root", f"{len(places)} đơn vị, không có gốc")
    if len(roots) > 1:
        yield flaw("two_roots", ", ".join(_named(root) for root in roots[:5]), place=roots[1])


def _doubles(places: Sequence[Place], code: str, key: Callable[[Place], Hashable]) -> Iterator[Flaw]:
    groups: dict[Hashable, list[Place]] = defaultdict(list)
    for place in places:
        groups[key(place)].append(place)
    for group in groups.values():
        if len(group) > 1:
            yield flaw(code, " và ".join(_named(place) for place in group[:3]), place=group[1])


def _shape(place: Place, by_id: dict[int, Place], scheme_id: int) -> Iterator[Flaw]:
    if place.kind_level_id != place.level_id or place.scheme_id != scheme_id:
        yield flaw("wrong_kind", _named(place), place=place)
    if place.parent_id is None:
        if place.depth != 0:
            yield flaw("wrong_parent_level", f"{_named(place)} không có cấp trên", place=place)
        return
    parent = by_id.get(place.parent_id)
    if parent is None:
        yield flaw("orphan", _named(place), place=place)
        return
    if place.depth != parent.depth + 1:
        yield flaw("wrong_parent_level", f"{_named(place)} dưới {_named(parent)}", place=place)
    if len(place.path) != len(parent.path) + paths.WIDTH or not place.path.startswith(parent.path):
        yield flaw("wrong_path", f"{_named(place)} ở {place.path}, cấp trên ở {parent.path or 'gốc'}", place=place)
    if place.at != _expected_at(place, by_id):
        yield flaw("wrong_ancestors", _named(place), place=place)


def _expected_at(place: Place, by_id: dict[int, Place]) -> tuple[int | None, ...]:
    chain: list[int] = []
    step: Place | None = place
    while step is not None and step.parent_id is not None and len(chain) < 4:
        chain.append(step.pk)
        step = by_id.get(step.parent_id)
    return tuple([*reversed(chain), None, None, None][:3])


def period_flaws(editions: Sequence[Edition]) -> list[Flaw]:
    """Gaps and overlaps between the editions of one city, in order of their first days."""
    found = []
    ordered = sorted(editions, key=lambda edition: (edition.starts_on, edition.pk))
    for older, newer in pairwise(ordered):
        if older.ends_on is None or older.ends_on >= newer.starts_on:
            found.append(flaw("period_overlap", f"“{older.name}” và “{newer.name}” từ {day(newer.starts_on)}"))
        elif older.ends_on + timedelta(days=1) < newer.starts_on:
            first, last = older.ends_on + timedelta(days=1), newer.starts_on - timedelta(days=1)
            found.append(flaw("period_gap", f"từ {day(first)} đến {day(last)}, sau “{older.name}”"))
    return found


def body_flaws(bodies: Sequence[Life], lives: dict[int, Life]) -> list[Flaw]:
    """Bodies that begin before their unit or outlive it; ``lives`` holds the units by id."""
    found = []
    for body in bodies:
        life = lives[body.unit_id]
        outlives = life.ends_on is not None and (body.ends_on is None or body.ends_on > life.ends_on)
        if body.starts_on < life.starts_on or outlives:
            found.append(flaw("body_outside_life", f"{body.name} (từ {day(body.starts_on)})", unit_id=body.unit_id))
    return found


def succession_flaws(gone: Sequence[Place], steps: Sequence[Step]) -> list[Flaw]:
    """Flaws of what became of the units that stand in the older edition and not in the newer."""
    by_unit: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        by_unit[step.from_unit_id].append(step)
    found = []
    for place in gone:
        own = by_unit.get(place.unit_id, [])
        if not own:
            found.append(flaw("succession_missing", _named(place), place=place))
            continue
        if sum(step.is_default for step in own) != 1:
            found.append(flaw("succession_default", _named(place), place=place))
        if len(own) > 1 and any(step.share == "full" for step in own):
            found.append(flaw("succession_share", _named(place), place=place))
        if not all(step.target_stands for step in own):
            found.append(flaw("succession_target", _named(place), place=place))
    return found
