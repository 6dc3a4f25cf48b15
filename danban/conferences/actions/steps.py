"""What every deed with a conference leaves behind: an entry of the diary, words for those it concerns."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.audit.models import Entry
from danban.conferences import texts
from danban.conferences.models import Conference
from danban.kit.actor import Actor
from danban.notices.actions import tell_units

_HEADS = tuple(role.code for role in ROLES.values() if "conference:propose" in role.permissions)
_DECIDING = tuple(role.code for role in ROLES.values() if "conference:schedule" in role.permissions)


def write_down(conference: Conference, event: str, actor: Actor, at: datetime, **more: Any) -> Entry:
    """One entry of the diary with the timetable as it now stands; it makes a telling of the deed unique."""
    where: dict[str, Any] = {
        "status": conference.status, "day": conference.day, "session": conference.session, "hall": conference.hall_id,
    }  # fmt: skip
    return record(
        actor=actor, event=event, subject="conference", subject_id=conference.pk, at=at, unit_id=actor.unit_id,
        changes=where | more,
    )  # fmt: skip


def tell_heads(conference: Conference, entry: Entry, words: texts.Words, *, urgent: bool = False) -> int:
    """Tell the two heads of every village it is held for, and the commune where it is the commune's own."""
    units = list(conference.places.order_by("pk").values_list("placement__unit_id", flat=True))
    return _tell(conference, entry, units, (*_HEADS, *_DECIDING), words, urgent=urgent)


def tell_deciders(conference: Conference, entry: Entry, words: texts.Words) -> int:
    """Tell the commune that decides on it."""
    place = conference.placement
    units = [place.unit_id] if place.parent is None else [place.parent.unit_id]
    return _tell(conference, entry, units, _DECIDING, words)


def _tell(
    conference: Conference,
    entry: Entry,
    units: Collection[int],
    roles: tuple[str, ...],
    words: texts.Words,
    *,
    urgent: bool = False,
) -> int:
    return tell_units(
        units, roles=roles, fact=f"conference:{conference.pk}:{entry.pk}", topic="conference", subject=words.subject,
        body=words.body, about=("conference", conference.pk), is_urgent=urgent, at=entry.at,
    )  # fmt: skip
