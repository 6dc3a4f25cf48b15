"""Apply an amendment to a running campaign: re-date what is open, add, take away, keep what is done."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.amend_parts import replace_parts
from danban.campaigns.actions.launch_draft import check_has_no_problems
from danban.campaigns.actions.locks import lock_campaign, lock_draft_on_tree
from danban.campaigns.actions.redate import redate
from danban.campaigns.actions.write_year import (
    Ids,
    Place,
    clause_ids,
    ids_of,
    kind_row,
    obligations_of,
    places_by_level,
    write_amending_clauses,
    write_obligations,
)
from danban.campaigns.models import Amendment, Campaign, Draft, LocalDate, Milestone, Obligation, ObligationKind
from danban.campaigns.queries.differences import Difference, difference, kinds_now
from danban.campaigns.queries.ground import ground_of, lines_of, root_of
from danban.campaigns.queries.local_dates import leaves_out
from danban.campaigns.rules.differences import KindKey, KindNow, amended_step, steps_kept
from danban.campaigns.rules.proposals import Line, MilestoneValues
from danban.campaigns.rules.year import KindOwed, Year, plan_year
from danban.campaigns.states import DRAFT, DraftStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow


@transaction.atomic
def apply_draft(draft_id: int, *, reason: str, actor: Actor, at: datetime) -> Campaign:
    """Change a running campaign into what an amendment says; open obligations follow, done ones stay.

    Applying an applied draft again returns the campaign and writes nothing. Raises ``NotYours``, ``NotNow``
    (closed, or another amendment came in between) or ``BadInput`` (no reason, or the draft has problems).
    """
    draft = lock_draft_on_tree(draft_id)
    rules.check_holds_apply(actor, draft, at=at)
    if draft.status == DraftStatus.APPLIED and draft.campaign is not None:
        return draft.campaign
    rules.check_can_apply(actor, draft, at=at)
    rules.check_reason(reason)
    assert draft.campaign is not None
    campaign = lock_campaign(draft.campaign.pk)
    rules.check_is_running(campaign)
    _check_is_fresh(draft, campaign)
    lines, ground = lines_of(draft), ground_of(draft.tree)
    year = plan_year(lines, ground)
    check_has_no_problems(year)
    changed = difference(draft)
    _write(campaign, draft, year, at=at)
    _conclude(campaign, draft, changed, reason=reason, actor=actor, at=at)
    return campaign


def _check_is_fresh(draft: Draft, campaign: Campaign) -> None:
    newer = Draft.objects.filter(campaign=campaign, status=DraftStatus.APPLIED, pk__gt=draft.pk)
    if newer.exists() or campaign.amendments.filter(at__gt=draft.created_at).exists():
        raise NotNow(
            "Sau khi lập bản này, năm đang thực hiện đã được sửa đổi. Hãy lập bản sửa đổi mới từ hiện trạng của năm."
        )


def _conclude(
    campaign: Campaign, draft: Draft, changed: Difference, *, reason: str, actor: Actor, at: datetime
) -> None:
    amendment = Amendment.objects.create(
        campaign=campaign,
        at=at,
        reason=reason.strip(),
        difference=[asdict(change) for change in changed.changes],
        moved_obligations=changed.moved,
    )
    draft.status = DRAFT.target("apply", draft.status)
    draft.save(update_fields=["status"])
    record(
        actor=actor,
        event="draft.applied",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={
            "draft": draft.pk,
            "amendment": amendment.pk,
            "moved": changed.moved,
            "created": changed.created,
            "deleted": changed.deleted,
        },
    )


def _write(campaign: Campaign, draft: Draft, year: Year, *, at: datetime) -> None:
    """Assignments before obligations, as the deeds of upper rooms lock them."""
    on, now = day_of(at), kinds_now(campaign)
    sections = {kind.section for kind in year.kinds} | {line.section for line in (*year.milestones, *year.agenda)}
    sections |= {given.section for given in year.assignments} | {line.section for line in year.grants}
    write_amending_clauses(campaign, draft.reading, sections, on=on)
    ids = ids_of(campaign, clause_ids(campaign))
    _write_milestones(campaign, year.milestones, ids, on=on)
    ids = ids_of(campaign, ids.clauses)
    replace_parts(campaign, year, ids, at=at)
    places = places_by_level(campaign)
    moved = []
    for position, owed in enumerate(year.kinds):
        row = kind_row(campaign, owed, position, ids)
        was = now.get((owed.level, owed.code))
        if was is None:
            row.save(force_insert=True)
            write_obligations(obligations_of(campaign, row, owed, places), 0, None)
        else:
            _change_kind(row, owed, was, places, on=on)
            if _moves_days(row, was):
                moved.append(row)
    root = root_of(campaign.tree)
    if root is not None:
        redate(campaign, moved, under=root)
    _remove_kinds(now, {(kind.level, kind.code) for kind in year.kinds})
    _remove_milestones(campaign, {v.code for line in year.milestones if isinstance(v := line.values, MilestoneValues)})
    campaign.report_mailbox = year.mailbox
    campaign.save(update_fields=["report_mailbox"])


def _write_milestones(campaign: Campaign, lines: tuple[Line, ...], ids: Ids, *, on: date) -> None:
    present = {milestone.code: milestone for milestone in campaign.milestones.all()}
    for position, line in enumerate(lines):
        values = line.values
        assert isinstance(values, MilestoneValues)
        was = present.get(values.code)
        steps = list(values.steps)
        if was is not None:
            steps += steps_kept(was.steps)
            if (was.starts_on, was.due_on) != (values.starts_on, values.due_on):
                steps.append(amended_step(on, (was.starts_on, was.due_on), (values.starts_on, values.due_on)))
        fields: dict[str, Any] = {
            "name": values.name,
            "level_id": ids.levels.get(line.level or ""),
            "clause_id": ids.clauses.get(line.section),
            "starts_on": values.starts_on,
            "due_on": values.due_on,
            "steps": steps,
            "is_set_by_office": values.set_by_office,
            "position": position,
        }
        Milestone.objects.update_or_create(campaign=campaign, code=values.code, defaults=fields)


def _change_kind(
    row: ObligationKind, owed: KindOwed, was: KindNow, places: Mapping[str, list[Place]], *, on: date
) -> None:
    """Bring a kind, and what bodies owe of it, to what is owed now; ``row`` is the kind as it should be."""
    row.pk = was.kind_id
    old, new = (was.starts_on, was.due_on), (owed.dated.starts_on, owed.dated.due_on)
    row.steps += steps_kept(ObligationKind.objects.values_list("steps", flat=True).get(pk=was.kind_id))
    if old != new:
        row.steps.append(amended_step(on, old, new))
    row.save(force_update=True)
    if owed.bodies is None:
        return
    mine = Obligation.objects.filter(kind_id=row.pk)
    has = was.bodies or {}
    wanted = {(body.body_id, body.occurrence): body.due_on for body in owed.bodies}
    for (body_id, occurrence), (due_on, is_open) in has.items():
        one = mine.filter(body_id=body_id, occurrence=occurrence)
        if is_open and (body_id, occurrence) not in wanted:
            one.delete()
        elif is_open and wanted[body_id, occurrence] != due_on:
            one.update(due_on=wanted[body_id, occurrence])
    fresh = obligations_of(row.campaign, row, owed, places)
    write_obligations((o for o in fresh if (o.body_id, o.occurrence) not in has), 0, None)


def _moves_days(row: ObligationKind, was: KindNow) -> bool:
    """Whether what units owe of a kind may get another day: by its own days, or by leaving them to the units."""
    return (row.starts_on, row.due_on, leaves_out(row)) != (was.starts_on, was.due_on, was.left_out)


def _remove_kinds(now: Mapping[KindKey, KindNow], wanted: set[KindKey]) -> None:
    """What the year no longer asks for goes where nobody has done it, and stays where somebody has."""
    for key, kind in now.items():
        if key not in wanted:
            Obligation.objects.filter(kind_id=kind.kind_id).open().delete()
            LocalDate.objects.filter(kind_id=kind.kind_id).delete()
            if kind.fulfilled == 0:
                ObligationKind.objects.filter(pk=kind.kind_id).delete()


def _remove_milestones(campaign: Campaign, wanted: set[str]) -> None:
    gone = campaign.milestones.exclude(code__in=wanted)
    used = set(campaign.obligation_kinds.values_list("milestone_id", flat=True))
    gone.exclude(pk__in=[pk for pk in used if pk is not None]).delete()
