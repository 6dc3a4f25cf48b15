"""Write the lines of a plan: the days it sets, what came from above, what is its own. Used by several verbs."""

from collections.abc import Iterable, Sequence

from danban.campaigns.rules.local_dates import Days
from danban.kit.vietnamese import nfc, squeeze
from danban.plans.models import Plan, PlanDate, PlanItem
from danban.plans.rules.content import AboveDate, ItemLine, to_plain
from danban.plans.rules.sheet import OwnItem, PlanSheet
from danban.plans.rules.standing import AboveNow
from danban.plans.states import LineSource


def take_in(plan: Plan, now: AboveNow) -> list[str]:
    """Set what stands above now as the base of a plan, unsaved; returns the changed fields."""
    plan.base = to_plain(now.above)
    plan.base_edition, plan.base_amendment = now.edition, now.amendment
    return ["base", "base_edition", "base_amendment"]


def put_words(plan: Plan, sheet: PlanSheet) -> list[str]:
    """Set the words of a sheet on a plan, unsaved; returns the changed fields."""
    plan.title = squeeze(sheet.title)
    plan.party_body, plan.party_how = squeeze(sheet.party_body), nfc(sheet.party_how).strip()
    plan.party_consulted_on = sheet.party_consulted_on
    plan.funding_amount, plan.funding_source = sheet.funding_amount, squeeze(sheet.funding_source)
    plan.funding_confirmed = sheet.funding_confirmed
    plan.numbering_body_id, plan.symbol_pattern = sheet.numbering_body_id, squeeze(sheet.symbol_pattern)
    return [
        "title", "party_body", "party_how", "party_consulted_on", "funding_amount", "funding_source",
        "funding_confirmed", "numbering_body", "symbol_pattern",
    ]  # fmt: skip


def replace_dates(plan: Plan, dates: Iterable[tuple[AboveDate, Days]]) -> None:
    """The days a plan sets, in the order of what stands above."""
    PlanDate.objects.filter(plan=plan).delete()
    PlanDate.objects.bulk_create(date_rows(plan, dates))


def replace_items(plan: Plan, from_above: Sequence[ItemLine], own: Iterable[OwnItem]) -> None:
    """The lines of a plan, those from above first. Own lines that stay keep their ids: plans below know them by it."""
    PlanItem.objects.filter(plan=plan).delete()
    PlanItem.objects.bulk_create(item_rows(plan, from_above, own))


def date_rows(plan: Plan, dates: Iterable[tuple[AboveDate, Days]]) -> list[PlanDate]:
    """Unsaved rows of the days a plan sets."""
    return [
        PlanDate(
            plan=plan, kind_id=above.kind_id, starts_on=own.starts_on, due_on=own.due_on,
            is_required=above.is_required, position=position,
        )
        for position, (above, own) in enumerate(dates)
    ]  # fmt: skip


def item_rows(plan: Plan, from_above: Sequence[ItemLine], own: Iterable[OwnItem]) -> list[PlanItem]:
    """Unsaved rows of the lines of a plan."""
    rows = [
        PlanItem(
            plan=plan, source=LineSource.ABOVE, origin=item.origin, title=item.title, starts_on=item.starts_on,
            due_on=item.due_on, doer=item.doer[:200], is_mandatory=item.is_mandatory, position=position,
        )
        for position, item in enumerate(from_above)
    ]  # fmt: skip
    rows += [
        PlanItem(
            pk=item.item_id, plan=plan, source=LineSource.OWN, title=squeeze(item.title), starts_on=item.starts_on,
            due_on=item.due_on, doer=squeeze(item.doer), is_mandatory=item.is_mandatory,
            position=len(from_above) + position,
        )
        for position, item in enumerate(own)
    ]  # fmt: skip
    return rows
