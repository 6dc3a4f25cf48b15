"""The library of the demonstration: legal bases, outlines with their versions, villages that presented them.

The outlines are our own words; what is not certain of a legal basis stands in its note.
"""

import json
import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib import resources
from typing import Any

from django.db.models import Q

from danban.accounts.models import Appointment
from danban.accounts.queries import actor_for
from danban.kit import clock
from danban.kit.actor import Actor, machine
from danban.library import actions
from danban.library.actions import PresentationRow, ReferenceRow
from danban.library.models import OutlineVersion
from danban.library.rules import OutlineHeading, PresentationSheet, ReferenceSheet, Words
from danban.library.states import Area, VersionStatus
from danban.units.models import Level, Placement, Tree

_KEEPER = machine("demo", "reference:enter", "outline:present")
_DAYS = ("issued_on", "in_force_from")
_CONFERENCE, _LOUDSPEAKER = "Hội nghị đại biểu Nhân dân", "Đọc trên loa truyền thanh"


def fill_library(tree: Tree, *, launched_on: date, today: date) -> int:
    """References, outlines and presentations as of ``today``; returns how many presentations there are."""
    at = clock.moment(today)
    actions.load_references(reference_rows(today), actor=_KEEPER, at=at)
    write_outlines(tree, launched_on=launched_on, today=today)
    return actions.load_presentations(tree.pk, simulate_presentations(tree, today=today), actor=_KEEPER, at=at)


def reference_rows(today: date) -> list[ReferenceRow]:
    """What was issued by a day; what replaces it only where that too was issued by then."""
    rows = []
    known = [row for row in map(_with_days, _read("references.json")) if _known_from(row) <= today]
    symbols = {row["symbol"] for row in known}
    for row in known:
        replaced_by = row.pop("replaced_by", "")
        rows.append(ReferenceRow(ReferenceSheet(**row), replaced_by if replaced_by in symbols else ""))
    return rows


def _with_days(row: dict[str, Any]) -> dict[str, Any]:
    return row | {name: date.fromisoformat(row[name]) for name in _DAYS if name in row}


def _known_from(row: dict[str, Any]) -> date:
    known: date = row.get("issued_on") or row["in_force_from"]
    return known


def write_outlines(tree: Tree, *, launched_on: date, today: date) -> None:
    """Every outline by the office that keeps it, each version some days after the launch, as far as today."""
    offices = {
        role: actor_for(held)
        for role in ("movement_board", "department_officer")
        if (held := Appointment.objects.filter(role=role).order_by("pk").first())
    }
    levels = dict(Level.objects.filter(scheme=tree.scheme_id).order_by("pk").values_list("code", "pk"))
    for told in _read("outlines.json"):
        heading = OutlineHeading(told["title"], told["field"], levels.get(told["level"]), told["area"])
        if told["by"] in offices and (not told["level"] or told["level"] in levels):
            _write(heading, told["versions"], offices[told["by"]], launched_on=launched_on, today=today)


def _write(
    heading: OutlineHeading, versions: list[dict[str, Any]], keeper: Actor, *, launched_on: date, today: date
) -> None:
    outline_id = 0
    for told in versions:
        at = clock.moment(launched_on + timedelta(days=told["after"]), 16)
        if clock.day_of(at) > today:
            return
        words = Words(told["text"], told["minutes"], told["note"])
        version = _begin(outline_id, heading, words, keeper, at)
        outline_id = version.outline_id
        if not told["is_draft"]:
            actions.publish_version(version.pk, actor=keeper, at=at + timedelta(hours=1))
        if told["withdrawn"]:
            later = min(at + timedelta(days=20), clock.moment(today))
            actions.withdraw_version(version.pk, reason=told["withdrawn"], actor=keeper, at=later)


def _begin(outline_id: int, heading: OutlineHeading, words: Words, keeper: Actor, at: datetime) -> OutlineVersion:
    if not outline_id:
        return actions.begin_outline(heading, words=words, actor=keeper, at=at)
    version = actions.begin_version(outline_id, actor=keeper, at=at)
    return actions.edit_version(version.pk, words=words, actor=keeper, at=at)


def simulate_presentations(tree: Tree, *, today: date) -> Iterator[PresentationRow]:
    """Villages and communes that presented what fits them: about one in ten of what they could, none twice."""
    published = OutlineVersion.objects.filter(status=VersionStatus.PUBLISHED).select_related("outline__level")
    versions = list(published.defer("text", "folded").order_by("pk"))
    wanted = Placement.objects.filter(Q(level__code__in=("village", "commune")), tree=tree)
    for place in wanted.select_related("level", "kind").order_by("path", "pk"):
        draw = random.Random(f"presented {place.code}")
        liking = draw.random() ** 2 / 4
        for version in versions:
            if draw.random() < liking and _fits(version, place) and (on := _day_of(version, today, draw)):
                yield PresentationRow(version.pk, _sheet(place, on, draw))


def _day_of(version: OutlineVersion, today: date, draw: random.Random) -> date | None:
    assert version.published_at is not None
    first = clock.day_of(version.published_at) + timedelta(days=2)
    return None if first > today else first + timedelta(days=draw.randrange((today - first).days + 1))


def _fits(version: OutlineVersion, place: Placement) -> bool:
    outline = version.outline
    is_level = outline.level is None or outline.level.code == place.level.code
    return is_level and outline.area in (Area.ANY, Area.URBAN if place.kind.is_urban else Area.RURAL)


def _sheet(place: Placement, on: date, draw: random.Random) -> PresentationSheet:
    if draw.random() < 0.4:
        return PresentationSheet(place.pk, on, _LOUDSPEAKER)
    return PresentationSheet(place.pk, on, _CONFERENCE, draw.randint(35, 160))


def _read(name: str) -> list[dict[str, Any]]:
    content = (resources.files("danban.demo") / "data" / name).read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = json.loads(content)
    return rows
