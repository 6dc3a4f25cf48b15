"""What the form to record is drawn from, and the likes of what is being typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.queries.ground import Ground, ground_for
from danban.petitions.queries.likes import Like, likes_of
from danban.units.models import Placement

_SHORTEST = 12


@dataclass(frozen=True)
class RecordPage:
    """The year, and where words may have been said: the own unit, of a commune its villages too (id, name)."""

    ground: Ground
    places: tuple[tuple[int, str], ...]


def record_page(actor: Actor, *, at: datetime) -> RecordPage:
    """Where the actor may record now; raises any refusal of recording."""
    ground = ground_for(actor)
    if ground is None:
        raise NotFound("Chưa có năm nào được phát hành nên chưa có sổ kiến nghị.")
    rules.check_can_record(actor, ground.campaign, ground.place, at=at)
    below = Placement.objects.filter(parent=ground.place).order_by("sort_key", "pk").values_list("pk", "name")
    own = ((ground.place.pk, ground.place.name),) if ground.place.level.code in ("village", "commune") else ()
    places = (*own, *(below if ground.place.level.code == "commune" else ()))
    if not places:
        raise NotFound("Ghi kiến nghị ở cấp xã hoặc thôn, tổ dân phố, nơi bà con nói.")
    return RecordPage(ground, places)


def likes_while_typing(actor: Actor, text: str, place: str) -> list[Like]:
    """The likes of a text not yet recorded; none for a few letters or a place the actor does not see."""
    if not actor.may("petition:record") or len(text.strip()) < _SHORTEST:
        return []
    if not (place.isascii() and place.isdigit()) or len(place) > 17:
        return []
    seat = Placement.objects.visible_to(actor).select_related("parent", "level").filter(pk=int(place)).first()
    return likes_of(actor, text, seat) if seat is not None else []
