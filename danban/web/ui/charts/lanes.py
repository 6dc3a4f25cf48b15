"""Places labels so that none covers another: each side of an axis has lanes, filled from the axis outward."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 14
"""Room kept between two labels of a lane."""


@dataclass(frozen=True)
class Wish:
    """A label of a width that belongs to a point; ``prefers`` 0 is above the axis, 1 below."""

    at: float
    width: float
    prefers: int = 1
    has_leader: bool = True


@dataclass(frozen=True)
class Spot:
    """Where a label went: its left end, its side (0 above, 1 below) and its lane from the axis."""

    left: float
    side: int
    lane: int


@dataclass(frozen=True)
class _Offer:
    cost: float
    spot: Spot


class Lanes:
    """The two sides of an axis between ``low`` and ``high``."""

    def __init__(self, low: float, high: float) -> None:
        self._low, self._high = low, high
        self._taken: tuple[list[list[tuple[float, float]]], ...] = ([], [])

    def place(self, wishes: Sequence[Wish]) -> list[Spot]:
        """A spot for each wish, in the order given. From right to left, so that leaders stay clear of labels."""
        spots: dict[int, Spot] = {}
        for index in sorted(range(len(wishes)), key=lambda i: (-wishes[i].at, i)):
            spots[index] = self._seat(wishes[index])
        return [spots[index] for index in range(len(wishes))]

    def depth(self, side: int) -> int:
        """How many lanes a side has."""
        return len(self._taken[side])

    def _seat(self, wish: Wish) -> Spot:
        offers = [self._offer(wish, side, left) for side in (0, 1) for left in self._lefts(wish)]
        best = min(offers, key=lambda offer: offer.cost).spot
        lanes = self._taken[best.side]
        while len(lanes) <= best.lane:
            lanes.append([])
        lanes[best.lane].append((best.left, best.left + wish.width))
        return best

    def _lefts(self, wish: Wish) -> tuple[float, ...]:
        highest = max(self._high - wish.width, self._low)
        wanted = (wish.at - 4, wish.at - wish.width / 2, wish.at - wish.width + 4)
        return tuple(min(max(left, self._low), highest) for left in wanted)

    def _offer(self, wish: Wish, side: int, left: float) -> _Offer:
        lanes = self._taken[side]
        lane, crossed = 0, 0
        while lane < len(lanes) and not _is_free(lanes[lane], left - GAP, left + wish.width + GAP):
            crossed += wish.has_leader and not _is_free(lanes[lane], wish.at, wish.at)
            lane += 1
        cost = lane + 3 * crossed + (0.0 if side == wish.prefers else 0.6)
        return _Offer(cost, Spot(left, side, lane))


def _is_free(taken: Sequence[tuple[float, float]], low: float, high: float) -> bool:
    return all(high < start or low > end for start, end in taken)
