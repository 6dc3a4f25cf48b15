"""Find the likes of one petition among candidates, and group a whole set without comparing all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from danban.petitionreader.compare import compare
from danban.petitionreader.places import SPEAKERS
from danban.petitionreader.reading import Entry, Likeness, Reading, Verdict


def likes(
    reading: Reading, candidates: Iterable[Entry], *, village: int, commune: int, limit: int = 8
) -> list[tuple[int, Likeness]]:
    """The candidates that are the same or alike, best first, at most ``limit``."""
    found = []
    for one in candidates:
        alike = compare(reading, one.reading, same_village=one.village == village, same_commune=one.commune == commune)
        if alike.verdict is not Verdict.DIFFERENT:
            found.append((one.id, alike))
    found.sort(key=lambda pair: (pair[1].verdict is not Verdict.SAME, -pair[1].score, pair[0]))
    return found[:limit]


def group(entries: Iterable[Entry]) -> list[list[int]]:
    """Ids of petitions that ask the same, in groups of two and more, each petition in one group at most.

    Only SAME joins, and only where no member is DIFFERENT from the newcomer: no chain brings strangers together.
    """
    known = {one.id: one for one in entries}
    member_of: dict[int, list[Entry]] = {}
    for block in _blocks(known.values()):
        for at, one in enumerate(block):
            for other in block[:at]:
                if member_of.get(one.id) is not None and member_of.get(one.id) is member_of.get(other.id):
                    continue
                if _compare(one, other).verdict is Verdict.SAME:
                    _join(member_of, one, other)
    groups = {id(members): members for members in member_of.values()}
    return sorted(sorted(one.id for one in members) for members in groups.values())


def _join(member_of: dict[int, list[Entry]], one: Entry, other: Entry) -> None:
    ours, theirs = member_of.get(one.id, [one]), member_of.get(other.id, [other])
    if any(_compare(a, b).verdict is Verdict.DIFFERENT for a in ours for b in theirs):
        return
    together = [*theirs, *ours]
    for member in together:
        member_of[member.id] = together


def _compare(one: Entry, other: Entry) -> Likeness:
    return compare(
        one.reading, other.reading, same_village=one.village == other.village, same_commune=one.commune == other.commune
    )


def _blocks(entries: Iterable[Entry]) -> Iterable[list[Entry]]:
    """Entries that may be the same: of one commune (or one known street), one subject, one place or one village."""
    blocks: dict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for one in entries:
        places = [place for place in one.reading.places if place.kind not in SPEAKERS]
        for key in one.reading.keys[:2]:
            for place in places:
                blocks[one.commune, key, place.kind, place.number or place.name].append(one)
            if not places:
                blocks["village", one.village, key].append(one)
        for wide in one.reading.wide_keys:
            blocks["wide", wide].append(one)
    for block in sorted(blocks, key=str):
        if len(blocks[block]) > 1:
            yield blocks[block]
