"""The register of official numbers: which body gave which number to which paper, on which day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

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
    """One number as the register shows it; without ``document_id`` for a number whose paper is not kept here.

    ``status`` is the paper's, ``recipients`` how many places it was sent to, ``is_signed`` whether the signed file
    is kept.
    """

    entry_id: int
    symbol: str
    number: int
    issued_on: date
    subject: str
    series: str
    series_name: str
    body_id: int
    body_name: str
    unit_id: int
    document_id: int | None
    status: str
    signers: tuple[str, ...]
    recipients: int
    is_signed: bool


@dataclass(frozen=True)
class RegisterPage:
    """One page of the register, the latest number first, with what it can be narrowed to.

    ``years`` and ``bodies`` are those of the actor's area that gave numbers; bodies only of one unit at a time.
    ``unit_name`` names the unit asked for, "" where none was or it lies outside the area.
    """

    rows: list[RegisterRow]
    page: Page[RegisterEntry]
    series: list[tuple[str, str]]
    years: list[int]
    bodies: list[tuple[int, str]]
    unit_name: str


def register_page(actor: Actor, wanted: RegisterFilter, *, number: int) -> RegisterPage:
    """Numbers given in the actor's area, ``ROWS_A_PAGE`` a page, in a constant number of queries.

    What lies outside the area is not there: a body or a unit of elsewhere gives an empty page.
    """
    seen = _seen_by(actor)
    names = _series_names()
    page = Paginator(_narrow(seen, wanted), ROWS_A_PAGE).get_page(number)
    return RegisterPage(
        rows=[_row(entry, names) for entry in page],
        page=page,
        series=list(names.items()),
        years=list(seen.order_by("-counter__year").values_list("counter__year", flat=True).distinct()),
        bodies=_bodies(seen, actor, wanted),
        unit_name=_name_of(actor, wanted.unit_id) if wanted.unit_id else "",
    )


def list_numbers(actor: Actor, wanted: RegisterFilter) -> list[RegisterRow]:
    """Every number of the actor's area that fits, the latest first, in one query."""
    names = _series_names()
    return [_row(entry, names) for entry in _narrow(_seen_by(actor), wanted)]


def last_entry_of(counter: Counter) -> RegisterEntry | None:
    """The latest number of a counter, None before the first."""
    return counter.entries.order_by("-number").first()


def next_symbol(body_id: int, series: str, pattern: str, *, year: int) -> str:
    """The number the next paper of a series would bear if it were issued in a year; taken by nobody yet."""
    last = Counter.objects.filter(body_id=body_id, series=series, year=year).values_list("last", flat=True).first()
    return rules.symbol_of(pattern, number=(last or 0) + 1, year=year)


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
    found = found.filter(has_every_word(wanted.text)).select_related("counter__body", "document")
    found = found.prefetch_related("document__signatures").annotate(recipients=Count("document__deliveries"))
    return found.order_by("-issued_on", "-number", "-pk")


def _name_of(actor: Actor, unit_id: int) -> str:
    places = Placement.objects.visible_to(actor).filter(unit_id=unit_id)
    return places.order_by("-tree__starts_on", "-pk").values_list("name", flat=True).first() or ""


def _series_names() -> dict[str, str]:
    return {series.code: series.name for series in rules.known_series()}


def _bodies(seen: QuerySet[RegisterEntry], actor: Actor, wanted: RegisterFilter) -> list[tuple[int, str]]:
    """The bodies of one unit that gave numbers: of the unit asked for, else of the actor's own."""
    of_unit = seen.filter(counter__body__unit_id=wanted.unit_id or actor.unit_id or 0)
    return list(
        of_unit.order_by("counter__body__name", "counter__body_id")
        .values_list("counter__body_id", "counter__body__name")
        .distinct()
    )


def _row(entry: Any, names: dict[str, str]) -> RegisterRow:
    """``entry`` with ``recipients``, its paper and who signed it."""
    counter = entry.counter
    document = getattr(entry, "document", None)
    signatures = sorted(document.signatures.all(), key=lambda one: one.position) if document else []
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
        unit_id=counter.body.unit_id,
        document_id=document.pk if document else None,
        status=document.status if document else "",
        signers=tuple(one.name for one in signatures),
        recipients=entry.recipients,
        is_signed=bool(document and document.signed_file_id),
    )
