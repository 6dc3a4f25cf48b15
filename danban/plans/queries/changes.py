"""What changed above a plan since it was derived or last confirmed."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from danban.campaigns.models import Amendment
from danban.plans.models import Plan, PlanDate
from danban.plans.queries.above import above_now
from danban.plans.rules.content import DateLine, above_from
from danban.plans.rules.differences import difference_above, misfits_of
from danban.plans.rules.standing import AboveChange, AmendmentTold

_VERBS = {"added": "Thêm", "removed": "Bỏ", "changed": "Đổi"}


def change_for(plan: Plan) -> AboveChange:
    """The difference between what stood above a plan and what stands there now, in a constant number of queries."""
    now = above_now(plan.campaign, plan.placement)
    base = above_from(plan.base)
    dates = date_lines(plan)
    has_set = {one.kind_id for one in dates if one.due_on is not None}
    return AboveChange(
        base=base,
        now=now,
        changes=difference_above(base, now.above),
        misfits=misfits_of(dates, now.above),
        unset=tuple(one for one in now.above.dates if one.is_required and one.kind_id not in has_set),
        amendments=tuple(_amendments(plan, {one.level for one in (*base.dates, *now.above.dates)})),
    )


def date_lines(plan: Plan) -> tuple[DateLine, ...]:
    """The days a plan sets, in order; one query."""
    rows = PlanDate.objects.filter(plan=plan).select_related("kind__level").order_by("position", "pk")
    return tuple(
        DateLine(
            kind_id=row.kind_id, code=row.kind.code, level=row.kind.level.code, level_name=row.kind.level.name,
            name=row.kind.name, starts_on=row.starts_on, due_on=row.due_on, is_required=row.is_required,
        )
        for row in rows
    )  # fmt: skip


def _amendments(plan: Plan, levels: Collection[str]) -> Iterator[AmendmentTold]:
    since = Amendment.objects.filter(campaign_id=plan.campaign_id, pk__gt=plan.base_amendment_id or 0)
    for amendment in since.order_by("pk"):
        lines = tuple(_told(one) for one in amendment.difference if one["level"] in levels or not one["level"])
        if lines:
            yield AmendmentTold(amendment.pk, amendment.at, amendment.reason, lines)


def _told(change: Mapping[str, Any]) -> str:
    """One stored line of an amendment as a sentence."""
    fields = "; ".join(f"{one['label'].lower()} từ {one['old']} thành {one['new']}" for one in change["fields"])
    return f"{_VERBS[change['verb']]} “{change['title']}”{': ' + fields if fields else ''}."
