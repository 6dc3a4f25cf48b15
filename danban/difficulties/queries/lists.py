"""Lists of difficulties: what lies with us, what we asked, what was asked anywhere in our area."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from danban.campaigns.models import ObligationKind
from danban.difficulties import rules
from danban.difficulties.models import Difficulty
from danban.difficulties.queries.years import Ground, ground_for, place_in
from danban.difficulties.states import DifficultyStatus
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.search import has_every_word
from danban.units.models import Placement

ROWS_A_PAGE = 30
Side = Literal["held", "asked", "area"]

STATES: Mapping[str, Callable[[date], Q]] = {
    "late": rules.is_late,
    "urgent": lambda _: rules.IS_WAITING & Q(is_urgent=True),
    "waiting": lambda _: rules.IS_WAITING,
    "answered": lambda _: Q(status=DifficultyStatus.ANSWERED),
    "closed": lambda _: Q(status=DifficultyStatus.CLOSED),
    "replied_late": lambda _: rules.WAS_LATE,
}
"""What a list can be narrowed to; "waiting" holds the late and the urgent ones; "replied_late" those closed since."""


@dataclass(frozen=True)
class Wanted:
    """What to list. ``side`` "" is the one that asks for a deed; ``place`` is a placement id of the area.

    ``is_alone``: of that unit itself, without those below it. ``kind`` is the code of what is owed, ``NO_KIND``
    for difficulties that name nothing, "" for all.
    """

    side: Side | Literal[""] = ""
    state: str = ""
    words: str = ""
    place: int | None = None
    is_alone: bool = False
    kind: str = ""
    page: int = 1
    campaign_id: int | None = None


NO_KIND = "-"


@dataclass(frozen=True)
class DifficultyList:
    """One page of one side; ``counts`` of its states and of every side of the office, before narrowing by state.

    ``place`` is the unit looked at on the side "area"; ``kind_names`` name what rows are about.
    """

    ground: Ground
    wanted: Wanted
    side: Side
    place: Placement
    counts: dict[str, int]
    sides: dict[Side, int]
    page: Page[Difficulty]
    kind_names: dict[str, str]
    may_ask: bool


def list_difficulties(actor: Actor, wanted: Wanted, *, today: date) -> DifficultyList | None:
    """One page of difficulties; None where the office has no year. Constant queries.

    Raises ``NotFound`` for a year or unit outside the office's area.
    """
    ground = ground_for(actor, wanted.campaign_id)
    if ground is None:
        return None
    seen = Difficulty.objects.visible_to(actor).filter(campaign=ground.campaign)
    sides = _count_sides(seen, ground.place, actor)
    side = wanted.side if wanted.side in sides else next(iter(sides))
    place = place_in(actor, ground, wanted.place) if side == "area" else ground.place
    found = _narrow(seen.filter(_of_side(side, place, is_alone=wanted.is_alone)), wanted)
    counted = found.aggregate(**{name: Count("pk", filter=asked(today)) for name, asked in STATES.items()})
    if wanted.state in STATES:
        found = found.filter(STATES[wanted.state](today))
    return DifficultyList(
        ground=ground,
        wanted=wanted,
        side=side,
        place=place,
        counts=counted,
        sides=sides,
        page=_page(found, side, wanted.page, today),
        kind_names=kind_names(ground.campaign.pk),
        may_ask=actor.may("difficulty:ask") and ground.is_running,
    )


def kind_names(campaign_id: int) -> dict[str, str]:
    """What the things owed in a year are called in short, by code; levels share a code and the short name."""
    kinds = ObligationKind.objects.filter(campaign_id=campaign_id).order_by("-level__depth", "-position", "-pk")
    return dict(kinds.values_list("code", "short"))


def _count_sides(seen: QuerySet[Difficulty], place: Placement, actor: Actor) -> dict[Side, int]:
    """The sides an office has, each with how many wait there for this office; the first is shown first."""
    counted = seen.aggregate(
        held=Count("pk", filter=rules.IS_WAITING & Q(holder=place)),
        asked=Count("pk", filter=Q(placement=place, status=DifficultyStatus.ANSWERED)),
        area=Count("pk", filter=rules.IS_WAITING),
    )
    sides: dict[Side, int] = {}
    if actor.may("difficulty:answer"):
        sides["held"] = counted["held"]
    if actor.may("difficulty:ask"):
        sides["asked"] = counted["asked"]
    if place.children.exists():
        sides["area"] = counted["area"]
    return sides or {"area": counted["area"]}


def _of_side(side: Side, place: Placement, *, is_alone: bool) -> Q:
    if side == "held":
        return Q(holder=place)
    if side == "asked" or is_alone:
        return Q(placement=place)
    low, high = paths.bounds(place.path)
    return Q(placement__path__gte=low, placement__path__lt=high)


def _narrow(found: QuerySet[Difficulty], wanted: Wanted) -> QuerySet[Difficulty]:
    found = found.filter(has_every_word(wanted.words))
    if wanted.kind:
        found = found.filter(obligation_kind="" if wanted.kind == NO_KIND else wanted.kind)
    return found


def _page(found: QuerySet[Difficulty], side: Side, number: int, today: date) -> Page[Difficulty]:
    """Late first, then urgent, then by the day of the answer; for the asker what was answered comes first."""
    answered = Q(status=DifficultyStatus.ANSWERED)
    order = [answered, rules.IS_WAITING] if side == "asked" else []
    order += [rules.is_late(today), rules.IS_WAITING & Q(is_urgent=True), rules.IS_WAITING, answered]
    cases = [When(asked, then=Value(rank)) for rank, asked in enumerate(order)]
    rank = Case(*cases, default=Value(len(order)), output_field=IntegerField())
    related = found.select_related("placement__parent", "holder")
    return Paginator(related.order_by(rank, "answer_due_on", "-asked_at", "pk"), ROWS_A_PAGE).get_page(number)
