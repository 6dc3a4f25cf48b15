"""Bring in work in bulk: the state of a demonstration, or of a year begun on paper."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.assignments import rules
from danban.assignments.actions.finish_assignment import FINISHED
from danban.assignments.actions.hold_briefing import HELD
from danban.assignments.actions.keep_attachments import next_version
from danban.assignments.actions.locks import campaign_of
from danban.assignments.models import Attachment, Briefing, JointEvent, Partner, ProgressNote, Work
from danban.assignments.queries.briefings import GUIDANCE
from danban.assignments.queries.owed import list_owed_by_bodies, pair_with_obligations
from danban.assignments.rules import BriefingSheet, EventSheet, Figure, FileSheet
from danban.assignments.states import WorkStatus
from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Assignment, Campaign, Obligation
from danban.documents.actions import keep_upload
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput

_BATCH = 1_000


@dataclass(frozen=True)
class NoteRow:
    """A note of the body that answers; ``week_of`` is a Monday, for weekly work."""

    on: date
    text: str
    figures: tuple[Figure, ...] = ()
    week_of: date | None = None


@dataclass(frozen=True)
class WorkRow:
    """The work on one assignment: taken on, noted, finished. ``body_id`` names who answers where the plan does not.

    Without a day it waits. ``files`` were attached on the day the work was taken on.
    """

    assignment_id: int
    accepted_on: date | None = None
    done_on: date | None = None
    result: str = ""
    body_id: int | None = None
    partner_ids: tuple[int, ...] = ()
    notes: tuple[NoteRow, ...] = ()
    files: tuple[FileSheet, ...] = ()


@dataclass(frozen=True)
class UnitRows:
    """What one unit (a placement) recorded: its briefings, its joint events."""

    placement_id: int
    briefings: tuple[BriefingSheet, ...] = ()
    events: tuple[EventSheet, ...] = ()


@transaction.atomic
def load_work(
    campaign_id: int, works: Iterable[WorkRow], units: Iterable[UnitRows] = (), *, actor: Actor, at: datetime
) -> int:
    """Write work, briefings and joint events of a year in bulk, with one diary entry; returns how many rows came in.

    Obligations are fulfilled through ``campaigns.load_deeds``, whose permission (``campaign:launch``) the actor
    needs too. Raises ``NotFound``, ``NotYours``, ``NotNow`` (closed) or ``BadInput`` (an assignment of another
    year, or one that somebody works on); then nothing is written. Packs of briefings are not loaded.
    """
    campaign = campaign_of(campaign_id)
    rules.check_can_load(actor, campaign, at=at)
    rows, places = list(works), list(units)
    given = _untouched(campaign, rows)
    Work.objects.bulk_create(_work(row) for row in rows)
    Partner.objects.bulk_create(Partner(assignment_id=r.assignment_id, body_id=b) for r in rows for b in r.partner_ids)
    ProgressNote.objects.bulk_create(
        (note for row in rows for note in _notes(given[row.assignment_id], row)), batch_size=_BATCH
    )
    for row in rows:
        _attach(given[row.assignment_id], row)
    _brief(campaign, places)
    JointEvent.objects.bulk_create((event for unit in places for event in _events(campaign, unit)), batch_size=_BATCH)
    deeds = [*_deeds_of_bodies(campaign, rows), *_deeds_of_units(campaign, places)]
    campaigns.load_deeds(campaign.pk, deeds, actor=actor, at=at)
    counted = len(rows) + sum(len(unit.briefings) + len(unit.events) for unit in places)
    record(
        actor=actor,
        event="work.loaded",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"works": len(rows), "units": len(places), "fulfilled": len(deeds)},
    )
    return counted


def _untouched(campaign: Campaign, rows: Sequence[WorkRow]) -> dict[int, Assignment]:
    """The assignments meant, by id; all of this year, none touched before."""
    found = Assignment.objects.standing().filter(campaign=campaign, work__isnull=True).select_related("body")
    given = {one.pk: one for one in found.order_by("pk")}
    wanted = [row.assignment_id for row in rows]
    if len(set(wanted)) < len(wanted) or set(wanted) - set(given):
        raise BadInput("Có việc không thuộc năm này, đã được ghi, hoặc lặp lại, nên không nạp dòng nào.")
    return given


def _work(row: WorkRow) -> Work:
    begun = row.accepted_on or next((note.on for note in row.notes), row.done_on)
    status = WorkStatus.DONE if row.done_on else WorkStatus.WORKING if begun else WorkStatus.WAITING
    return Work(
        assignment_id=row.assignment_id,
        body_id=row.body_id,
        status=status,
        accepted_at=clock.moment(begun) if begun else None,
        done_on=row.done_on,
        result=row.result,
    )


def _notes(assignment: Assignment, row: WorkRow) -> Iterable[ProgressNote]:
    last = (NoteRow(row.done_on, row.result),) if row.done_on and row.result else ()
    body_id = row.body_id or assignment.body_id
    if body_id is None and (row.notes or last):
        raise BadInput(f"Việc “{assignment.actor}” chưa có cơ quan chịu trách nhiệm nên không nạp tiến độ được.")
    for note in (*row.notes, *last):
        yield ProgressNote(
            assignment=assignment, body_id=body_id or 0, on=note.on, week_of=note.week_of,
            text=note.text, figures=rules.figures_json(note.figures), at=clock.moment(note.on, 16),
        )  # fmt: skip


def _attach(assignment: Assignment, row: WorkRow) -> None:
    for sheet in row.files:
        on = sheet.issued_on or row.accepted_on or row.done_on
        at = clock.moment(on, 10) if on else assignment.campaign.launched_at
        Attachment.objects.create(
            assignment=assignment, purpose=sheet.purpose, title=sheet.title, number=sheet.number,
            issued_on=sheet.issued_on, version=next_version(assignment, sheet.purpose, sheet.title), at=at,
            file=keep_upload(sheet.upload.content, name=sheet.upload.name, at=at),
        )  # fmt: skip


def _brief(campaign: Campaign, places: Sequence[UnitRows]) -> None:
    sheets = [(unit.placement_id, sheet) for unit in places for sheet in unit.briefings]
    briefings = Briefing.objects.bulk_create(
        (
            Briefing(
                campaign=campaign, placement_id=placement_id, held_on=sheet.held_on, place=sheet.place,
                invited=sheet.invited, attended=sheet.attended, text=sheet.text, at=clock.moment(sheet.held_on, 16),
            )
            for placement_id, sheet in sheets
        ),
        batch_size=_BATCH,
    )  # fmt: skip
    through = Briefing.villages.through
    through.objects.bulk_create(
        (
            through(briefing_id=briefing.pk, placement_id=village)
            for briefing, (_, sheet) in zip(briefings, sheets, strict=True)
            for village in sheet.village_ids
        ),
        batch_size=_BATCH,
    )


def _events(campaign: Campaign, unit: UnitRows) -> Iterable[JointEvent]:
    for sheet in unit.events:
        yield JointEvent(
            campaign=campaign, assignment_id=sheet.assignment_id, placement_id=unit.placement_id,
            host_id=sheet.host_id, partner_id=sheet.partner_id, topic=sheet.topic, held_on=sheet.held_on,
            place=sheet.place, attended=sheet.attended, text=sheet.text, at=clock.moment(sheet.held_on, 16),
        )  # fmt: skip


def _deeds_of_bodies(campaign: Campaign, rows: Sequence[WorkRow]) -> Iterable[campaigns.Deed]:
    standing = Assignment.objects.standing().filter(campaign=campaign).order_by("position", "pk")
    owed = pair_with_obligations(standing, list_owed_by_bodies(campaign.pk))
    for row in rows:
        if row.done_on and row.assignment_id in owed:
            yield campaigns.Deed(row.done_on, FINISHED, obligation_id=owed[row.assignment_id].pk)


def _deeds_of_units(campaign: Campaign, places: Sequence[UnitRows]) -> Iterable[campaigns.Deed]:
    guided = Obligation.objects.filter(campaign=campaign, kind__code=GUIDANCE).order_by("pk")
    owes = set(guided.values_list("placement_id", flat=True))
    for unit in places:
        if unit.briefings and unit.placement_id in owes:
            first = min(sheet.held_on for sheet in unit.briefings)
            yield campaigns.Deed(first, HELD, placement_id=unit.placement_id, kind_code=GUIDANCE)
