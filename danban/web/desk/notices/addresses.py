"""From a notice to the thing it is about."""

from typing import TYPE_CHECKING

from danban.web.ui.navigation import address_of

if TYPE_CHECKING:
    from danban.notices.models import Notice

THINGS: dict[str, str] = {
    "obligation": "desk:overviews:obligation",
    "campaign": "desk:campaigns:show",
    "plan": "desk:plans:of_plan",
    "assignment": "desk:assignments:show",
    "difficulty": "desk:difficulties:show",
    "document": "desk:documents:show",
    "petition": "desk:petitions:show",
    "evaluation": "desk:evaluations:show",
    "petition_synthesis": "desk:petitions:sent_sheet",
}
"""Type of a notice's subject → name of its page. Rooms that tell of something new add a line."""


def thing_of(notice: "Notice") -> str:
    """Where the thing is seen: the notice's own address, else the page of its subject; "" for none."""
    if notice.href:
        return notice.href
    name = THINGS.get(notice.subject_type)
    return address_of(name, notice.subject_id) if name and notice.subject_id is not None else ""
