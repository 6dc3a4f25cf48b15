"""A reading becomes the proposed lines of a year. Pure: facts in, lines out, nothing invented.

What the plan says is ``READ``; what follows from it in our words is ``PROPOSED``. A day the plan leaves
out is marked ``set_by_office`` and says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from danban.campaigns.rules.catalogue import Missing, is_conference_year, propose_duties
from danban.campaigns.rules.proposals import (
    MOST_MONEY,
    AgendaValues,
    AssignmentValues,
    CitationValues,
    DutyValues,
    GrantValues,
    Line,
    MailboxValues,
    MilestoneValues,
    is_email,
)
from danban.campaigns.rules.shape import Shape, body_kind_in, doers_in, levels_in
from danban.campaigns.rules.stored_reading import headings_of
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.calendar import explain_before
from danban.kit.vietnamese import day, fold, squeeze
from danban.planreader.reading import Deadline, Reading

SHORT = 60
NAME = 160
NOBODY = "Chưa rõ cơ quan"


@dataclass(frozen=True)
class DraftYear:
    """The proposed lines, and the duties of such a year this plan does not ask for."""

    lines: tuple[Line, ...]
    missing: tuple[Missing, ...] = ()


def draft_year(reading: Reading, shape: Shape) -> DraftYear:
    """Every line a plan gives: milestones, duties, assignments, agendas, grants, citations, mailboxes."""
    milestones = propose_milestones(reading, shape)
    by_code = {line.values.code: line for line in milestones if isinstance(line.values, MilestoneValues)}
    duties: tuple[Line, ...] = ()
    missing: tuple[Missing, ...] = ()
    if is_conference_year(reading):
        duties, missing = propose_duties(reading, shape, by_code)
    lines = [
        *milestones,
        *duties,
        *_plain_duties(reading, shape, milestones, duties),
        *_assignments(reading, shape),
        *_agendas(reading, shape, milestones),
        *_grants(reading, shape),
        *_citations(reading),
        *(Line(ItemKind.MAILBOX, MailboxValues(email)) for email in reading.emails if is_email(email)),
    ]
    return DraftYear(tuple(lines), missing)


def propose_milestones(reading: Reading, shape: Shape) -> tuple[Line, ...]:
    """One line for each dated deadline that comes once; codes are unique, the first of a kind is plain."""
    lines: list[Line] = []
    used: set[str] = set()
    for deadline in reading.deadlines:
        if deadline.kind == "recurring" or deadline.end is None:
            continue
        levels = _levels_of(deadline, shape)
        code = _unused(_code_of(deadline, levels, shape), used)
        used.add(code)
        lines.append(_milestone(deadline, levels, code, shape))
    return tuple(lines)


def _milestone(deadline: Deadline, levels: tuple[str, ...], code: str, shape: Shape) -> Line:
    assert deadline.end is not None
    due_on = deadline.end
    steps: tuple[str, ...] = (f"Kế hoạch ghi “{squeeze(deadline.text)}”.",)
    if deadline.kind == "window" and deadline.start is not None:
        steps += (f"Đợt tính cả hai ngày {day(deadline.start)} và {day(deadline.end)}.",)
    elif not deadline.inclusive:
        explained = explain_before(deadline.end)
        due_on, steps = explained.due_on, explained.steps
    else:
        steps += (f"Ngày {day(deadline.end)} vẫn còn kịp.",)
    if deadline.inferred:
        steps += (deadline.inferred,)
    values = MilestoneValues(
        code=code,
        name=_name_of(deadline, levels, code, shape),
        starts_on=deadline.start if deadline.kind == "window" else None,
        due_on=due_on,
        wording=squeeze(deadline.text)[:2_000],
        steps=steps,
        actor=squeeze(deadline.actor)[:300],
    )
    level = levels[0] if len(levels) == 1 else None
    return Line(ItemKind.MILESTONE, values, level, deadline.section, deadline.span)


def _levels_of(deadline: Deadline, shape: Shape) -> tuple[str, ...]:
    """A conference is of the level where it is held; anything else of the level that acts."""
    if _is_conference(deadline):
        return doers_in(deadline.task, shape) or doers_in(deadline.actor, shape)
    return doers_in(deadline.actor, shape) or doers_in(deadline.task, shape)


def _is_conference(deadline: Deadline) -> bool:
    said = fold(deadline.task)
    if "hoi nghi" not in said:
        return False
    if deadline.kind == "window":
        return True
    return re.search(r"to chuc|hoan thanh", said) is not None and not re.search(r"ke hoach|tong hop|bao cao", said)


def _code_of(deadline: Deadline, levels: tuple[str, ...], shape: Shape) -> str:
    said = fold(deadline.task)
    if _is_conference(deadline) and len(levels) == 1:
        return f"{levels[0]}-conference"
    if re.search(r"tong hop|bao cao|gui ket qua", said):
        return "report"
    if "ke hoach" in said:
        return f"{shape.top}-plan" if levels == (shape.top,) else "plan"
    return "deadline"


def _unused(code: str, used: set[str]) -> str:
    if code not in used and code != "deadline":
        return code
    number = 1 if code == "deadline" else 2
    while f"{code}-{number}" in used:
        number += 1
    return f"{code}-{number}"


def _name_of(deadline: Deadline, levels: tuple[str, ...], code: str, shape: Shape) -> str:
    names = [shape.name_of(level) for level in levels]
    where = " và ".join([*names[:1], *(_lower(name) for name in names[1:])])
    if code.endswith("-conference"):
        return f"Hội nghị {_lower(where)}"
    if code == f"{shape.top}-plan":
        return f"{where} triển khai kế hoạch"
    if code == "plan" and where:
        return f"{where} ban hành kế hoạch"[:NAME]
    if code == "report" and "kien nghi" in fold(deadline.task):
        return f"Tổng hợp kiến nghị, báo cáo {shape.name_of(shape.top)}"
    return _clip(_said(deadline), NAME)


def _said(deadline: Deadline) -> str:
    """The deadline in one phrase, never empty."""
    fallback = f"Mốc {day(deadline.end)}" if deadline.end else "Mốc"
    return _sentence(deadline.task) or _sentence(deadline.text) or fallback


def _plain_duties(reading: Reading, shape: Shape, milestones: Iterable[Line], known: Iterable[Line]) -> Iterable[Line]:
    """One duty a deadline and level, for deadlines no duty of the catalogue hangs on."""
    covered = {line.values.from_milestone for line in known if isinstance(line.values, DutyValues)}
    dated = [d for d in reading.deadlines if d.kind != "recurring" and d.end is not None]
    for line, deadline in zip(milestones, dated, strict=True):
        assert isinstance(line.values, MilestoneValues)
        if line.values.code in covered:
            continue
        for level in _levels_of(deadline, shape):
            values = DutyValues(
                code=line.values.code,
                name=_clip(_said(deadline), NAME),
                short=_clip(_said(deadline), SHORT),
                from_milestone=line.values.code,
                starts_with_milestone=line.values.starts_on is not None,
                body_kind=body_kind_in(deadline.actor, shape.body_kinds),
            )
            yield Line(ItemKind.DUTY, values, level, line.section, line.span, ItemState.PROPOSED)


def _assignments(reading: Reading, shape: Shape) -> Iterable[Line]:
    for given in reading.assignments:
        tasks = tuple(squeeze(task) for task in given.tasks)
        level = _seat_level(" ".join(given.actors), given.section, reading, shape)
        for actor in given.actors:
            values = AssignmentValues(squeeze(actor)[:300] or NOBODY, body_kind_in(actor, shape.body_kinds), tasks)
            yield Line(ItemKind.ASSIGNMENT, values, level, given.section, given.span)
    for deadline in reading.deadlines:
        if deadline.kind == "recurring":
            actor = squeeze(deadline.actor)[:300] or NOBODY
            task = _said(deadline)
            kind = body_kind_in(actor, shape.body_kinds)
            values = AssignmentValues(actor, kind, (task,), None, deadline.rrule or "")
            level = _seat_level(actor, deadline.section, reading, shape)
            yield Line(ItemKind.ASSIGNMENT, values, level, deadline.section, deadline.span)


def _seat_level(actors: str, section: str, reading: Reading, shape: Shape) -> str | None:
    """The level that carries an assignment: named with the actors, else in a heading above, else the top."""
    for words in (actors, *headings_of(reading, section)):
        if levels := doers_in(words, shape):
            return levels[0] if len(levels) == 1 else None
    return shape.top


def _agendas(reading: Reading, shape: Shape, milestones: Iterable[Line]) -> Iterable[Line]:
    """Contents by level; what is said for all conferences comes first at each level that holds one."""
    codes = {line.values.code for line in milestones if isinstance(line.values, MilestoneValues)}
    holding = [level.code for level in shape.levels if f"{level.code}-conference" in codes]
    named = {code for contents in reading.contents for code in levels_in(contents.level, shape)}
    levels = holding or [level.code for level in shape.levels if level.code in named]
    for level in levels:
        general = [c for c in reading.contents if len(levels_in(c.level, shape)) != 1]
        own = [c for c in reading.contents if levels_in(c.level, shape) == (level,)]
        for contents in [*general, *own]:
            for title in contents.items:
                if text := squeeze(title)[:4_000]:
                    yield Line(ItemKind.AGENDA, AgendaValues(text), level, contents.section, contents.span)


def _grants(reading: Reading, shape: Shape) -> Iterable[Line]:
    for money in reading.money:
        if not 0 <= money.amount <= MOST_MONEY:
            continue
        levels = dict.fromkeys(level for word in money.per for level in levels_in(word, shape))
        for level in levels:
            values = GrantValues(money.amount, squeeze(money.payer or "")[:200])
            yield Line(ItemKind.GRANT, values, level, money.section, money.span)


def _citations(reading: Reading) -> Iterable[Line]:
    for cited in reading.cited:
        number = squeeze(cited.number or "")[:80] or None
        name = squeeze(cited.name)[:300] or number or "Văn bản không rõ tên"
        yield Line(ItemKind.CITATION, CitationValues(number, cited.issued_on, name), span=cited.span)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _sentence(text: str) -> str:
    text = squeeze(text).strip(" .;:,-+")
    return text[:1].upper() + text[1:]


def _clip(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"
