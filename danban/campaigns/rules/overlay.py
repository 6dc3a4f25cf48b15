"""Bring two sets of lines of the same year together, and copy a year's lines into another year."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from danban.campaigns.rules.proposals import (
    AgendaValues,
    AssignmentValues,
    CitationValues,
    DutyValues,
    GrantValues,
    Line,
    MilestoneValues,
)
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.vietnamese import day, fold

Key = tuple[str, ...]


def key_of(line: Line) -> Key:
    """What makes two lines of two drafts the same line."""
    values = line.values
    if isinstance(values, MilestoneValues):
        return (line.kind, values.code)
    if isinstance(values, DutyValues):
        return (line.kind, line.level or "", values.code)
    if isinstance(values, AssignmentValues):
        return (line.kind, line.section, fold(values.actor), "again" if values.rrule else "")
    if isinstance(values, AgendaValues):
        return (line.kind, line.level or "", fold(values.title))
    if isinstance(values, GrantValues):
        return (line.kind, line.level or "")
    if isinstance(values, CitationValues):
        return (line.kind, values.number or fold(values.name))
    return (line.kind,)


def keyed(lines: Iterable[Line]) -> dict[Key, Line]:
    """Lines by key; a key that comes again is numbered, so that nothing is lost."""
    found: dict[Key, Line] = {}
    for line in lines:
        key, number = key_of(line), 2
        while key in found:
            key, number = (*key_of(line), str(number)), number + 1
        found[key] = line
    return found


def overlay(present: Sequence[Line], read: Sequence[Line], *, is_whole: bool) -> list[Line]:
    """The present lines of a year changed by what a new document says.

    ``is_whole``: the document replaces the plan, so what it no longer says stands there dropped, except
    duties, which people may have added; otherwise it only changes what it names.
    """
    news = keyed(read)
    if not is_whole:
        news = {key: line for key, line in news.items() if line.kind != ItemKind.DUTY}
    merged = []
    for key, line in keyed(present).items():
        new = news.pop(key, None)
        if new is not None:
            merged.append(_changed(line, new))
        elif is_whole and line.kind != ItemKind.DUTY:
            merged.append(replace(line, state=ItemState.DROPPED, span=None))
        else:
            merged.append(replace(line, state=ItemState.PROPOSED, span=None))
    return [*merged, *news.values()]


def _changed(line: Line, new: Line) -> Line:
    if isinstance(line.values, DutyValues):
        return replace(line, state=ItemState.PROPOSED, section=new.section, span=new.span)
    return replace(new, level=new.level or line.level)


def move_to_year(lines: Iterable[Line], *, source: int, year: int) -> list[Line]:
    """The lines of ``source`` on the same calendar days of ``year`` (29/02 becomes 28/02), proposed.

    Years in names move along, last year's with them; cited documents keep their numbers and days.
    """
    return [replace(_moved(line, source, year), state=ItemState.PROPOSED, item_id=None) for line in lines]


def _moved(line: Line, source: int, year: int) -> Line:
    values, shift = line.values, year - source
    if isinstance(values, MilestoneValues):
        due_on = same_day(values.due_on, shift)
        copied = f"Chép từ năm {source}: {day(values.due_on)} thành {day(due_on)}."
        return replace(
            line,
            values=replace(
                values,
                name=shift_years(values.name, source, shift),
                starts_on=same_day(values.starts_on, shift) if values.starts_on else None,
                due_on=due_on,
                wording=f"Chép từ năm {source}",
                steps=(copied,),
                set_by_office=True,
            ),
        )
    if isinstance(values, AssignmentValues):
        tasks = tuple(shift_years(task, source, shift) for task in values.tasks)
        due_on_or_none = same_day(values.due_on, shift) if values.due_on else None
        return replace(line, values=replace(values, tasks=tasks, due_on=due_on_or_none))
    if isinstance(values, AgendaValues):
        return replace(line, values=replace(values, title=shift_years(values.title, source, shift)))
    if isinstance(values, DutyValues):
        return replace(line, values=replace(values, name=shift_years(values.name, source, shift)))
    return line


def same_day(value: date, shift: int) -> date:
    """The same calendar day ``shift`` years on; 29/02 becomes 28/02 where there is none."""
    try:
        return value.replace(year=value.year + shift)
    except ValueError:
        return value.replace(year=value.year + shift, day=28)


def shift_years(text: str, source: int, shift: int) -> str:
    """ "năm 2023" and last year's "năm 2022" move along; horizons and other years stay."""
    return re.sub(
        r"\b(năm\s+)(\d{4})\b",
        lambda m: m.group(1) + str(int(m.group(2)) + shift) if int(m.group(2)) in (source, source - 1) else m.group(0),
        text,
    )
