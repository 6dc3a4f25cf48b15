"""What an amendment changes, as cards: old beside new, and what each change does to the work of units."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from danban.campaigns.states import ItemKind
from danban.kit.vietnamese import number
from danban.web.ui.pieces import Pill

if TYPE_CHECKING:
    from danban.campaigns.queries import Difference
    from danban.campaigns.rules.differences import Change, FieldChange
    from danban.campaigns.rules.shape import Shape

_VERBS: Mapping[str, Pill] = {
    "added": Pill("done", "Thêm"),
    "removed": Pill("late", "Bớt"),
    "changed": Pill("soon", "Đổi"),
}


@dataclass(frozen=True)
class OldNew:
    """One field: what it was, what it becomes; ``apart`` says by how many days a day moves."""

    label: str
    old: str
    new: str
    apart: str


@dataclass(frozen=True)
class Shown:
    """One change as a row."""

    title: str
    level: str
    pill: Pill
    fields: tuple[OldNew, ...]
    effects: tuple[str, ...]


@dataclass(frozen=True)
class ChangeGroup:
    """The changes of one kind of line."""

    title: str
    rows: tuple[Shown, ...]


def changes_of(difference: "Difference", shape: "Shape") -> tuple[ChangeGroup, ...]:
    """Every change by kind, kinds in the order of the review page."""
    groups = []
    for kind in ItemKind:
        rows = tuple(_shown(change, shape) for change in difference.changes if change.kind == kind)
        if rows:
            groups.append(ChangeGroup(kind.label, rows))
    return tuple(groups)


def _shown(change: "Change", shape: "Shape") -> Shown:
    return Shown(
        title=change.title,
        level=shape.name_of(change.level) if change.level else "",
        pill=_VERBS[change.verb],
        fields=tuple(OldNew(f.label, f.old, f.new, _apart(f)) for f in change.fields),
        effects=tuple(_effects(change)),
    )


def _effects(change: "Change") -> list[str]:
    said = (
        (change.moved, "việc chưa xong đổi hạn"),
        (change.created, "việc giao thêm"),
        (change.deleted, "việc chưa xong được rút"),
        (change.kept, "việc đã xong giữ nguyên"),
    )
    return [f"{number(count)} {words}" for count, words in said if count]


def _apart(change: "FieldChange") -> str:
    """ "28/02/2023" → "05/03/2023": muộn hơn 5 ngày."""
    if not change.field.endswith("_on"):
        return ""
    try:
        old, new = (datetime.strptime(text, "%d/%m/%Y").date() for text in (change.old, change.new))  # noqa: DTZ007
    except ValueError:
        return ""
    days = (new - old).days
    return f"muộn hơn {days} ngày" if days > 0 else f"sớm hơn {-days} ngày"
