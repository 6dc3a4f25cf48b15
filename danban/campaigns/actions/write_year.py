"""Write a worked-out year: the campaign's parts, then every obligation by bulk. Used by launch and apply."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from danban.campaigns.models import (
    AgendaItem,
    Assignment,
    Campaign,
    Citation,
    Clause,
    GrantRule,
    Milestone,
    Obligation,
    ObligationKind,
)
from danban.campaigns.rules.proposals import AgendaValues, GrantValues, MilestoneValues
from danban.campaigns.rules.stored_reading import parts_of, reading_from
from danban.campaigns.rules.year import KindOwed, Year
from danban.kit.database import insert_rows
from danban.planreader.reading import Reading
from danban.units.models import BodyKind, Level, Placement

BATCH = 5_000
WHOLE_PLAN = "toan-van"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Place:
    """Where an obligation stands: the placement and the copied ids of its ancestors."""

    placement_id: int
    at_1: int | None
    at_2: int | None
    at_3: int | None


class Owed(NamedTuple):
    """A row of ``Obligation`` to be written, by column; an open one, so its fulfilment stays empty."""

    campaign_id: int
    kind_id: int
    placement_id: int
    body_id: int | None
    occurrence: int
    at_1: int | None
    at_2: int | None
    at_3: int | None
    starts_on: date | None
    due_on: date | None
    fulfilled_by: str = ""
    excused_by: str = ""


@dataclass(frozen=True)
class Ids:
    """Row ids by the codes a year speaks in."""

    levels: Mapping[str, int]
    body_kinds: Mapping[str, int]
    clauses: Mapping[str, int]
    milestones: Mapping[str, int]


def write_clauses(campaign: Campaign, reading: Reading, needed: Iterable[str]) -> dict[str, int]:
    """The headed parts of the plan as clauses, each with its own words; returns ids by path.

    A ``needed`` path without a heading (a plan without any) becomes one clause for the whole text.
    """
    rows = [
        Clause(
            campaign=campaign,
            path=part.path,
            label=part.label[:40],
            title=part.title,
            depth=part.depth,
            position=position,
            start=part.span[0],
            end=part.span[1],
        )
        for position, part in enumerate(parts_of(reading))
    ]
    if set(needed) - {row.path for row in rows}:
        whole = Clause(campaign=campaign, path=WHOLE_PLAN, label="Toàn văn", title="Toàn văn kế hoạch", depth=0)
        whole.position, whole.start, whole.end = len(rows), 0, len(reading.text)
        rows.append(whole)
    Clause.objects.bulk_create(rows)
    return clause_ids(campaign)


def write_amending_clauses(campaign: Campaign, reading: Mapping[str, Any], needed: Iterable[str], *, on: date) -> None:
    """Clauses of an amending document that a line names. Their words stand in the document, not in the plan."""
    present = clause_ids(campaign)
    parts = {part.path: part for part in parts_of(reading_from(reading))}
    position = len(present)
    for path in sorted(set(needed) - set(present)):
        prefix, _, inner = path.partition(".")
        part = parts.get(inner) if prefix.startswith("SĐ") else None
        if path and (part or prefix.startswith("SĐ")):
            label = f"{part.label if part else ''} (sửa đổi {on:%d/%m/%Y})".strip()
            title = part.title if part else "Toàn văn bản sửa đổi"
            Clause.objects.create(
                campaign=campaign, path=path, label=label[:40], title=title, depth=part.depth if part else 0,
                position=position,
            )  # fmt: skip
        elif WHOLE_PLAN not in present:
            Clause.objects.create(
                campaign=campaign, path=WHOLE_PLAN, label="Toàn văn", title="Toàn văn kế hoạch", depth=0,
                position=position, start=0, end=len(campaign.plan_text),
            )  # fmt: skip
            present = clause_ids(campaign)
        position += 1


def clause_ids(campaign: Campaign) -> dict[str, int]:
    """Clause ids of a campaign by path."""
    return dict(campaign.clauses.values_list("path", "pk"))


def ids_of(campaign: Campaign, clauses: Mapping[str, int]) -> Ids:
    """Everything a year is written with, by code."""
    scheme_id = campaign.tree.scheme_id
    return Ids(
        levels=dict(Level.objects.filter(scheme_id=scheme_id).values_list("code", "pk")),
        body_kinds=dict(BodyKind.objects.values_list("code", "pk")),
        clauses=clauses,
        milestones=dict(campaign.milestones.values_list("code", "pk")),
    )


def write_milestones(campaign: Campaign, year: Year, ids: Ids) -> dict[str, int]:
    """The milestones of a year; returns ids by code."""
    rows = []
    for position, line in enumerate(year.milestones):
        values = line.values
        assert isinstance(values, MilestoneValues)
        rows.append(
            Milestone(
                campaign=campaign,
                code=values.code,
                name=values.name,
                level_id=ids.levels.get(line.level or ""),
                clause_id=ids.clauses.get(line.section),
                starts_on=values.starts_on,
                due_on=values.due_on,
                steps=list(values.steps),
                is_set_by_office=values.set_by_office,
                position=position,
            )
        )
    Milestone.objects.bulk_create(rows)
    return dict(campaign.milestones.values_list("code", "pk"))


def write_parts(campaign: Campaign, year: Year, ids: Ids) -> None:
    """Citations, assignments, agendas and grants of a year, into a campaign that has none of them."""
    Citation.objects.bulk_create(
        Citation(campaign=campaign, number=c.number, issued_on=c.issued_on, name=c.name, position=position)
        for position, c in enumerate(year.citations)
    )
    Assignment.objects.bulk_create(
        Assignment(
            campaign=campaign,
            clause_id=ids.clauses.get(given.section),
            level_id=ids.levels.get(given.level or ""),
            body_id=given.body_id,
            actor=given.values.actor,
            tasks=list(given.values.tasks),
            due_on=given.values.due_on,
            rrule=given.values.rrule,
            position=position,
        )
        for position, given in enumerate(year.assignments)
    )
    AgendaItem.objects.bulk_create(agenda_rows(campaign, year, ids))
    GrantRule.objects.bulk_create(
        GrantRule(
            campaign=campaign,
            level_id=ids.levels[line.level or ""],
            clause_id=ids.clauses.get(line.section),
            amount=line.values.amount,
            payer=line.values.payer,
        )
        for line in year.grants
        if isinstance(line.values, GrantValues)
    )


def agenda_rows(campaign: Campaign, year: Year, ids: Ids) -> Iterator[AgendaItem]:
    """Unsaved agenda items, numbered from 0 at each level."""
    position: dict[str, int] = {}
    for line in year.agenda:
        level = line.level or ""
        if isinstance(line.values, AgendaValues):
            yield AgendaItem(
                campaign=campaign,
                level_id=ids.levels[level],
                clause_id=ids.clauses.get(line.section),
                title=line.values.title,
                is_mandatory=line.values.mandatory,
                position=position.get(level, 0),
            )
            position[level] = position.get(level, 0) + 1


def kind_row(campaign: Campaign, owed: KindOwed, position: int, ids: Ids) -> ObligationKind:
    """An unsaved obligation kind."""
    clause = ids.clauses.get(owed.section) or ids.clauses.get(WHOLE_PLAN)
    assert clause is not None, "write_clauses makes a clause for every needed path"
    return ObligationKind(
        campaign=campaign,
        code=owed.code,
        name=owed.name,
        short=owed.short,
        level_id=ids.levels[owed.level],
        body_kind_id=ids.body_kinds.get(owed.body_kind or ""),
        clause_id=clause,
        milestone_id=ids.milestones.get(owed.milestone or ""),
        offset_days=owed.offset_days,
        starts_on=owed.dated.starts_on,
        due_on=owed.dated.due_on,
        steps=list(owed.dated.steps),
        is_set_by_office=owed.set_by_office,
        position=position,
    )


def places_by_level(campaign: Campaign) -> dict[str, list[Place]]:
    """Every placement of the campaign's tree by level code, in order of its path: one query."""
    places: dict[str, list[Place]] = {}
    rows = Placement.objects.filter(tree_id=campaign.tree_id).order_by("path")
    for level, pk, at_1, at_2, at_3 in rows.values_list("level__code", "pk", "at_1", "at_2", "at_3"):
        places.setdefault(level, []).append(Place(pk, at_1, at_2, at_3))
    return places


def obligations_of(
    campaign: Campaign, kind: ObligationKind, owed: KindOwed, places: Mapping[str, list[Place]]
) -> Iterator[Owed]:
    """Rows to write of one kind: one a unit of its level, or one a named body of the top unit."""
    starts_on, due_on = owed.dated.starts_on, owed.dated.due_on
    for place in places.get(owed.level, []):
        where = (place.at_1, place.at_2, place.at_3)
        if owed.bodies is None:
            yield Owed(campaign.pk, kind.pk, place.placement_id, None, 0, *where, starts_on, due_on)
            continue
        for body in owed.bodies:
            yield Owed(
                campaign.pk, kind.pk, place.placement_id, body.body_id, body.occurrence, *where, starts_on, body.due_on
            )


def write_obligations(rows: Iterable[Owed], total: int, progress: Progress | None) -> int:
    """Write obligations in batches; tells ``progress("obligations", done, total)`` before and after each."""
    rows, done = iter(rows), 0
    if progress:
        progress("obligations", 0, total)
    while batch := list(islice(rows, BATCH)):
        insert_rows(Obligation._meta.db_table, Owed._fields, batch)  # noqa: SLF001  Django's public Model._meta
        done += len(batch)
        if progress:
            progress("obligations", done, total)
    return done
