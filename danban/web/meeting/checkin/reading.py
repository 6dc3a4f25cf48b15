"""What a phone sends, read: JSON of known shape into operations; what cannot be read is refused one by one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.dateparse import parse_datetime

from danban.delegates.rules import Operation, Presence, TakeBack
from danban.delegates.states import Way
from danban.kit.refusals import BadInput
from danban.kit.tokens import hash_of

MOST_BYTES = 200_000
_LONGEST = 400
_BIGGEST = 2**63 - 1
_UNREADABLE = "Không đọc được nội dung máy gửi. Hãy tải lại trang điểm danh."


@dataclass(frozen=True)
class Sent:
    """The token, the operations, and those that could not be read: uuid as sent → sentence."""

    token: object
    operations: list[Operation]
    unreadable: dict[str, str]


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object in a body; raises ``BadInput``."""
    if len(body) > MOST_BYTES:
        raise BadInput("Máy gửi quá nhiều một lúc. Hãy tải lại trang điểm danh.")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise BadInput(_UNREADABLE) from None
    if not isinstance(found, dict):
        raise BadInput(_UNREADABLE)
    return found


def read_operations(body: bytes) -> Sent:
    """Everything a phone sent; raises ``BadInput`` where it is no list of operations at all."""
    found = read_object(body)
    given = found.get("operations")
    if not isinstance(given, list):
        raise BadInput(_UNREADABLE)
    operations: list[Operation] = []
    unreadable: dict[str, str] = {}
    for one in given:
        try:
            operations.append(_operation(one))
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError):
            uuid = one.get("uuid") if isinstance(one, dict) else None
            unreadable[str(uuid)[:40]] = "Không đọc được lượt này. Hãy ghi lại."
    return Sent(found.get("device"), operations, unreadable)


def _operation(one: Mapping[str, Any]) -> Operation:
    uuid, kind = UUID(_text(one, "uuid")), one["kind"]
    if kind == "take_back":
        return TakeBack(uuid)
    came_at = parse_datetime(_text(one, "came_at"))
    if came_at is not None and came_at.tzinfo is None:
        came_at = None
    if kind == "walk_in":
        return Presence(
            uuid, Way.WALK_IN, came_at, full_name=_text(one, "name"), group=_text(one, "group"),
            group_label=_text(one, "label"), village_id=_number(one, "village"),
        )  # fmt: skip
    if kind != "present":
        raise ValueError(kind)
    token = _text(one, "token")
    return Presence(
        uuid, Way.SCAN if token else Way.TICK, came_at, token_hash=hash_of(token) if token else "",
        delegate_id=_number(one, "delegate"), household_id=_number(one, "household"),
    )  # fmt: skip


def _text(one: Mapping[str, Any], name: str) -> str:
    value = one.get(name, "")
    if not isinstance(value, str) or len(value) > _LONGEST or "\x00" in value:
        raise ValueError(name)
    value.encode()  # half a character of a broken keyboard cannot be stored
    return value


def _number(one: Mapping[str, Any], name: str) -> int | None:
    value = one.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _BIGGEST:
        raise ValueError(name)
    return value
