"""Which known bodies the words of an assignment name, so that a person can confirm them as partners."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from danban.campaigns.rules.shape import plain_name

# "UBND các quận" is not the committee of the city: a name followed by these words means others.
_OTHERS = re.compile(r"(cac |moi )?(quan|huyen|thi xa|xa|phuong|thi tran|cap huyen|cap xa|cung cap|dia phuong)\b")
_FRONT = ("front_committee", "mat tran")
_REPORTED_TO = "party_committee"  # work is reported to it, never done together with it
_OF_A_VILLAGE = "ban cong tac"  # "Ban công tác Mặt trận" is the village's, not the city's Front


@dataclass(frozen=True)
class KnownBody:
    """A body with the names people write for it: its own, its kind's, its kind's short one."""

    body_id: int
    kind: str
    names: tuple[str, ...]


def known_body(body_id: int, *, kind: str, names: Iterable[str], unit_name: str) -> KnownBody:
    """A body with its names made plain; the name of its unit at their end means nothing."""
    unit = plain_name(unit_name)
    bare = {_without(plain_name(name), unit) for name in names}
    if kind == _FRONT[0]:
        bare.add(_FRONT[1])
    return KnownBody(body_id, kind, tuple(sorted(bare - {""}, key=len, reverse=True)))


def _without(name: str, unit: str) -> str:
    for tail in (unit, unit.removeprefix("thanh pho ")):
        if name.endswith(f" {tail}"):
            return name.removesuffix(f" {tail}").strip()
    return name


def proposed_partners(words: Iterable[str], bodies: Iterable[KnownBody]) -> tuple[int, ...]:
    """The bodies that the words name, in the order given."""
    texts = [f" {plain_name(text)} " for text in words]
    partners = (body for body in bodies if body.kind != _REPORTED_TO)
    return tuple(body.body_id for body in partners if any(_is_named(body, text) for text in texts))


def _is_named(body: KnownBody, text: str) -> bool:
    for name in body.names:
        for found in re.finditer(rf" {re.escape(name)} ", text):
            is_another = _OTHERS.match(text[found.end() :]) or text[: found.start()].endswith(_OF_A_VILLAGE)
            if not is_another:
                return True
    return False
