"""One conference as everybody reads it, lists of them, halls to choose from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from danban.campaigns.rules.local_dates import Days
from danban.conferences import rules
from danban.conferences.models import Conference, Hall
from danban.conferences.queries.sent import changes_since
from danban.conferences.queries.standing import serving
from danban.conferences.queries.years import Year, year_for
from danban.conferences.states import ConferenceStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.units.models import Placement

ROWS_A_PAGE = 30


@dataclass(frozen=True)
class ConferencePage:
    """A conference, the units it is held for, the days it is owed in, what may be done with it now."""

    conference: Conference
    places: tuple[Placement, ...]
    window: Days
    warnings: tuple[str, ...]
    needs: tuple[rules.Need, ...]
    verbs: frozenset[str]


@dataclass(frozen=True)
class ConferenceList:
    """One page of the conferences of an area; ``status`` "" for all. ``changed`` since the schedule was sent up."""

    year: Year
    status: str
    words: str
    page: Page[Conference]
    may_join: bool
    day: date | None = None
    is_pilot: bool = False
    changed: frozenset[int] = frozenset()


@dataclass(frozen=True)
class HallList:
    """One page of the halls of an area."""

    year: Year
    words: str
    page: Page[Hall]
    may_keep: bool


def conference_for(actor: Actor, pk: int) -> Conference:
    """A conference of the actor's area, with its year, units and halls; raises ``NotFound``."""
    related = Conference.objects.visible_to(actor).select_related(
        "campaign__tree__scheme", "placement__parent", "placement__tree__scheme", "level", "hall", "proposed_hall",
        "proposed_by", "excused_by",
    )  # fmt: skip
    found = related.defer("campaign__plan_text").filter(pk=pk).first()
    if found is None or not actor.may("conference:see"):
        raise NotFound("Không tìm thấy hội nghị này trong phạm vi của bạn.")
    return found


def conference_page(actor: Actor, pk: int, *, at: datetime) -> ConferencePage:
    """Everything the page of a conference shows; raises ``NotFound``. Constant queries."""
    one = conference_for(actor, pk)
    served = one.places.select_related("placement").order_by("placement__path", "pk")
    places = tuple(row.placement for row in served)
    households = sum(place.households or 0 for place in places)
    return ConferencePage(
        conference=one,
        places=places,
        window=rules.window_of(one),
        warnings=tuple(filter(None, [rules.seats_warning(one.hall, households)])),
        needs=rules.needs_of(one, rules.programme_of(one, on=day_of(at))),
        verbs=frozenset(verb for verb, check in _checks(actor, one, at).items() if is_allowed(check)),
    )


def conference_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Conference:
    """A conference with which the actor may do this now; raises what the verb's rule raises."""
    one = conference_for(actor, pk)
    _checks(actor, one, at)[verb]()
    return one


def _checks(actor: Actor, one: Conference, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "propose": lambda: rules.check_can_propose(actor, one, None, at=at),
        "schedule": lambda: rules.check_can_schedule(actor, one, None, at=at),
        "unschedule": lambda: rules.check_can_unschedule(actor, one, at=at),
        "announce": lambda: rules.check_can_announce(actor, one, at=at),
        "move": lambda: rules.check_can_move(actor, one, None, reason="?", at=at),
        "postpone": lambda: rules.check_can_postpone(actor, one, reason="?", at=at),
        "record_held": lambda: rules.check_can_record_held(actor, one, None, at=at),
        "give_up": lambda: rules.check_can_give_up(actor, one, cause="?", at=at),
        "excuse": lambda: rules.check_can_excuse(actor, one, reason="?", at=at),
        "excuse_late": lambda: rules.check_can_excuse_late(actor, one, reason="?", at=at),
        "choose_pilot": lambda: rules.check_can_choose_pilot(actor, one, at=at),
    }


def list_conferences(
    actor: Actor, *, place_id: int | None = None, status: str = "", words: str = "", number: int = 1,
    day: date | None = None, is_pilot: bool = False,
) -> ConferenceList:  # fmt: skip
    """One page of an area's conferences, by day; raises ``NotFound``. Constant queries."""
    year = year_for(actor, place_id=place_id)
    found = _in_area(year).filter(has_every_word(words, of="placement__"))
    if status in ConferenceStatus.values:
        found = found.filter(status=status)
    if day is not None:
        found = found.filter(day=day)
    if is_pilot:
        found = found.filter(is_pilot=True)
    ordered = found.select_related("placement__parent", "hall").order_by("day", "session", "placement__path", "pk")
    may_join = actor.may("conference:schedule") and year.is_running
    page = Paginator(ordered, ROWS_A_PAGE).get_page(number)
    return ConferenceList(year, status, words, page, may_join, day, is_pilot, _changed(year, page))


def _changed(year: Year, page: Page[Conference]) -> frozenset[int]:
    """Those of a page that stand otherwise than in the copy their commune sent up."""
    if year.place.depth < year.deepest - 1:
        return frozenset()
    commune = year.place.parent if year.place.depth == year.deepest and year.place.parent else year.place
    changes = changes_since(year.campaign.pk, commune) or ()
    return frozenset(one.conference_id for one in changes) & {one.pk for one in page}


def joinable_conferences(actor: Actor) -> list[Conference]:
    """Villages of the actor's commune that may still meet together, by name; raises ``NotFound`` or ``NotYours``."""
    rules.check_holds_join(actor)
    year = year_for(actor)
    found = _in_area(year).filter(status__in=rules.OPEN_TO_TIMETABLE, placement__parent=year.own)
    return list(found.select_related("placement").order_by("placement__sort_key", "pk"))


def _in_area(year: Year) -> QuerySet[Conference]:
    return serving(year.campaign.pk, year.place)


def halls_for(conference: Conference) -> list[Hall]:
    """The halls a conference may take, those of its own unit first."""
    area = Placement.objects.filter(tree_id=conference.campaign.tree_id).within(rules.area_of(conference))
    halls = Hall.objects.filter(is_in_use=True, unit__in=area.values("unit_id")).order_by("name", "pk")
    return sorted(halls, key=lambda hall: hall.unit_id != conference.placement.unit_id)


def list_halls(actor: Actor, *, words: str = "", number: int = 1) -> HallList:
    """One page of the halls of the actor's area, those in use first; raises ``NotFound``."""
    year = year_for(actor)
    area = Placement.objects.filter(tree_id=year.campaign.tree_id).within(year.place.path)
    halls = Hall.objects.filter(unit__in=area.values("unit_id")).filter(has_every_word(words))
    page = Paginator(halls.select_related("unit").order_by("-is_in_use", "name", "pk"), ROWS_A_PAGE).get_page(number)
    return HallList(year, words, page, actor.may("hall:keep"))


def hall_for(actor: Actor, pk: int) -> Hall:
    """A hall the actor may keep; raises ``NotFound`` or ``NotYours``."""
    hall = Hall.objects.select_related("unit").filter(pk=pk).first()
    if hall is None:
        raise NotFound
    rules.check_can_keep_hall(actor, hall.unit_id)
    return hall


def units_with_halls(actor: Actor) -> list[tuple[int, str]]:
    """Units the actor may write a hall down for (id, name): the own one and those right below it."""
    year = year_for(actor)
    rules.check_can_keep_hall(actor, year.own.unit_id)
    below = Placement.objects.filter(parent=year.own).order_by("sort_key", "pk")
    return [(one.unit_id, one.name) for one in (year.own, *below)]


def days_of(window: Days, today: date) -> tuple[date | None, date | None]:
    """The first and last day that can still be chosen."""
    return max(window.starts_on or today, today), window.due_on
