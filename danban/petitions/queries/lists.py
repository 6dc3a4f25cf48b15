"""Lists of petitions: what waits for us to sort, to answer, to confirm; everything of an area. 50,000 in one city."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet
from django.db.models.expressions import OrderBy

from danban.kit.actor import Actor
from danban.kit.search import has_every_word
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries.ground import Ground, ground_for, place_in
from danban.petitions.states import PetitionStatus
from danban.units.models import Placement

Side = Literal["sorting", "answering", "confirming", "area"]
ROWS_A_PAGE = 30

_ANY_DAY = {
    "open": rules.IS_OPEN,
    "sorting": rules.IS_SORTING,
    "waiting": rules.IS_ANSWERING,
    "paused": rules.IS_PAUSED,
    "answered": rules.IS_ANSWERED,
    "confirmed": Q(status=PetitionStatus.CONFIRMED),
    "unread": rules.IS_ANSWERED & Q(read_back_at__isnull=True),
    "disputed": rules.IS_ANSWERING & Q(answers__disputed_at__isnull=False),
    "carried": rules.IS_OPEN & Q(carried__gt=0),
    "turned_away": Q(status=PetitionStatus.TURNED_AWAY),
    "complaint": rules.IS_SORTING & Q(is_complaint=True),
}
_BY_DAY: dict[str, Callable[[date], Q]] = {
    "late": rules.is_late,
    "soon": rules.is_due_soon,
    "unacknowledged": rules.is_unacknowledged,
}
STATES = (*_ANY_DAY, *_BY_DAY)
"""The states a list can be narrowed to."""


@dataclass(frozen=True)
class Wanted:
    """What of the petitions is asked for; "" and None ask for everything of a kind."""

    side: Side | Literal[""] = ""
    state: str = ""
    words: str = ""
    place: int | None = None
    field: str = ""
    body: int | None = None
    conference: int | None = None
    page: int = 1
    campaign_id: int | None = None


@dataclass(frozen=True)
class PetitionList:
    """One page of one side, with counts of the states of that side before narrowing, and of every side."""

    ground: Ground
    wanted: Wanted
    side: Side
    place: Placement
    counts: dict[str, int]
    sides: dict[Side, int]
    page: Page[Any]
    may_record: bool

    @property
    def total(self) -> int:
        """How many there are in any state."""
        return self.counts["total"]


def list_petitions(actor: Actor, wanted: Wanted, *, today: date, at: datetime) -> PetitionList | None:
    """One page; None where the office has no year. Constant queries. Raises ``NotFound`` or ``NotYours``."""
    rules.check_can_list(actor, at=at)
    ground = ground_for(actor, wanted.campaign_id)
    if ground is None:
        return None
    seen = Petition.objects.visible_to(actor).filter(book=ground.campaign)
    sides = _count_sides(seen, ground.place, actor)
    side = wanted.side if wanted.side in sides else next(iter(sides))
    place = place_in(actor, ground, wanted.place) if side == "area" else ground.place
    found = _narrow(seen.filter(_of_side(side, ground.place, actor)), wanted, place)
    shown = ("open", "sorting", "waiting", "late", "soon", "answered", "unread", "carried", "turned_away")
    counted = found.aggregate(
        total=Count("pk", filter=rules.COUNTS), **{name: Count("pk", filter=in_state(name, today)) for name in shown}
    )
    narrowed = found.filter(in_state(wanted.state, today)) if wanted.state in STATES else found.filter(rules.COUNTS)
    return PetitionList(
        ground, wanted, side, place, counted, sides, _page(narrowed, side, wanted.page, counted, wanted.state),
        may_record=actor.may("petition:record") and ground.is_running,
    )  # fmt: skip


def in_state(state: str, today: date) -> Q:
    """Petitions in one of the states on a day."""
    return _BY_DAY[state](today) if state in _BY_DAY else _ANY_DAY[state]


def answering_for(actor: Actor) -> Q:
    """Petitions that wait for an answer of the actor's body, or of any body of a unit it answers for."""
    ours = Q(body_id=actor.body_id) if actor.body_id else Q(pk__in=[])
    if actor.may("petition:answer_for_unit"):
        ours |= Q(body__unit_id=actor.unit_id)
    return rules.IS_ANSWERING & ours


def _of_side(side: Side, place: Placement, actor: Actor) -> Q:
    if side == "sorting":
        return rules.IS_SORTING & Q(holder=place)
    if side == "answering":
        return answering_for(actor)
    if side == "confirming":
        return rules.IS_ANSWERED & Q(seat=place) | Q(status=PetitionStatus.ANSWERED, holder=place, seat=place)
    return Q()


def _count_sides(seen: QuerySet[Petition], place: Placement, actor: Actor) -> dict[Side, int]:
    """The sides an office has, the most pressing first, each with how many wait there."""
    waits = {
        "sorting": rules.IS_SORTING & Q(holder=place),
        "answering": answering_for(actor),
        "confirming": Q(status=PetitionStatus.ANSWERED, seat=place),
        "area": rules.IS_OPEN,
    }
    counted = seen.aggregate(**{name: Count("pk", filter=which) for name, which in waits.items()})
    sides: dict[Side, int] = {}
    if actor.may("petition:sort"):
        sides["sorting"] = counted["sorting"]
    if actor.may("petition:answer"):
        sides["answering"] = counted["answering"]
    if actor.may("petition:confirm") and not actor.may("petition:sort"):
        sides["confirming"] = counted["confirming"]
    if actor.may("petition:see"):
        sides["area"] = counted["area"]
    return sides or {"area": counted["area"]}


def _narrow(found: QuerySet[Petition], wanted: Wanted, place: Placement) -> QuerySet[Petition]:
    if wanted.place is not None and place.depth:
        found = found.filter(**{f"at_{place.depth}": place.pk})
    if wanted.words:
        code = wanted.words.strip().upper().removeprefix("KN-")
        by_code = Q(pk=int(code)) if code.isdigit() and len(code) < 12 else Q(pk__in=[])
        found = found.filter(by_code | has_every_word(wanted.words))
    for column, value in (("field", wanted.field), ("body", wanted.body), ("conference", wanted.conference)):
        if value:
            found = found.filter(**{column: "" if value == "-" else value})
    return found


def _page(found: QuerySet[Petition], side: Side, number: int, counts: dict[str, int], state: str) -> Page[Any]:
    """What is due first stands first; what waits to be sorted by age. The count is known already."""
    order: tuple[str | OrderBy, ...] = (F("answer_due_on").asc(nulls_first=True), "recorded_at", "pk")
    if side == "sorting":
        order = ("recorded_at", "pk")
    elif side == "area" and state not in ("late", "soon", "waiting"):
        order = ("-pk",)
    ids = found.order_by(*order).values_list("pk", flat=True)
    pages = Paginator(ids.distinct() if state == "disputed" else ids, ROWS_A_PAGE)
    known = counts.get(state or "total")
    if known is not None:
        pages.__dict__["count"] = known  # a cached property: counted already with the states
    page: Page[Any] = pages.get_page(number)
    related = Petition.objects.select_related("seat__parent", "holder", "body", "group")
    rows = related.in_bulk(list(page.object_list))
    page.object_list = [rows[pk] for pk in page.object_list]
    return page
