"""Simulated deliveries: every issued plan in the inboxes above and below, most of them read within days."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.documents.actions import SentRow
from danban.documents.rules.sending import RECEIVING
from danban.kit import clock
from danban.plans.models import PlanEdition
from danban.units.models import Placement

_READ = 0.86


def simulate_deliveries(campaign: Campaign, *, today: date) -> Iterator[SentRow]:
    """A delivery to the unit above and to each unit right below every unit that issued its plan."""
    parents: dict[int, int] = {}
    below: dict[int, list[tuple[int, str]]] = {}
    unit_of: dict[int, int] = {}
    places = Placement.objects.filter(tree_id=campaign.tree_id).order_by("path", "pk")
    for pk, parent_id, unit_id, code in places.values_list("pk", "parent_id", "unit_id", "code"):
        unit_of[pk] = unit_id
        if parent_id is not None:
            parents[pk] = parent_id
            below.setdefault(parent_id, []).append((unit_id, code))
    readers = _readers(today)
    editions = PlanEdition.objects.filter(plan__campaign=campaign).order_by("pk")
    for place_id, document_id, on in editions.values_list("plan__placement_id", "document_id", "issued_on"):
        above = unit_of[parents[place_id]]
        for unit_id, code in ((above, f"above {place_id}"), *below.get(place_id, ())):
            row = SentRow(document_id, unit_id, clock.moment(on, 16))
            yield _read(row, f"read {code} {document_id}", today, readers.get(unit_id))


def _readers(today: date) -> dict[int, int]:
    """The office that takes papers in, by unit: the first of the unit."""
    held = Appointment.objects.held_on(today).filter(role__in=RECEIVING).order_by("-pk")
    return dict(held.values_list("unit_id", "pk"))


def _read(row: SentRow, seed: str, today: date, reader: int | None) -> SentRow:
    """The same, read by the office after some days; some have not opened it yet."""
    draw, on = random.Random(seed), clock.day_of(row.sent_at)
    opened = on + timedelta(days=draw.choice((0, 1, 1, 2, 3, 5)))
    if draw.random() >= _READ or opened > today or reader is None:
        return row
    read_at = clock.moment(opened, 17 if opened == on else 9, draw.randrange(60))
    return replace(row, read_at=read_at, read_by_id=reader)
