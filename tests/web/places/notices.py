"""Values of the addresses of notices: one told to somebody who asks for nothing in the table, and given up."""

from danban.notices.states import NoticeStatus
from danban.units.models import Placement
from tests.accounts.factories import make_account
from tests.notices.factories import make_notice
from tests.web.places.registry import World, value

_OF_ONE = ("show", "mark_read", "sent", "retry", "cancel")


@value("pk", *(f"desk:notices:{name}" for name in _OF_ONE), anywhere=True)
def _notice(world: World, place: Placement) -> int:
    """The inbox is its owner's alone, so that nobody of the table finds it there."""
    return int(world.once("notice", lambda: make_notice(make_account(), status=NoticeStatus.FAILED)).pk)
