"""Bring two sets of lines of the same year together, and copy a year's lines into another year."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
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
    Values,
)
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.vietnamese import day, fold

Key = tuple[str, ...]


def key_of(line: Line) -> Key:
    """What makes two lines of two drafts the same line."""
    level = line.level or ""
    match line.values:
        case MilestoneValues(code=code):
            rest: Key = (code,)
        case DutyValues(code=code):
            rest = (level, code)
        case AssignmentValues(actor=actor, rrule=rrule):
            rest = (line.section, fold(actor), "again" if rrule else "")
        case AgendaValues(title=title):
            rest = (level, fold(title))
        case GrantValues():
            rest = (level,)
        case CitationValues(number=number, name=name):
            rest = (number or fold(name),)
        case _:
            rest = ()
    return (line.kind, *rest)


def keyed(lines: Iterable[Line]) -> dict[Key, Line]:
    """Lines by key; a key that comes again is numbered, so that nothing is lost."""
    found: dict[Key, Line] = {}
    for line in lines:
        key, number = key_of(line), 2
        while key in found:
            key, number = (*key_of(line), str(number)), number + 1
        found[key] = line
    return found


def overlay(present: Sequence[Line], read: Sequence[Line], *, is_whole: bool, prefix: str) -> list[Line]:
    """The present lines of a year changed by what a new document says.

    Clauses of the new document are told apart by ``prefix`` ("SĐ1."); a line that changes keeps its clause.
    ``is_whole``: the document replaces the plan, so what it no longer says stands there dropped, except
    duties, which people may have added; otherwise it only changes what it names.
    """
    codes = {values.code for line in present if isinstance(values := line.values, MilestoneValues)}
    recoded = _recode(present, read)
    if not is_whole:
        recoded = [line for line in recoded if not _hangs_on(line, codes)]
    news = keyed(recoded)
    merged = []
    for key, line in keyed(present).items():
        new = news.pop(key, None)
        if new is not None:
            merged.append(_changed(line, new))
        elif is_whole and line.kind != ItemKind.DUTY:
            merged.append(replace(line, state=ItemState.DROPPED, span=None))
        else:
            merged.append(replace(line, state=ItemState.PROPOSED, span=None))
    return [*merged, *(replace(line, section=f"{prefix}{line.section}") for line in news.values())]


def _hangs_on(line: Line, codes: Collection[str]) -> bool:
    """A duty of a day the year has already: the year's own duties stand for it."""
    return isinstance(line.values, DutyValues) and (line.values.from_milestone or "") in codes


def _recode(present: Sequence[Line], read: Sequence[Line]) -> list[Line]:
    """New days called as the year calls them: the same day keeps its code, another gets a code of its own."""
    known = {_day_key(v): v.code for line in present if isinstance(v := line.values, MilestoneValues)}
    used, renamed = set(known.values()), dict[str, str]()
    for line in read:
        if isinstance(line.values, MilestoneValues):
            code = known.get(_day_key(line.values)) or _unused(line.values.code, used)
            used.add(code)
            renamed[line.values.code] = code
    return [replace(line, values=_renamed(line.values, renamed)) for line in read]


def _day_key(values: MilestoneValues) -> str:
    """Days without a meaning of their own are told by their words, not by their number in a document."""
    return fold(values.name) if values.code.startswith("deadline-") else values.code


def _unused(code: str, used: Collection[str]) -> str:
    if code not in used:
        return code
    stem, number = re.sub(r"-\d+$", "", code), 2
    while f"{stem}-{number}" in used:
        number += 1
    return f"{stem}-{number}"


def _renamed(values: Values, renamed: Mapping[str, str]) -> Values:
    if isinstance(values, MilestoneValues):
        return replace(values, code=renamed[values.code])
    if isinstance(values, DutyValues) and values.from_milestone is not None:
        milestone = renamed.get(values.from_milestone, values.from_milestone)
        code = milestone if values.code == values.from_milestone else values.code
        return replace(values, code=code, from_milestone=milestone)
    return values


def _changed(line: Line, new: Line) -> Line:
    if isinstance(line.values, DutyValues):
        return replace(line, state=ItemState.PROPOSED, span=new.span)
    return replace(new, level=new.level or line.level, section=line.section)


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
