"""A unit's table of petitions by field and competent body, computed from the records (IV.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from danban.campaigns.models import Campaign
from danban.kit import paths
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.states import ANSWERED, LEFT, OPEN, PetitionStatus
from danban.sittings.fields import FIELDS
from danban.units.models import Body, Placement


@dataclass(frozen=True)
class Row:
    """One field at one body; ``body_id`` None while no body has it. ``late`` are past their day today."""

    field: str
    body_id: int | None
    body: str
    total: int
    answered: int
    waiting: int
    late: int

    @property
    def field_name(self) -> str:
        """The field as people call it."""
        return FIELDS.get(self.field, "Chưa xếp lĩnh vực")


@dataclass(frozen=True)
class Synthesis:
    """The whole table of one unit, by field in the order of the list, then by body."""

    campaign: Campaign
    place: Placement
    rows: tuple[Row, ...]
    turned_away: int

    @property
    def total(self) -> int:
        """How many voices are in it."""
        return sum(one.total for one in self.rows)

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(one.answered for one in self.rows)

    @property
    def waiting(self) -> int:
        """How many wait for one."""
        return sum(one.waiting for one in self.rows)

    @property
    def late(self) -> int:
        """How many wait past their day."""
        return sum(one.late for one in self.rows)

    @property
    def body_ids(self) -> list[int]:
        """The bodies in it."""
        return sorted({one.body_id for one in self.rows if one.body_id})

    @property
    def body_names(self) -> list[str]:
        """Their names, each once."""
        return list(dict.fromkeys(one.body for one in self.rows if one.body_id))

    def to_plain(self) -> dict[str, Any]:
        """The table as it is frozen: figures and names, no words of anybody."""
        return {
            "rows": [
                {"field": one.field, "body_id": one.body_id, "body": one.body, "total": one.total,
                 "answered": one.answered, "waiting": one.waiting, "late": one.late}
                for one in self.rows
            ],
            "turned_away": self.turned_away,
        }  # fmt: skip


def synthesis_of(campaign: Campaign, place: Placement, *, today: date) -> Synthesis:
    """The table of what stands in a year's books under a unit; two queries."""
    depth = paths.depth(place.path)
    area = Q(book=campaign, **({f"at_{depth}": place.pk} if depth else {}))
    counted = Petition.objects.filter(area).values_list("field", "body_id", "status")
    told: dict[tuple[str, int | None], list[int]] = {}
    away = 0
    for field, body_id, status, count, late in counted.annotate(
        n=Count("pk"), late=Count("pk", filter=rules.is_late(today))
    ).order_by():
        if status in LEFT:
            away += count if status == PetitionStatus.TURNED_AWAY else 0
            continue
        figures = (count, count if status in ANSWERED else 0, count if status in OPEN else 0, late)
        known = told.setdefault((field, body_id), [0, 0, 0, 0])
        told[field, body_id] = [sum(pair) for pair in zip(known, figures, strict=True)]
    rows = _rows(told, by_kind=not depth)
    order = list(FIELDS)
    rows.sort(key=lambda one: (order.index(one.field) if one.field else len(order), one.body))
    return Synthesis(campaign, place, tuple(rows), away)


def _rows(told: dict[tuple[str, int | None], list[int]], *, by_kind: bool) -> list[Row]:
    """Rows with the names of bodies; of the whole city the bodies of one kind are one row, or it would be a book."""
    ids = {body_id for _, body_id in told if body_id}
    column = "kind__name" if by_kind else "name"
    names = dict(Body.objects.filter(pk__in=ids).values_list("pk", column))
    merged: dict[tuple[str, str], tuple[int | None, list[int]]] = {}
    for (field, body_id), figures in told.items():
        name = names.get(body_id or 0, "Chưa chuyển")
        first, known = merged.get((field, name), (body_id, [0, 0, 0, 0]))
        merged[field, name] = (first, [sum(pair) for pair in zip(known, figures, strict=True)])
    return [Row(field, first, name, *figures) for (field, name), (first, figures) in merged.items()]


def frozen_rows(table: dict[str, Any]) -> tuple[Row, ...]:
    """The rows of a table that was sent."""
    return tuple(Row(**one) for one in table["rows"])
