"""Bring in the plans of many units at once: the state of a demonstration, or of a year begun on paper."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign
from danban.campaigns.rules.local_dates import explain_own
from danban.documents.actions import NumberRow, load_documents, load_numbers
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.plans import rules
from danban.plans.actions.loading import (
    Loaded,
    PlanRow,
    approvals_of,
    begin,
    lines_of,
    paper_row,
    receipts_of,
    rows_by_depth,
)
from danban.plans.actions.settling import settle_untouched
from danban.plans.models import Approval, Plan, PlanDate, PlanEdition, PlanItem, Receipt
from danban.plans.queries.loading import Ground, ground_of
from danban.plans.rules.content import FUNDING_KIND, PLAN_KIND, to_plain
from danban.plans.states import PlanStatus
from danban.plans.texts import SERIES, paper_of

_BATCH = 500


@transaction.atomic
def load_plans(campaign_id: int, rows: Iterable[PlanRow], *, actor: Actor, at: datetime) -> int:
    """Plans in every state, those above before those below, with one diary entry of this room.

    What was issued is numbered, frozen, its days set and what it fulfils done, as by ``issue_plan``; nobody is
    told. Returns how many plans. Raises ``NotFound``, ``NotYours`` (not a machine that may launch), ``NotNow``
    (closed) or ``BadInput`` (a unit without a plan to draw up or with one already, a row that could not be
    submitted); then nothing is written.
    """
    campaign = Campaign.objects.select_related("tree__scheme").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    rules.check_can_load(actor, campaign, at=at)
    wanted = list(rows)
    ground = ground_of(campaign, on=clock.day_of(at))
    _check_rows(campaign, wanted, ground)
    loaded: dict[int, Loaded] = {}
    for level in rows_by_depth(wanted, ground):
        loaded |= _load_level(campaign, level, ground, loaded, actor=actor, at=at)
    done = list(loaded.values())
    _set_days(campaign, done, actor=actor, at=at)
    _fulfil(campaign, done, ground, actor=actor, at=at)
    settle_untouched(campaign)
    Receipt.objects.bulk_create(receipts_of(campaign, done, ground), batch_size=_BATCH)
    record(
        actor=actor,
        event="plans.loaded",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"plans": len(done), "issued": sum(one.edition is not None for one in done)},
    )
    return len(done)


def _check_rows(campaign: Campaign, rows: Sequence[PlanRow], ground: Ground) -> None:
    ids = [row.placement_id for row in rows]
    if len(set(ids)) < len(ids) or set(ids) - ground.owing:
        raise BadInput("Có đơn vị không phải ban hành kế hoạch, hoặc nêu hai lần, nên không nạp dòng nào.")
    if Plan.objects.filter(campaign=campaign).exists():
        raise BadInput("Năm này đã có kế hoạch của đơn vị nên không nạp hàng loạt vào được.")


def _load_level(
    campaign: Campaign, rows: Sequence[PlanRow], ground: Ground, above: dict[int, Loaded], *, actor: Actor,
    at: datetime,
) -> dict[int, Loaded]:  # fmt: skip
    """Plans of one depth, written; by placement."""
    level = {row.placement_id: begin(campaign, row, ground, above, today=clock.day_of(at)) for row in rows}
    Plan.objects.bulk_create([one.plan for one in level.values()], batch_size=_BATCH)
    for one in level.values():
        one.dates, one.items = lines_of(one)
    PlanDate.objects.bulk_create([row for one in level.values() for row in one.dates], batch_size=_BATCH)
    PlanItem.objects.bulk_create([row for one in level.values() for row in one.items], batch_size=_BATCH)
    Approval.objects.bulk_create(
        [approval for one in level.values() for approval in approvals_of(one, ground)], batch_size=_BATCH
    )
    _issue(level.values(), ground, actor=actor, at=at)
    return level


def _issue(level: Iterable[Loaded], ground: Ground, *, actor: Actor, at: datetime) -> None:
    """Number and freeze what was issued, in the order of the days on the papers."""
    issued = sorted((one for one in level if one.row.issued_on), key=lambda one: (one.issued_on, one.plan.pk))
    numbers = [
        NumberRow(one.plan.numbering_body_id or 0, SERIES, one.plan.symbol_pattern, one.subject, one.issued_on)
        for one in issued
    ]
    entries = load_numbers(numbers, actor=actor, at=at)
    contents = [one.content(ground) for one in issued]
    papers = [
        paper_row(one, content, entry, ground) for one, content, entry in zip(issued, contents, entries, strict=True)
    ]
    editions = []
    for one, content, document in zip(issued, contents, load_documents(papers, actor=actor, at=at), strict=True):
        returned_at = clock.moment(one.row.returned_on, 14) if one.row.returned_on else None
        editions.append(
            PlanEdition(
                plan=one.plan, edition=1, document=document, issued_on=one.issued_on,
                issued_at=clock.moment(one.issued_on, 16), content=to_plain(content),
                returned_at=returned_at, return_comment=one.row.comment if returned_at else "",
            )
        )  # fmt: skip
    for one, edition in zip(issued, PlanEdition.objects.bulk_create(editions, batch_size=_BATCH), strict=True):
        one.edition = edition


def _set_days(campaign: Campaign, done: Sequence[Loaded], *, actor: Actor, at: datetime) -> None:
    rows = []
    for one in done:
        if one.edition is None or one.plan.status != PlanStatus.ISSUED:
            continue
        paper = paper_of(one.edition.symbol, one.edition.issued_on)
        for kind_id, days in one.days_set():
            assert days.due_on is not None
            steps = explain_own(days, paper=paper, unit=one.place.name)
            day = campaigns.LocalDay(kind_id, days.starts_on, days.due_on, steps)
            rows.append(campaigns.LocalRow(one.place.pk, day))
    campaigns.load_local_dates(campaign.pk, rows, actor=actor, at=at)


def _fulfil(campaign: Campaign, done: Sequence[Loaded], ground: Ground, *, actor: Actor, at: datetime) -> None:
    deeds = [
        campaigns.Deed(one.issued_on, "plan.issued", placement_id=one.place.pk, kind_code=kind_code)
        for one in done
        if one.plan.status == PlanStatus.ISSUED
        for kind_code in ((PLAN_KIND, FUNDING_KIND) if one.place.pk in ground.owing_funding else (PLAN_KIND,))
    ]
    campaigns.load_deeds(campaign.pk, deeds, actor=actor, at=at)
