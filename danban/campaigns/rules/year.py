"""What a launch writes, worked out before anything is written. The dry run and the launch share it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from danban.campaigns.rules.dating import Dated, date_duty
from danban.campaigns.rules.proposals import (
    AgendaValues,
    AssignmentValues,
    CitationValues,
    DutyValues,
    GrantValues,
    Line,
    MailboxValues,
    MilestoneValues,
)
from danban.campaigns.rules.shape import SeatedBody, Shape, body_of
from danban.campaigns.states import ItemKind, ItemState
from danban.kit.vietnamese import slug


@dataclass(frozen=True)
class Ground:
    """The tree a year is launched on: its scheme, how many units each level has, the top unit's bodies."""

    shape: Shape
    units: Mapping[str, int]
    bodies: tuple[SeatedBody, ...] = ()


@dataclass(frozen=True)
class OwedByBody:
    """What one body of the top unit owes; ``occurrence`` tells several of one clause apart."""

    body_id: int
    occurrence: int
    due_on: date | None


@dataclass(frozen=True)
class KindOwed:
    """One kind of obligation: of every unit of ``level``, or of the named bodies of the top unit."""

    code: str
    name: str
    short: str
    level: str
    section: str
    body_kind: str | None
    milestone: str | None
    offset_days: int
    dated: Dated
    set_by_office: bool
    bodies: tuple[OwedByBody, ...] | None = None

    def count(self, units: Mapping[str, int]) -> int:
        """How many obligations it makes."""
        return units.get(self.level, 0) if self.bodies is None else len(self.bodies)


@dataclass(frozen=True)
class AssignmentGiven:
    """An assignment with its level and the body it means, None where no such body is known."""

    values: AssignmentValues
    section: str
    level: str | None
    body_id: int | None


@dataclass(frozen=True)
class Year:
    """All that a launch writes. ``problems`` are sentences; a year with problems is not launched."""

    milestones: tuple[Line, ...]
    kinds: tuple[KindOwed, ...]
    assignments: tuple[AssignmentGiven, ...]
    agenda: tuple[Line, ...]
    grants: tuple[Line, ...]
    citations: tuple[CitationValues, ...]
    mailbox: str
    problems: tuple[str, ...]


def plan_year(lines: Iterable[Line], ground: Ground) -> Year:
    """The year of the lines that were not dropped, in their order."""
    kept = [line for line in lines if line.state != ItemState.DROPPED]
    milestones = {v.code: v for line in kept if isinstance(v := line.values, MilestoneValues)}
    assignments = tuple(
        AssignmentGiven(line.values, line.section, line.level, seat_of(line, ground))
        for line in kept
        if isinstance(line.values, AssignmentValues)
    )
    duties = [line for line in kept if isinstance(line.values, DutyValues)]
    return Year(
        milestones=tuple(line for line in kept if line.kind == ItemKind.MILESTONE),
        kinds=(*(_owed(line, milestones) for line in duties), *_owed_by_bodies(assignments, ground.shape)),
        assignments=assignments,
        agenda=tuple(line for line in kept if line.kind == ItemKind.AGENDA),
        grants=tuple(line for line in kept if line.kind == ItemKind.GRANT),
        citations=tuple(line.values for line in kept if isinstance(line.values, CitationValues)),
        mailbox=next((line.values.email for line in kept if isinstance(line.values, MailboxValues)), ""),
        problems=tuple(_problems(kept, ground)),
    )


def seat_of(line: Line, ground: Ground) -> int | None:
    """The body of the top unit an assignment means; None for the levels below and for unknown names."""
    if not isinstance(line.values, AssignmentValues) or line.level != ground.shape.top:
        return None
    return body_of(line.values.actor, line.values.body_kind, ground.bodies)


def _owed(line: Line, milestones: Mapping[str, MilestoneValues]) -> KindOwed:
    duty = line.values
    assert isinstance(duty, DutyValues)
    milestone = milestones.get(duty.from_milestone or "")
    return KindOwed(
        code=duty.code,
        name=duty.name,
        short=duty.short,
        level=line.level or "",
        section=line.section,
        body_kind=duty.body_kind,
        milestone=milestone.code if milestone else None,
        offset_days=duty.offset_days,
        dated=date_duty(duty, milestone),
        set_by_office=duty.set_by_office,
    )


def _owed_by_bodies(assignments: Sequence[AssignmentGiven], shape: Shape) -> Iterable[KindOwed]:
    """One kind a clause: each known body owes the work that clause gives it. Weekly work is owed by no day."""
    by_section: dict[str, list[AssignmentGiven]] = {}
    for given in assignments:
        if given.body_id is not None and not given.values.rrule:
            by_section.setdefault(given.section, []).append(given)
    used: Counter[str] = Counter()
    for section, group in by_section.items():
        code = _code_of(section, used)
        seen: Counter[int] = Counter()
        owed = []
        for given in group:
            assert given.body_id is not None
            owed.append(OwedByBody(given.body_id, seen[given.body_id], given.values.due_on))
            seen[given.body_id] += 1
        yield KindOwed(
            code=code,
            name=f"Việc được giao tại mục {section}" if section else "Việc được giao trong kế hoạch",
            short=f"Mục {section}" if section else "Việc được giao",
            level=shape.top,
            section=section,
            body_kind=None,
            milestone=None,
            offset_days=0,
            dated=Dated(None, _common_day(owed), _why_days(owed)),
            set_by_office=False,
            bodies=tuple(owed),
        )


def _code_of(section: str, used: Counter[str]) -> str:
    code = f"assignment-{slug(section)}".strip("-")[:56]
    used[code] += 1
    return code if used[code] == 1 else f"{code}-{used[code]}"


def _common_day(owed: Sequence[OwedByBody]) -> date | None:
    days = {one.due_on for one in owed}
    return days.pop() if len(days) == 1 else None


def _why_days(owed: Sequence[OwedByBody]) -> tuple[str, ...]:
    if all(one.due_on is None for one in owed):
        return ("Kế hoạch giao việc nhưng không nêu hạn.",)
    return ("Hạn ghi theo từng cơ quan, tổ chức được giao.",)


def _problems(kept: Sequence[Line], ground: Ground) -> Iterable[str]:
    duties = [line for line in kept if isinstance(line.values, DutyValues)]
    if not duties:
        yield "Bản nháp chưa có việc nào để giao. Hãy thêm ít nhất một việc phải làm."
    days = [line.values for line in kept if isinstance(line.values, MilestoneValues)]
    codes = Counter(values.code for values in days)
    yield from (f"Có {n} mốc cùng mang mã “{code}”." for code, n in codes.items() if n > 1)
    for values in days:
        if values.starts_on and values.starts_on > values.due_on:
            yield f"Đợt “{values.name}” có ngày cuối trước ngày đầu. Hãy sửa lại hai ngày."
    for line in kept:
        if line.kind in (ItemKind.DUTY, ItemKind.AGENDA, ItemKind.GRANT) and not ground.shape.has(line.level or ""):
            yield f"“{title_of(line)}” chưa có cấp thực hiện."
    pairs = Counter((line.level, line.values.code) for line in duties if isinstance(line.values, DutyValues))
    yield from (
        f"Cấp {ground.shape.name_of(level or '')} có {n} việc cùng mã “{code}”."
        for (level, code), n in pairs.items()
        if n > 1
    )
    for line in duties:
        assert isinstance(line.values, DutyValues)
        if line.values.from_milestone and line.values.from_milestone not in codes:
            yield f"“{line.values.name}” tính theo một mốc không còn trong bản nháp. Hãy chọn mốc khác hoặc bỏ việc."
    grants = Counter(line.level for line in kept if line.kind == ItemKind.GRANT)
    for level, n in grants.items():
        if n > 1:
            yield f"Cấp {ground.shape.name_of(level or '')} có {n} mức hỗ trợ. Hãy giữ một mức, bỏ các mức kia."


def title_of(line: Line) -> str:
    """The words people know a line by, at most 80 characters."""
    values = line.values
    if isinstance(values, (MilestoneValues, DutyValues, CitationValues)):
        text = values.name
    elif isinstance(values, AssignmentValues):
        text = values.actor
    elif isinstance(values, AgendaValues):
        text = values.title
    elif isinstance(values, GrantValues):
        text = f"Hỗ trợ {values.amount} đ"
    else:
        text = values.email
    return text if len(text) <= 80 else f"{text[:79]}…"
