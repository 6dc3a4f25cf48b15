"""What a phone is handed: names and groups, who is in, what became of what it sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from danban.conferences.texts import when
from danban.delegates import queries

if TYPE_CHECKING:
    from danban.delegates.models import Device
    from danban.delegates.rules import Result
    from danban.web.meeting.checkin.reading import Sent


def people_of(device: Device, *, with_names: bool) -> dict[str, Any]:
    """``present``: keys of those who are in ("d12" a delegate, "h7" a household), ``count``: all who are in."""
    conference = device.conference
    people = queries.expected_people(conference.pk)
    came = [one for one in people if one.came]
    answer: dict[str, Any] = {"count": len(came), "present": [key for one in came if (key := _key(one))]}
    if with_names:
        answer |= {
            "title": f"Hội nghị {conference.placement.name}", "when": when(conference), "label": device.label,
            "villages": [{"id": pk, "name": name} for pk, name in queries.villages_of(conference.pk)],
            "people": [
                {"key": _key(one), "name": one.name, "group": one.group, "code": one.code, "mark": one.mark}
                for one in people
                if one.is_expected and _key(one)
            ],
        }  # fmt: skip
    return answer


def _key(one: queries.Person) -> str:
    if one.delegate_id is not None:
        return f"d{one.delegate_id}"
    return f"h{one.household_id}" if one.household_id is not None else ""


def answer_of(done: Result, sent: Sent) -> dict[str, Any]:
    """How many were written, how many were known, which were refused and why."""
    refused = [{"uuid": str(one.uuid), "sentence": one.sentence} for one in done.refused]
    refused += [{"uuid": uuid, "sentence": sentence} for uuid, sentence in sent.unreadable.items()]
    return {"written": done.written, "known": done.known, "refused": refused}
