"""What a line of a draft year holds: one frozen value a kind, its JSON form, and the check of it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from datetime import date
from typing import Any, Literal

from danban.campaigns.states import ItemKind, ItemState
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze

Edge = Literal["start", "end"]
Span = tuple[int, int]


@dataclass(frozen=True)
class MilestoneValues:
    """A day (``starts_on`` None) or a window; ``wording`` and ``actor`` are the plan's words."""

    code: str
    name: str
    starts_on: date | None
    due_on: date
    wording: str = ""
    steps: tuple[str, ...] = ()
    actor: str = ""
    set_by_office: bool = False


@dataclass(frozen=True)
class DutyValues:
    """What every unit of the line's level owes, dated ``offset_days`` from an edge of a milestone."""

    code: str
    name: str
    short: str
    from_milestone: str | None
    edge: Edge = "end"
    offset_days: int = 0
    starts_with_milestone: bool = False
    body_kind: str | None = None
    steps: tuple[str, ...] = ()
    set_by_office: bool = False


@dataclass(frozen=True)
class AssignmentValues:
    """What the plan gives a body to do, once (``due_on``) or again and again (``rrule``, RFC 5545)."""

    actor: str
    body_kind: str | None = None
    tasks: tuple[str, ...] = ()
    due_on: date | None = None
    rrule: str = ""


@dataclass(frozen=True)
class AgendaValues:
    """One thing a conference of the line's level talks about."""

    title: str
    mandatory: bool = True


@dataclass(frozen=True)
class GrantValues:
    """``amount`` whole đồng for each unit of the line's level."""

    amount: int
    payer: str = ""


@dataclass(frozen=True)
class CitationValues:
    """A document the plan cites."""

    number: str | None
    issued_on: date | None
    name: str


@dataclass(frozen=True)
class MailboxValues:
    """Where reports go."""

    email: str


Values = MilestoneValues | DutyValues | AssignmentValues | AgendaValues | GrantValues | CitationValues | MailboxValues
TYPES: dict[str, type[Values]] = {
    ItemKind.MILESTONE: MilestoneValues,
    ItemKind.DUTY: DutyValues,
    ItemKind.ASSIGNMENT: AssignmentValues,
    ItemKind.AGENDA: AgendaValues,
    ItemKind.GRANT: GrantValues,
    ItemKind.CITATION: CitationValues,
    ItemKind.MAILBOX: MailboxValues,
}
FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_MONEY = 10**15  # đồng
_REQUIRED = {(ItemKind.MILESTONE, "due_on"), (ItemKind.ASSIGNMENT, "actor")}
LEVELLED = frozenset({ItemKind.DUTY, ItemKind.AGENDA, ItemKind.GRANT})


@dataclass(frozen=True)
class Line:
    """One line of a draft year: ``level`` a level code, ``section`` a clause path, ``span`` into the text."""

    kind: str
    values: Values
    level: str | None = None
    section: str = ""
    span: Span | None = None
    state: str = ItemState.READ
    item_id: int | None = None


@dataclass(frozen=True)
class Surroundings:
    """What a line may lean on: the codes its draft and its scheme know."""

    levels: frozenset[str] = frozenset()
    body_kinds: frozenset[str] = frozenset()
    milestones: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    taken: frozenset[tuple[str | None, str]] = field(default=frozenset())  # (level, code) of other such lines


def to_json(values: Values) -> dict[str, Any]:
    """The stored form: dates ISO, tuples as lists."""
    return {name: _plain(value) for name, value in asdict(values).items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def from_json(kind: str, raw: Mapping[str, Any]) -> Values:
    """The value of a stored or typed mapping; raises ``BadInput`` naming each field that cannot be used."""
    wanted = {f.name: f.default is MISSING and f.default_factory is MISSING for f in fields(TYPES[kind])}
    problems = {name: f"Dòng loại này không có ô “{name}”." for name in raw if name not in wanted}
    parsed: dict[str, Any] = {}
    for name, is_needed in wanted.items():
        if name not in raw and not is_needed:
            continue
        try:
            parsed[name] = _PARSERS[name](raw.get(name))
            if parsed[name] in (None, "") and (kind, name) in _REQUIRED:
                raise ValueError("Không được để trống.")  # noqa: TRY301
        except ValueError as error:
            problems[name] = str(error)
    if problems:
        raise BadInput(f"Dòng này chưa dùng được: {' '.join(problems.values())}", problems)
    return TYPES[kind](**parsed)


def checked_values(
    kind: str, raw: Mapping[str, Any], *, level: str | None, section: str, around: Surroundings
) -> Values:
    """The value of a line that fits its draft; raises ``BadInput`` with a sentence for each bad field."""
    values = from_json(kind, raw)
    problems = dict(_misfits(kind, values, level, section, around))
    if problems:
        raise BadInput(f"Dòng này chưa dùng được: {' '.join(problems.values())}", problems)
    return values


def _misfits(
    kind: str, values: Values, level: str | None, section: str, around: Surroundings
) -> Iterable[tuple[str, str]]:
    if level is not None and level not in around.levels:
        yield "level", "Cấp này không có trong mô hình đang dùng."
    if level is None and kind in LEVELLED:
        yield "level", "Hãy chọn cấp thực hiện."
    if section and section not in around.sections:
        yield "section", f"Kế hoạch không có mục {section}."
    body_kind = getattr(values, "body_kind", None)
    if body_kind is not None and body_kind not in around.body_kinds:
        yield "body_kind", "Loại tổ chức này chưa có trong danh mục."
    for name in ("starts_on", "due_on"):
        on = getattr(values, name, None)
        if on is not None and not FIRST_YEAR <= on.year <= LAST_YEAR:
            yield name, f"Năm {on.year} nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}. Hãy xem lại năm của ngày này."
    if isinstance(values, MilestoneValues):
        yield from _misfits_of_milestone(values, around)
    if isinstance(values, DutyValues):
        yield from _misfits_of_duty(values, level, around)


def _misfits_of_milestone(values: MilestoneValues, around: Surroundings) -> Iterable[tuple[str, str]]:
    if values.starts_on and values.starts_on > values.due_on:
        yield "due_on", "Ngày cuối phải từ ngày đầu trở đi."
    if (None, values.code) in around.taken:
        yield "code", "Mã này đã dùng cho một mốc khác."


def _misfits_of_duty(values: DutyValues, level: str | None, around: Surroundings) -> Iterable[tuple[str, str]]:
    if values.from_milestone is not None and values.from_milestone not in around.milestones:
        yield "from_milestone", "Mốc này không có trong bản nháp."
    if (level, values.code) in around.taken:
        yield "code", "Cấp này đã có một việc mang mã đó."


def _text(limit: int, *, required: bool = True) -> Callable[[Any], str]:
    def parse(raw: Any) -> str:
        text = squeeze(str(raw or ""))
        if required and not text:
            raise ValueError("Không được để trống.")
        if len(text) > limit:
            raise ValueError(f"Dài quá {limit} ký tự.")
        return text

    return parse


def _optional(parse: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda raw: None if raw in (None, "") else parse(raw)


def _day(raw: Any) -> date:
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(str(raw))
    except ValueError:
        raise ValueError("Cần một ngày hợp lệ.") from None


def _code(raw: Any) -> str:
    text = str(raw or "")
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", text):
        raise ValueError("Mã chỉ gồm chữ thường không dấu, số và gạch nối.")
    return text


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def parse(raw: Any) -> int:
        if isinstance(raw, (bool, float)) or not re.fullmatch(r"-?\d{1,18}", str(raw or 0)):
            raise ValueError("Cần một số nguyên.")
        value = int(raw or 0)
        if not low <= value <= high:
            raise ValueError(f"Cần một số từ {low} đến {high}.")
        return value

    return parse


def _texts(raw: Any) -> tuple[str, ...]:
    if isinstance(raw, str):
        raw = raw.splitlines()
    if raw is not None and not isinstance(raw, (list, tuple)):
        raise ValueError("Cần một danh sách, mỗi dòng một ý.")
    return tuple(text for text in (squeeze(str(one)) for one in raw or ()) if text)


def _edge(raw: Any) -> str:
    if raw not in ("start", "end"):
        raise ValueError("Hãy chọn tính từ ngày đầu hay ngày cuối của mốc.")
    return str(raw)


def is_email(text: str) -> bool:
    """Whether a text has the shape of a mail address."""
    return len(text) <= 254 and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text) is not None


def _email(raw: Any) -> str:
    text = squeeze(str(raw or ""))
    if not is_email(text):
        raise ValueError("Cần một địa chỉ thư điện tử hợp lệ.")
    return text


def _rrule(raw: Any) -> str:
    text = str(raw or "")
    if text and (len(text) > 120 or not re.fullmatch(r"FREQ=[A-Z]+(;[A-Z]+=[A-Z0-9,+:-]+)*", text)):
        raise ValueError("Lịch lặp lại chưa đúng dạng (ví dụ FREQ=WEEKLY;BYDAY=FR,SA).")
    return text


_PARSERS: dict[str, Callable[[Any], Any]] = {
    "code": _code,
    "name": _text(300),
    "short": _text(60),
    "starts_on": _optional(_day),
    "due_on": _optional(_day),
    "wording": _text(2_000, required=False),
    "steps": _texts,
    "actor": _text(300, required=False),
    "set_by_office": bool,
    "from_milestone": _optional(_code),
    "edge": _edge,
    "offset_days": _whole(-400, 400),
    "starts_with_milestone": bool,
    "body_kind": _optional(_text(60)),
    "tasks": _texts,
    "rrule": _rrule,
    "title": _text(4_000),
    "mandatory": bool,
    "amount": _whole(0, MOST_MONEY),
    "payer": _text(200, required=False),
    "number": _optional(_text(80)),
    "issued_on": _optional(_day),
    "email": _email,
}
