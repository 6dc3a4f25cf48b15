"""The fixtures of the room's tests."""

from tests.units.city import tree

__all__ = ["tree"]
