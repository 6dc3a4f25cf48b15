"""Launch a draft: the campaign and every obligation of every unit, all or nothing, once."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_draft_on_tree
from danban.campaigns.actions.write_year import (
    Progress,
    ids_of,
    kind_row,
    obligations_of,
    places_by_level,
    write_clauses,
    write_milestones,
    write_obligations,
    write_parts,
)
from danban.campaigns.models import Campaign, Draft, Obligation, ObligationKind
from danban.campaigns.queries.ground import ground_of, lines_of
from danban.campaigns.queries.summary import LaunchSummary, summary_of_year
from danban.campaigns.rules.stored_reading import reading_from
from danban.campaigns.rules.year import Year, plan_year
from danban.campaigns.states import DRAFT, DraftStatus
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.database import gather_statistics
from danban.kit.refusals import BadInput, NotNow
from danban.planreader.reading import Reading

ROLL_OUT = "plan"  # the duty of the catalogue by which a level puts the plan to those below


@transaction.atomic
def launch_draft(draft_id: int, *, actor: Actor, at: datetime, progress: Progress | None = None) -> Campaign:
    """Make the year of a draft: about 54,000 obligations of a whole city in one transaction.

    Launching a launched draft again returns the same campaign and writes nothing. Raises ``NotYours``,
    ``NotNow`` (already another campaign of that year and name) or ``BadInput`` (the draft has problems).
    """
    draft = lock_draft_on_tree(draft_id)
    rules.check_holds_launch(actor, draft, at=at)
    if draft.status == DraftStatus.LAUNCHED and draft.launched_campaign is not None:
        return draft.launched_campaign
    rules.check_can_launch(actor, draft, at=at)
    _check_is_first(draft)
    ground = ground_of(draft.tree)
    year = plan_year(lines_of(draft), ground)
    check_has_no_problems(year)
    summary = summary_of_year(year, ground)
    campaign = _write(draft, year, summary, at=at, progress=progress)
    gather_statistics()
    draft.status = DRAFT.target("launch", draft.status)
    draft.launched_campaign = campaign
    draft.save(update_fields=["status", "launched_campaign"])
    record(
        actor=actor,
        event="draft.launched",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=draft.unit_id,
        changes={"draft": draft.pk, "year": draft.year, "obligations": summary.obligations},
    )
    return campaign


def check_has_no_problems(year: Year) -> None:
    """Raise ``BadInput`` with the first problem and the number of others."""
    if year.problems:
        more = f" Còn {len(year.problems) - 1} chỗ nữa cần sửa." if len(year.problems) > 1 else ""
        raise BadInput(f"Bản nháp chưa phát hành được: {year.problems[0]}{more}")


def _check_is_first(draft: Draft) -> None:
    rules.check_year(draft.year)
    if Campaign.objects.filter(tree_id=draft.tree_id, year=draft.year, name=draft.name).exists():
        raise NotNow(
            f"Năm {draft.year} đã có “{draft.name}” được phát hành. Muốn thay đổi, hãy lập bản sửa đổi của năm đó;"
            " nếu là việc khác, hãy đặt tên khác."
        )


def _write(draft: Draft, year: Year, summary: LaunchSummary, *, at: datetime, progress: Progress | None) -> Campaign:
    reading = reading_from(draft.reading)
    campaign = _campaign_of(draft, reading, year, at=at)
    campaign.save(force_insert=True)
    clauses = write_clauses(campaign, reading, {kind.section for kind in year.kinds})
    ids = ids_of(campaign, clauses)
    write_milestones(campaign, year, ids)
    ids = ids_of(campaign, clauses)
    write_parts(campaign, year, ids)
    kinds = [kind_row(campaign, owed, position, ids) for position, owed in enumerate(year.kinds)]
    ObligationKind.objects.bulk_create(kinds)
    places = places_by_level(campaign)
    rows = (
        row
        for kind, owed in zip(kinds, year.kinds, strict=True)
        for row in obligations_of(campaign, kind, owed, places)
    )
    write_obligations(rows, summary.obligations, progress)
    _fulfil_roll_out(campaign, at=at)
    return campaign


def _fulfil_roll_out(campaign: Campaign, *, at: datetime) -> None:
    """Launching is itself the deed the top unit owes first: from now on every unit has the plan (IV.1)."""
    owed = Obligation.objects.filter(campaign=campaign, kind__code=ROLL_OUT, kind__level__depth=0)
    owed.update(fulfilled_on=clock.day_of(at), fulfilled_at=at, fulfilled_by="draft.launched")


def _campaign_of(draft: Draft, reading: Reading, year: Year, *, at: datetime) -> Campaign:
    return Campaign(
        tree=draft.tree,
        year=draft.year,
        name=draft.name,
        theme=draft.theme,
        doc_type=(reading.doc_type or "")[:80],
        number=reading.number[:60] if reading.number else None,
        place=(reading.place or "")[:80],
        issued_on=reading.issued_on,
        issuers=list(reading.issuers),
        plan_text=reading.text,
        report_mailbox=year.mailbox,
        launched_at=at,
    )
