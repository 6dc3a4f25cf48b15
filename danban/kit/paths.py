"""Paths of a tree: fixed-width digits, so that "below" is a range and an index can answer it.

The root is ``""``; each step down adds ``WIDTH`` digits. ``is_within`` is the one test of authority.
"""

WIDTH = 4
LIMIT = 10**WIDTH
_AFTER_ANY_STEP = ":"  # the character after "9": one past every path that continues with digits


def step(parent: str, position: int) -> str:
    """The path of the child at ``position`` (0-based) below ``parent``."""
    if not 0 <= position < LIMIT:
        raise ValueError(f"position {position} does not fit {WIDTH} digits")
    return f"{parent}{position:0{WIDTH}d}"


def depth(path: str) -> int:
    """How many steps below the root a path lies (0 for the root)."""
    return len(path) // WIDTH


def ancestor(path: str, at_depth: int) -> str:
    """The part of ``path`` that is its ancestor (or itself) at a depth."""
    return path[: at_depth * WIDTH]


def bounds(path: str) -> tuple[str, str]:
    """``(low, high)`` such that ``low <= p < high`` exactly for ``path`` and everything below it."""
    return path, path + _AFTER_ANY_STEP


def is_within(path: str, area: str) -> bool:
    """Whether ``path`` is ``area`` or lies below it."""
    low, high = bounds(area)
    return low <= path < high
