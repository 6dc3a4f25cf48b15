"""What an amendment changes: lines added, removed and changed, and which obligations move with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from danban.campaigns.rules.local_dates import Days, is_left_out, standing_days
from danban.campaigns.rules.overlay import keyed
from danban.campaigns.rules.proposals import Line, MilestoneValues, to_json
from danban.campaigns.rules.year import KindOwed, title_of
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.vietnamese import day

Verb = Literal["added", "removed", "changed"]
KindKey = tuple[str, str]  # level code, duty code
AMENDED = "Sửa đổi ngày "
_FIELDS = {
    "starts_on": "Ngày đầu",
    "due_on": "Ngày cuối",
    "name": "Tên",
    "short": "Tên ngắn",
    "from_milestone": "Tính theo mốc",
    "edge": "Tính từ",
    "offset_days": "Số ngày lệch",
    "body_kind": "Tổ chức làm",
    "actor": "Cơ quan, tổ chức",
    "tasks": "Việc được giao",
    "rrule": "Lịch lặp lại",
    "title": "Nội dung",
    "mandatory": "Bắt buộc",
    "amount": "Mức hỗ trợ",
    "payer": "Bên hỗ trợ",
    "number": "Số, ký hiệu",
    "issued_on": "Ngày ban hành",
    "email": "Hộp thư",
    "level": "Cấp",
}


@dataclass(frozen=True)
class FieldChange:
    """One field, its Vietnamese name, and its old and new value as people read them."""

    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Change:
    """One difference. The counts say how many obligations move, appear, go, or stay because they are done."""

    kind: str
    verb: Verb
    title: str
    level: str = ""
    code: str = ""
    fields: tuple[FieldChange, ...] = ()
    moved: int = 0
    created: int = 0
    deleted: int = 0
    kept: int = 0


@dataclass(frozen=True)
class KindNow:
    """A kind of obligation as it stands: its days, and how many are open and fulfilled.

    ``bodies`` holds, for kinds owed by bodies, each body and occurrence with its day and whether it is open.
    ``chains``: how many of the open ones stand under which days of units' own plans, from the top down; the
    rest under none. ``left_out``: the campaign's plan leaves the day to the units.
    """

    kind_id: int
    name: str
    starts_on: date | None
    due_on: date | None
    open: int
    fulfilled: int
    bodies: Mapping[tuple[int, int], tuple[date | None, bool]] | None = None
    chains: Sequence[tuple[tuple[Days, ...], int]] = ()
    left_out: bool = False

    def moved_by(self, owed: KindOwed) -> int:
        """Open obligations that get another day when the kind becomes ``owed``."""
        old, new = Days(self.starts_on, self.due_on), Days(owed.dated.starts_on, owed.dated.due_on)
        will_be_left_out = is_left_out(is_set_by_office=owed.set_by_office, due_on=new.due_on)
        moved = sum(
            count
            for chain, count in self.chains
            if standing_days(old, chain, left_out=self.left_out).days
            != standing_days(new, chain, left_out=will_be_left_out).days
        )
        under_none = self.open - sum(count for _, count in self.chains)
        return moved + (under_none if old != new else 0)


def difference_between(before: Sequence[Line], after: Sequence[Line]) -> tuple[Change, ...]:
    """Lines of ``after`` against those of ``before``; dropped lines count as absent. No obligations."""
    old = keyed(line for line in before if line.state != ItemState.DROPPED)
    new = keyed(line for line in after if line.state != ItemState.DROPPED)
    changes = []
    for key in [*old, *(key for key in new if key not in old)]:
        was, now = old.get(key), new.get(key)
        line = now or was
        assert line is not None
        fields = _fields(was, now) if was and now else ()
        verb: Verb = "changed" if was and now else "added" if now else "removed"
        if verb != "changed" or fields:
            code = getattr(line.values, "code", "")
            changes.append(Change(line.kind, verb, title_of(line), line.level or "", code, fields))
    return tuple(changes)


def with_obligations(
    changes: Iterable[Change], now: Mapping[KindKey, KindNow], kinds: Sequence[KindOwed], units: Mapping[str, int]
) -> tuple[Change, ...]:
    """The changes of lines with the obligations each kind moves, makes or removes, kinds last."""
    others = [change for change in changes if change.kind != ItemKind.DUTY]
    said = {(change.level, change.code): change for change in changes if change.kind == ItemKind.DUTY}
    result, wanted = [], {(kind.level, kind.code): kind for kind in kinds}
    for key in [*now, *(key for key in wanted if key not in now)]:
        effect = _effect(key, now.get(key), wanted.get(key), units)
        if effect is None:
            continue
        if effect.verb == "changed" and key in said:
            known = {field.field for field in effect.fields}
            effect = replace(effect, fields=(*effect.fields, *(f for f in said[key].fields if f.field not in known)))
        if effect.verb != "changed" or effect.fields or effect.moved:
            result.append(effect)
    return (*others, *result)


def _effect(key: KindKey, now: KindNow | None, owed: KindOwed | None, units: Mapping[str, int]) -> Change | None:
    level, code = key
    if now is None:
        assert owed is not None
        return Change(ItemKind.DUTY, "added", owed.name, level, code, created=owed.count(units))
    if owed is None:
        if now.open == 0:
            return None  # already removed as far as it can be
        return Change(ItemKind.DUTY, "removed", now.name, level, code, deleted=now.open, kept=now.fulfilled)
    fields = tuple(
        FieldChange(name, _FIELDS[name], _said(old), _said(new))
        for name, old, new in (
            ("starts_on", now.starts_on, owed.dated.starts_on),
            ("due_on", now.due_on, owed.dated.due_on),
        )
        if old != new
    )
    if now.bodies is not None and owed.bodies is not None:
        return _effect_on_bodies(key, now, owed, fields)
    return Change(
        ItemKind.DUTY, "changed", owed.name, level, code, fields,
        moved=now.moved_by(owed), kept=now.fulfilled if fields else 0,
    )  # fmt: skip


def _effect_on_bodies(key: KindKey, now: KindNow, owed: KindOwed, fields: tuple[FieldChange, ...]) -> Change:
    has, wanted = now.bodies or {}, {(b.body_id, b.occurrence): b.due_on for b in owed.bodies or ()}
    gone = [is_open for key, (_, is_open) in has.items() if key not in wanted]
    created = sum(key not in has for key in wanted)
    moved = sum(is_open and key in wanted and wanted[key] != due_on for key, (due_on, is_open) in has.items())
    if created or any(gone):
        fields = (*fields, FieldChange("bodies", "Số tổ chức", str(len(has)), str(len(wanted))))
    return Change(
        ItemKind.DUTY, "changed", owed.name, *key, fields,
        moved=moved, created=created, deleted=sum(gone), kept=len(gone) - sum(gone),
    )  # fmt: skip


def _fields(was: Line, now: Line) -> tuple[FieldChange, ...]:
    old, new = {**to_json(was.values), "level": was.level}, {**to_json(now.values), "level": now.level}
    return tuple(
        FieldChange(name, label, _said(_as_day(was, name, old[name])), _said(_as_day(now, name, new[name])))
        for name, label in _FIELDS.items()
        if name in old and old[name] != new[name] and not _is_only_wording(was, name)
    )


def _is_only_wording(line: Line, name: str) -> bool:
    return name == "actor" and isinstance(line.values, MilestoneValues)


def _as_day(line: Line, name: str, value: Any) -> Any:
    return getattr(line.values, name) if name.endswith("_on") and value is not None else value


def _said(value: Any) -> str:
    if value is None or value == "":
        return "chưa có"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return {"start": "ngày đầu", "end": "ngày cuối"}.get(str(value), str(value))


def amended_step(on: date, old: tuple[date | None, date | None], new: tuple[date | None, date | None]) -> str:
    """The sentence a moved day keeps: "Sửa đổi ngày 10/02/2023: từ 28/02/2023 thành 05/03/2023."."""
    return f"{AMENDED}{day(on)}: từ {_window(*old)} thành {_window(*new)}."


def _window(starts_on: date | None, due_on: date | None) -> str:
    if due_on is None:
        return "chưa có hạn"
    return f"{day(starts_on)}–{day(due_on)}" if starts_on else day(due_on)


def steps_kept(steps: Iterable[str]) -> list[str]:
    """The sentences of earlier amendments among the steps of a day."""
    return [step for step in steps if step.startswith(AMENDED)]
