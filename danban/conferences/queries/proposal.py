"""A proposed timetable as people read it: who moves where, what it costs, what cannot be met and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from danban.campaigns.models import Campaign
from danban.conferences.queries.proposing import LOYALTY, Ground, build, now_of
from danban.conferences.queries.standing import Slot, Standing
from danban.conferences.rules import Timing
from danban.kit.vietnamese import number, short_day
from danban.scheduler import Shortage, propose, propose_first, with_bound
from danban.units.models import Placement

_MOST_NAMES = 6


@dataclass(frozen=True)
class ProposedLine:
    """One conference: where it stands and where it would; None: no day. ``is_kept``: fixed or announced."""

    standing: Standing
    before: Slot | None
    after: Slot | None
    hall_id: int | None

    @property
    def is_moved(self) -> bool:
        """Whether it had a day and gets another."""
        return self.before is not None and self.before != self.after

    @property
    def is_new(self) -> bool:
        """Whether it had none and gets one."""
        return self.before is None and self.after is not None


@dataclass(frozen=True)
class Proposal:
    """``gap``: how far over the proven bound, as a share. ``sentences``: what cannot be met.

    ``is_first``: the instant answer, which a better one may follow.
    ``mark`` stands for this very timetable: two proposals with one mark are the same.
    """

    lines: Sequence[ProposedLine]
    sentences: Sequence[str]
    cost: int
    gap: float | None
    mark: str
    is_first: bool = False

    @property
    def timings(self) -> dict[int, Timing]:
        """What ``apply_timetable`` wants: every conference that may be put somewhere."""
        return {
            one.standing.pk: Timing(one.after[0], one.after[1], one.hall_id)
            for one in self.lines
            if one.after is not None and not one.standing.is_fixed
        }

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many are new, moved, stay, and find no session."""
        new, moved = sum(one.is_new for one in self.lines), sum(one.is_moved for one in self.lines)
        lost = sum(one.after is None for one in self.lines)
        stay = len(self.lines) - new - moved - sum(one.before is None and one.after is None for one in self.lines)
        return new, moved, stay, lost


def propose_timetable(
    campaign: Campaign,
    area: Placement,
    *,
    is_village: bool,
    leaders: int | None = None,
    is_loyal: bool = True,
    is_first: bool = False,
    today: date,
) -> Proposal:
    """The cheapest timetable of an area, proven; ``is_loyal``: days already set move only where they must.

    ``is_first``: the instant answer instead, with a bound on how much better the best can be.
    """
    ground = build(campaign, area, is_village=is_village, leaders=leaders, today=today)
    problem = ground.problem
    if is_loyal:
        problem = problem.loyal_to(now_of(ground), loyalty=LOYALTY)
    found = with_bound(problem, propose_first(problem)) if is_first else propose(problem)
    lines = [_line(ground, one, found.slots) for one in ground.conferences.values()]
    names = {one.pk: one.name for one in Placement.objects.filter(pk__in=_places(found.shortages)).order_by("pk")}
    sentences = [_sentence(ground, one, names) for one in found.shortages]
    listed = ";".join(f"{one.standing.pk}:{one.after}:{one.hall_id}" for one in lines)
    return Proposal(lines, sentences, found.cost, found.gap, sha256(listed.encode()).hexdigest()[:16], is_first)


def _line(ground: Ground, one: Standing, slots: Mapping[int, int]) -> ProposedLine:
    after = ground.slots[slots[one.pk]] if one.pk in slots else None
    return ProposedLine(one, one.slot, after, ground.halls[one.pk])


def _places(shortages: Sequence[Shortage]) -> list[int]:
    return sorted({one.place for one in shortages})


def _sentence(ground: Ground, one: Shortage, names: Mapping[int, str]) -> str:
    """ "Phường Phúc Xá: 4 hội nghị chỉ có 3 buổi với 1 lãnh đạo (17/02–19/02): …"."""
    called = [ground.conferences[pk].name for pk in one.meetings]
    more = f" và {number(len(called) - _MOST_NAMES)} nơi khác" if len(called) > _MOST_NAMES else ""
    who = ", ".join(called[:_MOST_NAMES]) + more
    what = "hội nghị điểm" if one.is_of_pilots else "hội nghị"
    start = f"{names.get(one.place, '')}: {number(len(called))} {what}"
    if not one.slots:
        return f"{start} không có buổi nào còn trống trong đợt: {who}."
    days = sorted({ground.slots[at][0] for at in one.slots})
    span = short_day(days[0]) if days[0] == days[-1] else f"{short_day(days[0])}–{short_day(days[-1])}"
    have = f"chỉ có {number(len(one.slots))} buổi ({span})"
    if one.places >= len(called):
        return f"{start} {have} mà chung hội trường, nên không đủ chỗ: {who}."
    heads = f" với {ground.leaders[one.place]} lãnh đạo" if one.place in ground.leaders else ""
    return f"{start} {have}{heads}, dự được {number(one.places)} nơi: {who}."


def crowded(lines: Sequence[Standing], leaders: Mapping[int, int]) -> dict[tuple[int, Slot], int]:
    """(unit above, session) → conferences, where they are more than its leaders."""
    met = Counter((one.parent_id, one.slot) for one in lines if one.slot)
    return {(place, slot): n for (place, slot), n in met.items() if slot and n > leaders.get(place, n)}
