"""Which units need a look first, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from danban.campaigns.models import ObligationKind
from danban.overviews.queries.places import Spot
from danban.overviews.queries.tallies import NOTHING, Counts, Tally, total
from danban.overviews.texts import CONFERENCE, PLAN, SLOW, late_things, without_plan

MOST = 8
SLOW_SHARE = 0.6
"""Conferences done below this part of what is usual count as slow."""


@dataclass(frozen=True)
class Attention:
    """One unit with its plans, its conferences, everything below it, and why it stands here."""

    spot: Spot
    plans: Tally
    conferences: Tally
    everything: Tally
    reason: str
    is_late: bool


def list_attention(spots: Sequence[Spot], kinds: Sequence[ObligationKind], counts: Counts) -> tuple[Attention, ...]:
    """The units with late plans first, then with slow conferences, then with the largest part late."""
    plans = {kind.pk for kind in kinds if kind.code == PLAN}
    meeting = _lowest(kinds, CONFERENCE)
    usual = total(tally for (_, kind), tally in counts.items() if kind in meeting).share or 0
    by_unit: dict[int | None, list[tuple[int, Tally]]] = {}
    for (unit, kind), tally in counts.items():
        by_unit.setdefault(unit, []).append((kind, tally))
    found = [_judged(spot, by_unit.get(spot.pk, []), plans, meeting, usual) for spot in spots]
    return tuple(sorted((one for one in found if one.reason), key=_urgency)[:MOST])


def _lowest(kinds: Sequence[ObligationKind], code: str) -> set[int]:
    of_code = [kind for kind in kinds if kind.code == code]
    return {kind.pk for kind in of_code if kind.level_id == of_code[-1].level_id}


def _judged(
    spot: Spot, tallies: Sequence[tuple[int, Tally]], plans: set[int], meeting: set[int], usual: float
) -> Attention:
    planned = total(tally for kind, tally in tallies if kind in plans)
    met = total(tally for kind, tally in tallies if kind in meeting)
    everything = sum((tally for _, tally in tallies), NOTHING)
    reason = ""
    if planned.late:
        reason = without_plan(planned.late)
    elif met.total > 1 and (met.share or 0) < usual * SLOW_SHARE:  # one conference is held or not, never slow
        reason = SLOW
    elif everything.late:
        reason = late_things(everything.late)
    return Attention(spot, planned, met, everything, reason, is_late=reason != SLOW)


def _urgency(one: Attention) -> tuple[int, int, float, int]:
    share_late = one.everything.late / one.everything.total if one.everything.total else 0
    return (-one.plans.late, 0 if one.reason == SLOW else 1, -share_late, one.spot.pk)
