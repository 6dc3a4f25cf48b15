"""The diary as its readers see it: sentences, offices and units instead of ids."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from danban.accounts.queries import titles_of
from danban.audit import queries as audit
from danban.audit import rules
from danban.audit.models import Entry
from danban.kit.actor import MACHINE, Actor
from danban.kit.search import has_every_word
from danban.kit.vietnamese import fold
from danban.units.models import Placement

ROWS_A_PAGE = 30
_NOBODY = "Chưa đăng nhập"
_MACHINE = "Máy chủ"


@dataclass(frozen=True)
class DiaryFilter:
    """``event`` is the code of an event, ``unit`` words of a unit's name; both may be empty."""

    event: str = ""
    unit: str = ""


@dataclass(frozen=True)
class DiaryRow:
    """One entry: when, what in words, by which office, in which unit, old → new, sealed or not."""

    pk: int
    at: datetime
    event: str
    sentence: str
    who: str
    unit_name: str
    subject: str
    subject_id: int | None
    changes: list[tuple[str, str]]
    is_sealed: bool


@dataclass(frozen=True)
class ChainState:
    """What the latest check of the chain found."""

    at: datetime
    checked: int
    broken_entry: int | None


@dataclass(frozen=True)
class DiaryPage:
    """One page of the diary, newest first, and the latest check of its chain (None: never checked)."""

    rows: list[DiaryRow]
    page: Page[Entry]
    chain: ChainState | None


def diary(actor: Actor, wanted: DiaryFilter, *, sentences: Mapping[str, str], number: int, at: datetime) -> DiaryPage:
    """Entries about units of the actor's area, ``ROWS_A_PAGE`` a page; ``sentences`` by event.

    An office at the top of a tree also reads entries about no unit. Raises ``NotYours``.
    """
    rules.check_can_see(actor, at=at)
    found = audit.list_entries(event=wanted.event, unit_ids=_units(actor, wanted.unit))
    page = Paginator(found, ROWS_A_PAGE).get_page(number)
    return DiaryPage(rows=_rows(list(page), sentences), page=page, chain=_chain())


def _units(actor: Actor, text: str) -> QuerySet[Placement, int] | None:
    if not fold(text) and "" in actor.paths.values():
        return None
    places = Placement.objects.visible_to(actor).filter(has_every_word(text))
    return places.values_list("unit_id", flat=True)


def _rows(entries: list[Entry], sentences: Mapping[str, str]) -> list[DiaryRow]:
    titles = titles_of({entry.appointment_id for entry in entries if entry.appointment_id})
    units = {entry.unit_id for entry in entries if entry.unit_id}
    names = dict(Placement.objects.filter(unit_id__in=units).order_by("pk").values_list("unit_id", "name"))
    return [
        DiaryRow(
            pk=entry.pk,
            at=entry.at,
            event=entry.event,
            sentence=sentences.get(entry.event, entry.event),
            who=_who(entry, titles),
            unit_name=names.get(entry.unit_id or 0, ""),
            subject=entry.subject,
            subject_id=entry.subject_id,
            changes=[(name, _shown(value)) for name, value in entry.changes.items()],
            is_sealed=getattr(entry, "seal", None) is not None,
        )
        for entry in entries
    ]


def _who(entry: Entry, titles: Mapping[int, str]) -> str:
    if entry.appointment_id:
        return titles.get(entry.appointment_id, f"Vị trí số {entry.appointment_id}")
    if entry.role == MACHINE:
        return _MACHINE
    return f"Tài khoản số {entry.user_id}" if entry.user_id else _NOBODY


def _shown(value: object) -> str:
    """Old → new for a pair, "—" for nothing."""
    if isinstance(value, list) and len(value) == 2:
        return f"{_shown(value[0])} → {_shown(value[1])}"
    return "—" if value is None else str(value)


def _chain() -> ChainState | None:
    entry = audit.last_verified()
    if entry is None:
        return None
    return ChainState(entry.at, int(entry.changes["checked"]), entry.changes["broken_entry"])
