"""Which body a petition is for, with the reason: the city's lines first, else the table that comes with the system."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from danban import petitionreader
from danban.kit.vietnamese import fold
from danban.petitions.models import Petition, RoutingRule
from danban.sittings.fields import FIELDS
from danban.units.models import Body, Placement, Scheme

_SHIPPED = Path(__file__).resolve().parents[1] / "data" / "routing.json"
_FALLBACK = "peoples_committee"


@dataclass(frozen=True)
class Route:
    """One line of the table; ``rule_id`` None where it comes with the system, ``unit_id`` None for everywhere."""

    field: str
    level_code: str
    body_kind: str
    reason: str
    unit_id: int | None = None
    words: str = ""
    rule_id: int | None = None

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """The narrower first: by words, then by unit, then the city's own before the shipped."""
        return (bool(self.words), self.unit_id is not None, self.rule_id is not None)


@dataclass(frozen=True)
class Proposal:
    """What is proposed for one petition: a field with the words it was read from, a body with the reason."""

    field: str
    words: tuple[str, ...]
    body: Body | None
    reason: str
    is_complaint: bool
    complaint_words: tuple[str, ...]
    kind: str

    @property
    def field_name(self) -> str:
        """The field as people call it."""
        return FIELDS.get(self.field, "")


@cache
def shipped_routes() -> tuple[Route, ...]:
    """The table that comes with the system, one general line a field."""
    lines = json.loads(_SHIPPED.read_text(encoding="utf-8"))
    return tuple(
        Route(one["field"], one["level"], one["kind"], one["reason"], None, one.get("words", "")) for one in lines
    )


def routes_of(scheme: Scheme) -> list[Route]:
    """Every line that holds in a scheme, by field, the narrower first; one query."""
    own = RoutingRule.objects.filter(scheme=scheme).select_related("body_kind").order_by("pk")
    lines = [
        Route(one.field, one.level_code, one.body_kind.code, one.reason, one.unit_id, one.words, one.pk) for one in own
    ]
    taken = {(one.field, one.words) for one in lines if one.unit_id is None}
    lines += [one for one in shipped_routes() if (one.field, one.words) not in taken]
    order = list(FIELDS)
    return sorted(lines, key=lambda one: (order.index(one.field), *(not part for part in one.rank), one.words))


def propose(petitions: Sequence[Petition], *, on: date) -> dict[int, Proposal]:
    """A proposal for each petition of one year's books, by its id; four queries whatever their number.

    A field a person has set stays; else the one read from the words.
    """
    if not petitions:
        return {}
    tree = petitions[0].book.tree_id
    scheme = Scheme.objects.get(trees=tree)
    routes = routes_of(scheme)
    above = {pk for one in petitions for pk in (one.at_1, one.at_2, one.at_3) if pk}
    places = list(Placement.objects.filter(tree_id=tree, pk__in=above).select_related("level"))
    places += list(Placement.objects.filter(tree_id=tree, path="").select_related("level"))
    bodies = Body.objects.filter(unit_id__in={one.unit_id for one in places}).standing_on(on).select_related("kind")
    by_kind = {(body.unit_id, body.kind.code): body for body in bodies.order_by("-pk")}
    by_id = {one.pk: one for one in places}
    root = next(one for one in places if one.path == "")
    found = {}
    for petition in petitions:
        line = [root, *(by_id[pk] for pk in (petition.at_1, petition.at_2, petition.at_3) if pk in by_id)]
        found[petition.pk] = _propose(petition, routes, line, by_kind, scheme.hands)
    return found


def _propose(
    petition: Petition,
    routes: Iterable[Route],
    line: Sequence[Placement],
    bodies: dict[tuple[int, str], Body],
    hands: dict[str, str],
) -> Proposal:
    reading = petitionreader.read(petition.text)
    best = reading.fields[0] if reading.fields else None
    field = petition.field or (best.code if best else "other")
    words = next((one.words for one in reading.fields if one.code == field), ())
    folded, units = fold(petition.text), {one.unit_id for one in line}
    fitting = [
        one for one in routes
        if one.field == field and one.words in folded and (one.unit_id is None or one.unit_id in units)
    ]  # fmt: skip
    body, reason = None, ""
    if fitting:
        route = max(fitting, key=lambda one: one.rank)
        level = hands.get(route.level_code, route.level_code)
        unit = next((one.unit_id for one in line if one.level.code == level), None)
        if unit is not None:
            body, reason = bodies.get((unit, route.body_kind)) or bodies.get((unit, _FALLBACK)), route.reason
    return Proposal(
        field, words, body, reason, reading.is_complaint, reading.complaint_words,
        petition.kind if petition.status != "recorded" else reading.kind,
    )  # fmt: skip
