"""What the templates of a check-in are handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse

from danban.delegates.queries.check_in_page import ALL, CAME, WAITING
from danban.kit.clock import HANOI
from danban.web.ui.pieces import Segment, Tab

if TYPE_CHECKING:
    from danban.delegates.queries import CheckInPage, Person, PresenceCount, Sheet

_SHOWN = ((WAITING, "Chưa đến"), (CAME, "Đã đến"), (ALL, "Tất cả"))
BLANK_ROWS = 12
"""Lines left on the sheet for those who come without being named."""


def to(name: str, *args: int, **query: object) -> str:
    """An address of the check-in; empty parts of the query are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None)}
    path = reverse(f"desk:delegates:{name}", args=args)
    return f"{path}?{urlencode(kept)}" if kept else path


def counts(count: PresenceCount) -> dict[str, Any]:
    """All, households against the roll, groups; a share is information, it decides nothing."""
    share = min(count.households / count.roll, 1.0) if count.roll else 0.0
    return {
        "count": count,
        "parts": [Segment(share, "s4", "Hộ có người dự")] if count.roll else [],
        "share": share,
        "with_villages": len(count.by_village) > 1,
    }


def check_in(found: CheckInPage) -> dict[str, Any]:
    """The page of the secretary."""
    pk = found.conference.pk
    return {
        "found": found,
        "rows": [(one, clock_of(one)) for one in found.page],
        "shown": [
            Tab(label, to("check_in", pk, q=found.words, loc=code), code == found.shown, found.sizes[code])
            for code, label in _SHOWN
        ],
        **counts(found.count),
    }


def clock_of(one: Person) -> str:
    """ "19:42", "" for who is not in."""
    return f"{one.came.at.astimezone(HANOI):%H:%M}" if one.came else ""


def sheet(found: Sheet, *, is_after: bool) -> dict[str, Any]:
    """A4: before with a column to sign and blank lines, after with who came and when."""
    return {
        "found": found,
        "is_after": is_after,
        "villages": [(name, [(one, clock_of(one)) for one in people]) for name, people in found.villages],
        "walk_ins": [(one, clock_of(one)) for one in found.walk_ins],
        "blank": range(BLANK_ROWS),
        **counts(found.count),
    }
