"""A launched year and plans on their way, as in the room's own tests."""

from tests.plans.conftest import campaign, draft, waiting

__all__ = ["campaign", "draft", "waiting"]
