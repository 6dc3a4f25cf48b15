"""What a reviewer should look at before launching. Nothing here stops a launch; people decide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from danban.campaigns.rules.catalogue import is_conference_year, propose_duties
from danban.campaigns.rules.draft_year import propose_milestones
from danban.campaigns.rules.proposals import (
    MOST_MONEY,
    AssignmentValues,
    DutyValues,
    GrantValues,
    Line,
    MilestoneValues,
)
from danban.campaigns.rules.shape import doers_in
from danban.campaigns.rules.year import Ground, seat_of
from danban.campaigns.states import ItemState
from danban.kit.calendar import Window, is_day_off, tet
from danban.kit.money import dong
from danban.kit.vietnamese import day, long_day, number
from danban.planreader.reading import Reading


@dataclass(frozen=True)
class DraftWarning:
    """One thing to look at: ``items`` are the ids of the lines it is about."""

    code: str
    sentence: str
    items: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Dated:
    line: Line
    values: MilestoneValues

    @property
    def ids(self) -> tuple[int, ...]:
        return _ids(self.line)


def list_warnings(reading: Reading, lines: Sequence[Line], ground: Ground) -> tuple[DraftWarning, ...]:
    """Every warning about the lines that were kept, the weightiest first."""
    kept = [line for line in lines if line.state != ItemState.DROPPED]
    dated = [_Dated(line, line.values) for line in kept if isinstance(line.values, MilestoneValues)]
    return (
        *_tet(dated),
        *_one_night(dated, ground),
        *_report_too_early(dated),
        *_before_issue(dated, reading),
        *_days_off(dated),
        *_grants(kept, ground),
        *_undated(reading),
        *_unplaced(reading, ground),
        *_missing_duties(reading, kept, ground),
        *_unknown_bodies(kept, ground),
        *(DraftWarning(f"unknown_{unknown.what}", unknown.sentence) for unknown in reading.unknown),
    )


def _ids(*lines: Line) -> tuple[int, ...]:
    return tuple(line.item_id for line in lines if line.item_id is not None)


def _tet(dated: Iterable[_Dated]) -> Iterable[DraftWarning]:
    for one in dated:
        values = one.values
        if values.starts_on is None or values.starts_on > values.due_on:
            continue
        window = Window(values.starts_on, values.due_on)
        for year in range(values.starts_on.year, values.due_on.year + 1):
            rest = _rest_of(year)
            shared = window.overlap(rest) if rest else None
            if rest and shared:
                yield DraftWarning(
                    "overlaps_tet",
                    f"Đợt “{values.name}” ({day(window.start)}–{day(window.end)}) trùng kỳ nghỉ Tết"
                    f" {day(rest.start)}–{day(rest.end)} mất {shared.days} ngày; còn {window.days - shared.days} ngày"
                    " để tổ chức.",
                    one.ids,
                )


def _rest_of(year: int) -> Window | None:
    try:
        return tet(year)
    except ValueError:  # a year the calendar does not know
        return None


def _conference(dated: Iterable[_Dated], level: str) -> _Dated | None:
    return next((one for one in dated if one.values.code == f"{level}-conference"), None)


def _one_night(dated: Sequence[_Dated], ground: Ground) -> Iterable[DraftWarning]:
    """A level's conferences draw on those of the level below: there must be time to sum them up."""
    levels = ground.shape.levels
    for upper, lower in pairwise(levels):
        above, below = _conference(dated, upper.code), _conference(dated, lower.code)
        if above is None or below is None or above.values.starts_on is None:
            continue
        nights = (above.values.starts_on - below.values.due_on).days
        ids = (*below.ids, *above.ids)
        if nights <= 0:
            yield DraftWarning(
                "windows_overlap",
                f"“{above.values.name}” bắt đầu {day(above.values.starts_on)} khi “{below.values.name}” chưa xong"
                f" ({day(below.values.due_on)}).",
                ids,
            )
        elif nights == 1:
            yield DraftWarning(
                "one_night",
                f"Giữa “{below.values.name}” (hết {day(below.values.due_on)}) và “{above.values.name}”"
                f" (từ {day(above.values.starts_on)}) chỉ có một đêm để tổng hợp ý kiến.",
                ids,
            )


def _report_too_early(dated: Sequence[_Dated]) -> Iterable[DraftWarning]:
    reports = [one for one in dated if one.values.code == "report"]
    for one in dated:
        for report in reports:
            if one.values.code.endswith("-conference") and one.values.due_on >= report.values.due_on:
                yield DraftWarning(
                    "ends_after_report",
                    f"“{one.values.name}” kết thúc {day(one.values.due_on)}, không trước hạn báo cáo"
                    f" {day(report.values.due_on)}.",
                    (*one.ids, *report.ids),
                )


def _before_issue(dated: Iterable[_Dated], reading: Reading) -> Iterable[DraftWarning]:
    for one in dated:
        if reading.issued_on and one.values.due_on < reading.issued_on:
            yield DraftWarning(
                "before_issue",
                f"Mốc “{one.values.name}” ({day(one.values.due_on)}) đã qua khi kế hoạch được ban hành"
                f" ({day(reading.issued_on)}).",
                one.ids,
            )


def _days_off(dated: Iterable[_Dated]) -> Iterable[DraftWarning]:
    for one in dated:
        if is_day_off(one.values.due_on):
            yield DraftWarning(
                "due_on_day_off",
                f"Ngày cuối của mốc “{one.values.name}” là ngày nghỉ: {long_day(one.values.due_on)}.",
                one.ids,
            )


def _grants(kept: Sequence[Line], ground: Ground) -> Iterable[DraftWarning]:
    """A grant is read as one for each unit; the sum is said aloud, since that reading costs money."""
    by_amount: dict[int, list[Line]] = {}
    for line in kept:
        if isinstance(line.values, GrantValues):
            by_amount.setdefault(line.values.amount, []).append(line)
    for amount, lines in by_amount.items():
        units = [ground.units.get(line.level or "", 0) for line in lines]
        names = " và ".join(ground.shape.name_of(line.level or "").lower() for line in lines)
        parts = " + ".join(number(n) for n in units)
        total = f"({parts}) = {number(sum(units))}" if len(units) > 1 else parts
        yield DraftWarning(
            "grant_per_unit",
            f"Hỗ trợ được hiểu là mỗi đơn vị ({names}) một suất: {total} đơn vị."
            f" {number(sum(units))} × {dong(amount)} = {dong(amount * sum(units))}.",
            _ids(*lines),
        )


def _undated(reading: Reading) -> Iterable[DraftWarning]:
    for deadline in reading.deadlines:
        if deadline.kind != "recurring" and deadline.end is None:
            words = deadline.relative or deadline.text
            yield DraftWarning(
                "undated", f"Hạn “{words}” tính theo một việc khác nên chưa thành ngày. Hãy thêm mốc nếu cần."
            )
    for money in reading.money:
        if money.amount > MOST_MONEY:
            yield DraftWarning("too_much_money", f"Số tiền “{money.text}” lớn khác thường nên chưa thành mức hỗ trợ.")
        elif not money.per:
            yield DraftWarning(
                "money_without_level", f"Số tiền “{money.text}” chưa rõ dành cho cấp nào nên chưa thành mức hỗ trợ."
            )


def _unplaced(reading: Reading, ground: Ground) -> Iterable[DraftWarning]:
    for deadline in reading.deadlines:
        if deadline.kind == "recurring" or deadline.end is None:
            continue
        if not doers_in(deadline.actor, ground.shape) and not doers_in(deadline.task, ground.shape):
            yield DraftWarning(
                "no_level", f"Chưa rõ cấp nào thực hiện mốc “{deadline.text}”, nên chưa giao việc cho đơn vị nào."
            )


def _missing_duties(reading: Reading, kept: Sequence[Line], ground: Ground) -> Iterable[DraftWarning]:
    if not is_conference_year(reading):
        return
    milestones = {
        line.values.code: line
        for line in propose_milestones(reading, ground.shape)
        if isinstance(line.values, MilestoneValues)
    }
    named = {(line.level, line.values.name) for line in kept if isinstance(line.values, DutyValues)}
    for missing in propose_duties(reading, ground.shape, milestones)[1]:
        if (missing.level, missing.name) not in named:
            yield DraftWarning(
                "duty_without_clause",
                f"{ground.shape.name_of(missing.level)}: không đề xuất “{missing.name}” vì không tìm thấy"
                f" {missing.lacks} trong kế hoạch.",
            )


def _unknown_bodies(kept: Sequence[Line], ground: Ground) -> Iterable[DraftWarning]:
    for line in kept:
        if not isinstance(line.values, AssignmentValues) or line.level != ground.shape.top:
            continue  # what the levels below are given, they owe as duties
        if seat_of(line, ground) is None:
            yield DraftWarning(
                "unknown_body",
                f"“{line.values.actor}” chưa khớp với cơ quan, tổ chức nào trong danh mục, nên việc được giao chưa"
                " thành nghĩa vụ phải theo dõi.",
                _ids(line),
            )
