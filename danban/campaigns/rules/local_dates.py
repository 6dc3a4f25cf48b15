"""Which days count at a place: those of the kind, narrowed by the units above it that set days of their own.

A day or window the campaign's plan fixes binds every unit under it. One it leaves out (set by the leading
office as a proposal, or not at all) binds nobody until a plan on the way down sets it; from there on it binds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from danban.kit.calendar import is_day_off
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import day, long_day


@dataclass(frozen=True)
class Days:
    """A window, or a last day alone. None: nothing is said on that side."""

    starts_on: date | None
    due_on: date | None

    def __str__(self) -> str:
        if self.due_on is None:
            return "chưa có hạn"
        return f"{day(self.starts_on)}–{day(self.due_on)}" if self.starts_on else f"{day(self.due_on)}"


ANY_DAYS = Days(None, None)


@dataclass(frozen=True)
class Standing:
    """The days that count after a chain of local dates, and which of the chain count (the others rest)."""

    days: Days
    counts: tuple[bool, ...]


def is_left_out(*, is_set_by_office: bool, due_on: date | None) -> bool:
    """Whether the campaign's plan itself leaves the day of a kind out, for the units below to set."""
    return is_set_by_office or due_on is None


def is_inside(own: Days, above: Days) -> bool:
    """Whether a unit's own days lie inside those above; an own first day not given is the one above."""
    if own.due_on is None:
        return False
    if above.due_on is not None and own.due_on > above.due_on:
        return False
    if above.starts_on is None:
        return True
    return own.due_on >= above.starts_on and (own.starts_on is None or own.starts_on >= above.starts_on)


def standing_days(kind: Days, chain: Iterable[Days], *, left_out: bool) -> Standing:
    """The days at the end of a chain of local dates, from the top unit down to the nearest.

    Each that lies inside the days above it counts, the nearest last; one outside rests and changes nothing.
    """
    days, bound = kind, ANY_DAYS if left_out else kind
    counts = []
    for own in chain:
        fits = is_inside(own, bound)
        counts.append(fits)
        if fits:
            days = bound = Days(own.starts_on or bound.starts_on, own.due_on)
    return Standing(days, tuple(counts))


def bound_above(kind: Days, chain: Sequence[Days], *, left_out: bool) -> Days:
    """The days a unit under this chain must stay inside; ``ANY_DAYS`` where nobody above has set one."""
    standing = standing_days(kind, chain, left_out=left_out)
    return ANY_DAYS if left_out and not any(standing.counts) else standing.days


def check_inside(name: str, own: Days, above: Days, *, field: str = "dates") -> None:
    """Raise ``BadInput`` on ``field``, naming the thing and both windows, unless ``own`` lies inside ``above``."""
    if own.due_on is None or (own.starts_on and own.starts_on > own.due_on):
        sentence = f"“{name}”: hãy nhập ngày cuối, không trước ngày đầu."
    elif not is_inside(own, above):
        sentence = f"“{name}”: {own} nằm ngoài thời gian cấp trên đã định ({above})."
    else:
        return
    raise BadInput(sentence, {field: sentence})


def explain_own(own: Days, *, paper: str, unit: str) -> tuple[str, ...]:
    """The sentences of a day a unit's own plan sets: which paper, and what the calendar says about it.

    ``paper``: "Kế hoạch số 03/KHLT-UBND-UBMTTQ ngày 28/12/2022".
    """
    kind = "đợt" if own.starts_on else "ngày cuối"
    steps = [f"{paper} của {unit} đặt {kind} {own}."]
    if own.due_on is not None and is_day_off(own.due_on):
        steps.append(f"{long_day(own.due_on)} là ngày nghỉ; việc làm trong ngày này vẫn kịp hạn.")
    return tuple(steps)


def explain_resting(own: Days, *, unit: str, above: Days) -> str:
    """Why a unit's own days do not count now."""
    return f"{unit} từng đặt {own}, nay nằm ngoài thời gian cấp trên đã định ({above}) nên chưa áp dụng."
