"""Clean-ups themselves: the list behind every number, one with its corrections, what the form starts with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from danban.accounts.queries import titles_of
from danban.audit.queries import list_entries_about
from danban.culture import rules
from danban.culture.models import CleanUp
from danban.culture.queries.ground import Ground, area, ground_for
from danban.culture.states import Slot
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.units import queries as units
from danban.units.models import Placement

ROWS_A_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """Which clean-ups: of a unit (``is_alone``: without those below it), of a year, of days, of a slot.

    ``words`` search the names of units; ``is_withdrawn`` lists those that count no more.
    """

    place: int | None = None
    is_alone: bool = False
    year: int | None = None
    first: date | None = None
    last: date | None = None
    slot: str = ""
    words: str = ""
    is_withdrawn: bool = False
    page: int = 1


@dataclass(frozen=True)
class CleanUpList:
    """One page of a list, the latest first."""

    ground: Ground
    wanted: Wanted
    above: tuple[Placement, ...]
    page: Page[CleanUp]


@dataclass(frozen=True)
class CleanUpPage:
    """One clean-up, by which office it was logged, what it put right and what put it right, what may be done now."""

    clean_up: CleanUp
    title: str
    corrects: CleanUp | None
    correction: CleanUp | None
    reason: str
    verbs: frozenset[str]


@dataclass(frozen=True)
class LogPage:
    """What the form to log starts with: the unit, and the slots of the past week not logged yet, latest first."""

    place: Placement
    is_own: bool
    open_slots: tuple[tuple[date, str], ...]


def list_clean_ups(actor: Actor, wanted: Wanted, *, today: date) -> CleanUpList:
    """One page of the clean-ups asked for. Constant queries; raises as ``ground_for`` does."""
    ground = ground_for(actor, today=today, place_id=wanted.place, year=wanted.year)
    above = [one for one in units.ancestors_of(ground.place) if one.path.startswith(ground.own.path)]
    page = Paginator(_found(ground, wanted), ROWS_A_PAGE).get_page(wanted.page)
    return CleanUpList(ground, wanted, tuple(above), page)


def rows_to_export(actor: Actor, wanted: Wanted, *, today: date) -> tuple[Ground, Iterator[CleanUp]]:
    """All of the same list, one after the other; two queries."""
    ground = ground_for(actor, today=today, place_id=wanted.place, year=wanted.year)
    return ground, _found(ground, wanted).iterator(chunk_size=2_000)


def _found(ground: Ground, wanted: Wanted) -> QuerySet[CleanUp]:
    first, last = max(wanted.first or date.min, ground.days.start), min(wanted.last or date.max, ground.days.end)
    found = CleanUp.objects.filter(withdrawn_at__isnull=not wanted.is_withdrawn, held_on__gte=first, held_on__lte=last)
    found = found.filter(placement=ground.place) if wanted.is_alone else found.filter(area(ground.place))
    if wanted.slot in Slot.values:
        found = found.filter(slot=wanted.slot)
    if wanted.words:
        found = found.filter(has_every_word(wanted.words, of="placement__"))
    return found.select_related("placement__parent").order_by("-held_on", "placement__path", "slot", "pk")


def clean_up_for(actor: Actor, pk: int) -> CleanUp:
    """A clean-up of the actor's area; raises ``NotFound``."""
    related = ("placement__tree", "placement__parent", "corrects", "correction")
    clean_up = CleanUp.objects.visible_to(actor).select_related(*related).filter(pk=pk).first()
    if clean_up is None:
        raise NotFound("Không tìm thấy buổi tổng vệ sinh này trong phạm vi của bạn.")
    return clean_up


def clean_up_page(actor: Actor, pk: int, *, at: datetime) -> CleanUpPage:
    """Everything the page of a clean-up shows; raises ``NotFound``."""
    clean_up = clean_up_for(actor, pk)
    withdrawn = [e for e in list_entries_about("clean_up", pk) if e.event == "clean_up.withdrawn"]
    may_change = is_allowed(rules.check_can_correct, actor, clean_up, at=at)
    return CleanUpPage(
        clean_up=clean_up,
        title=titles_of([clean_up.appointment_id]).get(clean_up.appointment_id, "") if clean_up.appointment_id else "",
        corrects=clean_up.corrects,
        correction=getattr(clean_up, "correction", None),
        reason=str(withdrawn[0].changes.get("reason", "")) if withdrawn else "",
        verbs=frozenset({"correct", "withdraw"} if may_change else ()),
    )


def clean_up_to_correct(actor: Actor, pk: int, *, at: datetime) -> CleanUp:
    """A clean-up the actor may put right or withdraw now; raises any refusal."""
    clean_up = clean_up_for(actor, pk)
    rules.check_can_correct(actor, clean_up, at=at)
    return clean_up


def log_page(actor: Actor, *, at: datetime, place_id: int | None = None) -> LogPage:
    """What the form to log for a unit (the own one by default) starts with; raises any refusal of logging."""
    today = clock.day_of(at)
    own = units.area_of(actor, units.tree_in_force(today).pk)
    place = units.placement_for(actor, place_id) if place_id else own
    rules.check_can_log(actor, place, at=at)
    return LogPage(place, place.pk == own.pk, tuple(open_slots(place, today)))


def open_slots(place: Placement, today: date) -> list[tuple[date, str]]:
    """The last Friday afternoon and Saturday morning that have come and are not logged, the latest first."""
    days = [today - timedelta(days=back) for back in range(7)]
    wanted = [
        (day, slot)
        for day in days
        for slot, weekday in ((Slot.FRIDAY, 4), (Slot.SATURDAY, 5))
        if day.weekday() == weekday
    ]
    logged = CleanUp.objects.standing().filter(placement=place, held_on__in=[day for day, _ in wanted])
    there = set(logged.order_by("pk").values_list("held_on", "slot"))
    return [(day, str(slot)) for day, slot in wanted if (day, str(slot)) not in there]
