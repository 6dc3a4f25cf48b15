"""The register of official numbers: which body gave which number to which paper, on which day."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from danban.documents import rules
from danban.documents.models import Counter, RegisterEntry
from danban.kit.actor import Actor
from danban.kit.search import has_every_word
from danban.units.models import Placement

ROWS_A_PAGE = 30


@dataclass(frozen=True)
class RegisterFilter:
    """What a register is narrowed to: one body, the bodies of one unit, a series, a year, words of a paper."""

    body_id: int | None = None
    unit_id: int | None = None
    series: str = ""
    year: int | None = None
    text: str = ""


@dataclass(frozen=True)
class RegisterRow:
    """One number as the register shows it."""

    entry_id: int
    symbol: str
    number: int
    issued_on: date
    subject: str
    series: str
    series_name: str
    body_id: int
    body_name: str


@dataclass(frozen=True)
class RegisterPage:
    """One page of the register, the latest number first, with what it can be narrowed to.

    ``years`` and ``bodies`` are those of the actor's area that gave numbers; bodies only of one unit at a time.
    """

    rows: list[RegisterRow]
    page: Page[RegisterEntry]
    series: list[tuple[str, str]]
    years: list[int]
    bodies: list[tuple[int, str]]


def register_page(actor: Actor, wanted: RegisterFilter, *, number: int) -> RegisterPage:
    """Numbers given in the actor's area, ``ROWS_A_PAGE`` a page, in a constant number of queries.

    What lies outside the area is not there: a body or a unit of elsewhere gives an empty page.
    """
    seen = _seen_by(actor)
    found = _narrow(seen, wanted)
    names = {series.code: series.name for series in rules.known_series()}
    page = Paginator(found.select_related("counter__body"), ROWS_A_PAGE).get_page(number)
    return RegisterPage(
        rows=[_row(entry, names) for entry in page],
        page=page,
        series=list(names.items()),
        years=list(seen.order_by("-counter__year").values_list("counter__year", flat=True).distinct()),
        bodies=_bodies(seen, actor, wanted),
    )


def last_entry_of(counter: Counter) -> RegisterEntry | None:
    """The latest number of a counter, None before the first."""
    return counter.entries.order_by("-number").first()


def _seen_by(actor: Actor) -> QuerySet[RegisterEntry]:
    return RegisterEntry.objects.filter(counter__body__unit__in=Placement.objects.visible_to(actor).values("unit"))


def _narrow(found: QuerySet[RegisterEntry], wanted: RegisterFilter) -> QuerySet[RegisterEntry]:
    if wanted.body_id is not None:
        found = found.filter(counter__body_id=wanted.body_id)
    if wanted.unit_id is not None:
        found = found.filter(counter__body__unit_id=wanted.unit_id)
    if wanted.series:
        found = found.filter(counter__series=wanted.series)
    if wanted.year is not None:
        found = found.filter(counter__year=wanted.year)
    return found.filter(has_every_word(wanted.text)).order_by("-issued_on", "-number", "-pk")


def _bodies(seen: QuerySet[RegisterEntry], actor: Actor, wanted: RegisterFilter) -> list[tuple[int, str]]:
    """The bodies of one unit that gave numbers: of the unit asked for, else of the actor's own."""
    of_unit = seen.filter(counter__body__unit_id=wanted.unit_id or actor.unit_id)
    return list(
        of_unit.order_by("counter__body__name", "counter__body_id")
        .values_list("counter__body_id", "counter__body__name")
        .distinct()
    )


def _row(entry: RegisterEntry, names: dict[str, str]) -> RegisterRow:
    counter = entry.counter
    return RegisterRow(
        entry_id=entry.pk,
        symbol=entry.symbol,
        number=entry.number,
        issued_on=entry.issued_on,
        subject=entry.subject,
        series=counter.series,
        series_name=names.get(counter.series, counter.series),
        body_id=counter.body_id,
        body_name=counter.body.name,
    )
