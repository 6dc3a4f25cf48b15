"""The day of a duty, counted from its milestone, with the sentences that explain it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from danban.campaigns.rules.proposals import DutyValues, MilestoneValues, Values
from danban.kit.calendar import ONE_DAY, is_day_off
from danban.kit.vietnamese import day, long_day


@dataclass(frozen=True)
class Dated:
    """When a duty starts (or None) and is due (None where nothing dates it), and why."""

    starts_on: date | None
    due_on: date | None
    steps: tuple[str, ...]


def date_duty(duty: DutyValues, milestone: MilestoneValues | None) -> Dated:
    """Count a duty's day. A day the office set moves off a day off; a day of the plan never moves."""
    if milestone is None:
        return Dated(None, None, (*duty.steps, "Kế hoạch không nêu hạn cho việc này."))
    is_start = duty.edge == "start" and milestone.starts_on is not None
    base = milestone.starts_on if is_start and milestone.starts_on else milestone.due_on
    due_on = base + timedelta(days=duty.offset_days)
    steps = _counted(duty, milestone, base, due_on)
    if duty.set_by_office and duty.offset_days and is_day_off(due_on):
        due_on, step = _off_the_day_off(due_on, forward=duty.offset_days > 0)
        steps += (step,)
    starts_on = milestone.starts_on if duty.starts_with_milestone else None
    if starts_on is not None and starts_on > due_on:
        starts_on = None
    return Dated(starts_on, due_on, (*steps, *duty.steps))


def _counted(duty: DutyValues, milestone: MilestoneValues, base: date, due_on: date) -> tuple[str, ...]:
    steps: tuple[str, ...] = ()
    if duty.set_by_office:
        steps = ("Kế hoạch không nêu ngày riêng cho việc này; ngày dưới đây do cơ quan chủ trì đặt và có thể đổi.",)
    if duty.offset_days == 0 and base == milestone.due_on:
        return (*steps, f"Theo mốc “{milestone.name}”:", *milestone.steps)
    edge = "ngày đầu" if base == milestone.starts_on else "ngày cuối"
    count = abs(duty.offset_days)
    side = "trước" if duty.offset_days < 0 else "sau"
    apart = f"{count} ngày {side} " if count else "đúng "
    return (*steps, f"Là {apart}{edge} của mốc “{milestone.name}” ({day(base)}): {day(due_on)}.")


def _off_the_day_off(due_on: date, *, forward: bool) -> tuple[date, str]:
    moved = due_on
    while is_day_off(moved):
        moved += ONE_DAY if forward else -ONE_DAY
    return moved, f"{long_day(due_on)} là ngày nghỉ nên chuyển sang {long_day(moved)}."


_CORRECTED = "Khi rà soát, cơ quan chủ trì chỉnh thành "


def explain_correction(before: Values, after: Values, first: Mapping[str, Any]) -> Values:
    """A corrected milestone with sentences that fit its days: what the plan wrote, then what was made of it.

    ``first``: the stored values as they were read; back on their days, a milestone tells what it told then.
    """
    if not isinstance(before, MilestoneValues) or not isinstance(after, MilestoneValues):
        return after
    days = (after.starts_on, after.due_on)
    if days == (before.starts_on, before.due_on) or after.steps != before.steps:
        return after
    if first and tuple(on and on.isoformat() for on in days) == (first.get("starts_on"), first.get("due_on")):
        return replace(after, steps=tuple(first.get("steps", ())))
    said = tuple(step for step in before.steps[:1] if not step.startswith(_CORRECTED))
    words = f"đợt {day(after.starts_on)}–{day(after.due_on)}" if after.starts_on else f"ngày cuối {day(after.due_on)}"
    return replace(after, steps=(*said, f"{_CORRECTED}{words}."))
