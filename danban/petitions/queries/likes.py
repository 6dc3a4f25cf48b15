"""The likes of a petition: the same request in other words, in the village, its neighbours, last year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from danban import petitionreader
from danban.kit.actor import Actor
from danban.petitionreader import Entry, Likeness, Reading, Verdict
from danban.petitions import rules
from danban.petitions.models import Petition, PetitionKey
from danban.petitions.states import PetitionStatus
from danban.units.models import Placement

EVERYWHERE = 0
_MOST_CANDIDATES = 400
_KEY_LENGTH = 80


@dataclass(frozen=True)
class Like:
    """A petition like another, how alike, and whether it was said in the same village."""

    petition: Petition
    likeness: Likeness
    is_same_village: bool

    @property
    def is_same(self) -> bool:
        """Whether it may be grouped with it."""
        return self.likeness.verdict is Verdict.SAME


def areas_and_keys(reading: Reading, commune: int) -> list[tuple[int, str]]:
    """The keys of a reading with the area each holds in: the commune's unit id, or 0 for the whole city."""
    local = [(commune, key[:_KEY_LENGTH]) for key in reading.keys]
    return list(dict.fromkeys([*local, *((EVERYWHERE, key[:_KEY_LENGTH]) for key in reading.wide_keys)]))


def likes_of(
    actor: Actor, text: str, seat: Placement, *, leaving_out: Sequence[int] = (), limit: int = 6
) -> list[Like]:
    """The likes of a text said in a unit, best first: of its commune, and those that name the same street or lake.

    Only what the actor sees. Two queries, whatever the size of the city; ``seat`` has its parent and level.
    """
    reading = petitionreader.read(text)
    commune = rules.desk_of(seat).unit_id
    wanted = Q(pk__in=[])
    for area, key in areas_and_keys(reading, commune):
        wanted |= Q(area=area, key=key)
    ids = PetitionKey.objects.filter(wanted).exclude(petition__in=list(leaving_out)).values_list("petition", flat=True)
    near = sorted(set(ids[:_MOST_CANDIDATES]))
    seen = Petition.objects.visible_to(actor).filter(pk__in=near)
    seen = seen.exclude(status__in=(PetitionStatus.MERGED, PetitionStatus.SPLIT, PetitionStatus.TURNED_AWAY))
    found = {
        one.pk: one
        for one in seen.select_related("seat__parent", "seat__level", "group", "campaign").defer("campaign__plan_text")
    }
    entries = [
        Entry(one.pk, one.seat.unit_id, rules.desk_of(one.seat).unit_id, petitionreader.read(one.text))
        for one in found.values()
    ]
    ranked = petitionreader.likes(reading, entries, village=seat.unit_id, commune=commune, limit=limit)
    return [Like(found[pk], alike, found[pk].seat.unit_id == seat.unit_id) for pk, alike in ranked]
