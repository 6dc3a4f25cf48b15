"""What templates of preparing are handed: the checklist, what may be done next, the agenda to read and to edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from danban.conferences.rules import OPEN_TO_TIMETABLE
from danban.kit.vietnamese import number
from danban.web.desk.conferences.pages import tabs, to
from danban.web.ui.pieces import Pill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from danban.conferences.models import Conference
    from danban.conferences.queries import Preparing, SectionRow, SummaryDesk
    from danban.conferences.rules import Need
    from danban.web.desk.conferences.agenda_forms import AgendaForm

Context = dict[str, Any]
_LABELS = {
    "day": "Ngày họp", "hall": "Hội trường", "starts": "Giờ họp", "agenda": "Chương trình",
    "contents": "Nội dung bắt buộc", "assents": "Hai bên thống nhất",
}  # fmt: skip
_TIMETABLE = frozenset({"day", "hall", "starts"})
FAIR_LENGTH = 1_400


@dataclass(frozen=True)
class Check:
    """Something missing: its name, what of it, where it is done ("" for no way)."""

    label: str
    more: str
    href: str


@dataclass(frozen=True)
class Checklist:
    """What is missing before a conference is announced, and the names of what is there."""

    missing: list[Check]
    present: str


def checklist(one: Conference, needs: Sequence[Need], *, may_schedule: bool) -> Checklist:
    """What a conference is announced with, each missing thing with the way to it."""
    missing = [_check(one, need, may_schedule=may_schedule) for need in needs if not need.is_met]
    return Checklist(missing, ", ".join(_LABELS[need.code].lower() for need in needs if need.is_met))


def _check(one: Conference, need: Need, *, may_schedule: bool) -> Check:
    more = "" if need.words.lower() == _LABELS[need.code].lower() else need.words
    href = to("agenda", one.pk)
    if need.code in _TIMETABLE:
        href = to("schedule", one.pk) if may_schedule else ""
    return Check(_LABELS[need.code], more, href)


def agenda(found: Preparing, *, may_schedule: bool) -> Context:
    """The page everybody reads."""
    one = found.conference
    rows = [
        (row, f"{row.starts_at:%H:%M}" if row.starts_at else "", to("note_entry", one.pk, row.entry.pk))
        for row in found.rows
    ]
    heads = [
        (head.body.name, Pill("done", "Đã thống nhất") if head.assent else Pill("soon", "Chưa"), head.assent)
        for head in found.heads
    ]
    return {
        "found": found,
        "one": one,
        "rows": rows,
        "heads": heads,
        "length": _length(found),
        "checks": checklist(one, found.needs, may_schedule=may_schedule),
        "is_open": one.status in OPEN_TO_TIMETABLE,
        "lacks": any(need.code == "contents" and not need.is_met for need in found.needs),
        "sentence": "",
    }


def _length(found: Preparing) -> str:
    """ "130 phút, xong khoảng 21:40; 2 mục chưa ghi số phút"."""
    words = f"{number(found.minutes)} phút"
    if found.ends_at is not None:
        words += f", xong khoảng {found.ends_at:%H:%M}"
    return words + (f"; {found.untimed} mục chưa ghi số phút" if found.untimed else "")


def edited(found: Preparing, form: AgendaForm) -> Context:
    """The page of editing."""
    last = len(found.rows)
    return {
        "found": found,
        "one": found.conference,
        "form": form,
        "rows": [
            (row, f"{row.starts_at:%H:%M}" if row.starts_at else "", fields, row.number == 1, row.number == last)
            for row, fields in form.fields_of()
        ],
        "additions": list(enumerate(found.additions, start=1)),
        "length": _length(found),
    }


def summary(found: SummaryDesk) -> Context:
    """The page of writing a section."""
    length = len(found.own.section.text) if found.own and found.own.section else 0
    return {
        "found": found,
        "rows": [_section(row) for row in found.rows],
        "length": length,
        "is_long": length > FAIR_LENGTH,
        "fair": FAIR_LENGTH,
        "tabs": tabs("summary") if found.may_write else [],
    }


def _section(row: SectionRow) -> tuple[str, Pill, SectionRow]:
    state = Pill("done", "Đã viết") if row.section else Pill("soon", "Chưa viết")
    return row.place.name, state, row
