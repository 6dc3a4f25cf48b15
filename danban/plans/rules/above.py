"""What comes down on a unit from the plan of the year and from the issued plan above it. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from danban.campaigns.rules.local_dates import Days, standing_days
from danban.kit.vietnamese import fold
from danban.plans.rules.content import PLAN_KIND, Above, AboveDate, Content, ItemLine
from danban.plans.states import LineSource


@dataclass(frozen=True)
class KindInYear:
    """A kind of thing owed, as the campaign has it."""

    kind_id: int
    code: str
    level: str
    level_name: str
    depth: int
    name: str
    days: Days
    left_out: bool
    doer: str = ""


@dataclass(frozen=True)
class ContentInYear:
    """A content of the conferences of a level."""

    agenda_id: int
    level_name: str
    depth: int
    title: str
    is_mandatory: bool


@dataclass(frozen=True)
class YearAbove:
    """All the campaign's plan says, read once for any number of units."""

    kinds: tuple[KindInYear, ...]
    contents: tuple[ContentInYear, ...]


def above_at(depth: int, year: YearAbove, chains: Mapping[int, Sequence[Days]], plan_above: Content | None) -> Above:
    """What stands above a unit of a depth. ``chains``: the days set on the way down to it, by kind.

    ``plan_above``: the plan in force of the nearest unit above that has one.
    """
    kinds = [kind for kind in year.kinds if kind.depth >= depth]
    return Above(
        dates=tuple(_date(kind, depth, chains.get(kind.kind_id, ())) for kind in kinds),
        items=(*_contents(depth, year.contents), *_duties(depth, kinds), *_handed_down(plan_above)),
    )


def _date(kind: KindInYear, depth: int, chain: Sequence[Days]) -> AboveDate:
    standing = standing_days(kind.days, chain, left_out=kind.left_out)
    left_out = kind.left_out and not any(standing.counts)
    is_own_plan = kind.code == PLAN_KIND
    is_required = left_out and kind.depth <= depth + 1 and not is_own_plan
    is_near = kind.depth <= depth + 1 and standing.days.due_on is not None
    return AboveDate(
        kind_id=kind.kind_id,
        code=kind.code,
        level=kind.level,
        level_name=kind.level_name,
        name=kind.name,
        starts_on=standing.days.starts_on,
        due_on=standing.days.due_on,
        is_left_out=left_out,
        is_required=is_required,
        is_optional=not left_out and not is_own_plan and (is_near or standing.days.starts_on is not None),
    )


def _contents(depth: int, contents: Iterable[ContentInYear]) -> Iterator[ItemLine]:
    """Contents of the conferences at and under the unit, each once, with the levels that take it up."""
    lines: dict[str, ItemLine] = {}
    for one in contents:
        if one.depth < depth:
            continue
        known = lines.get(fold(one.title))
        if known is None:
            lines[fold(one.title)] = ItemLine(
                title=one.title, source=LineSource.ABOVE.value, origin=f"agenda:{one.agenda_id}",
                doer=one.level_name, is_mandatory=one.is_mandatory,
            )  # fmt: skip
        else:
            doer = known.doer if one.level_name in known.doer else f"{known.doer}; {one.level_name}"[:200]
            is_mandatory = known.is_mandatory or one.is_mandatory
            lines[fold(one.title)] = replace(known, doer=doer, is_mandatory=is_mandatory)
    yield from lines.values()


def _duties(depth: int, kinds: Iterable[KindInYear]) -> Iterator[ItemLine]:
    """What the unit itself owes, its own plan apart; the days of it stand among the dates."""
    for kind in kinds:
        if kind.depth == depth and kind.code != PLAN_KIND:
            yield ItemLine(
                title=kind.name, source=LineSource.ABOVE.value, origin=f"duty:{kind.kind_id}", doer=kind.doer,
                is_mandatory=True,
            )  # fmt: skip


def _handed_down(plan_above: Content | None) -> Iterator[ItemLine]:
    """What a plan above made mandatory for the units below, or was itself handed down."""
    for item in plan_above.items if plan_above else ():
        if item.origin.startswith("item:"):
            yield replace(item, source=LineSource.ABOVE.value, item_id=None)
        elif item.source == LineSource.OWN and item.is_mandatory and item.item_id is not None:
            yield replace(item, source=LineSource.ABOVE.value, origin=f"item:{item.item_id}", item_id=None)
