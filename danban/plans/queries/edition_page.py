"""An issued plan as it was frozen, for the units of its line: its own, those above and those below."""

from dataclasses import dataclass
from datetime import datetime

from danban.kit.actor import Actor
from danban.kit.paths import is_within
from danban.kit.refusals import NotFound, is_allowed
from danban.plans import rules
from danban.plans.models import Plan, PlanEdition, Receipt
from danban.plans.rules.content import Content, content_from
from danban.plans.rules.differences import Change, difference_between
from danban.units.models import Placement

_RELATED = ("plan__campaign", "plan__placement__level", "plan__placement__parent", "document__entry__counter__body")


@dataclass(frozen=True)
class EditionPage:
    """``newer``: the edition that replaced it; ``changes`` say what it says otherwise than the one before.

    ``received_at``: when the unit of who looks confirmed it. ``verbs``: receive, send_back, where allowed now.
    ``is_below``: it comes from a unit below the one of who looks.
    """

    edition: PlanEdition
    content: Content
    newer: PlanEdition | None
    changes: tuple[Change, ...]
    received_at: datetime | None
    is_own: bool
    is_below: bool
    verbs: frozenset[str]


@dataclass(frozen=True)
class WayToPlan:
    """Where a plan is seen: the page of its unit, or, from a unit below, its last edition (``edition_id``)."""

    campaign_id: int
    placement_id: int
    edition_id: int | None = None


def way_to_plan(actor: Actor, plan_pk: int) -> WayToPlan:
    """For the plan's own unit, those above and those below; raises ``NotFound``."""
    plan = Plan.objects.visible_to(actor).filter(pk=plan_pk).first()
    if plan is not None and actor.may("plan:see"):
        return WayToPlan(plan.campaign_id, plan.placement_id)
    last = PlanEdition.objects.filter(plan_id=plan_pk).order_by("-edition").first()
    if last is None:
        raise NotFound
    plan = edition_for(actor, last.pk).plan
    return WayToPlan(plan.campaign_id, plan.placement_id, last.pk)


def edition_for(actor: Actor, pk: int) -> PlanEdition:
    """An edition of the actor's unit, of one above or of one below; raises ``NotFound``."""
    edition = PlanEdition.objects.select_related(*_RELATED).filter(pk=pk).first()
    if edition is None or not actor.may("plan:see"):
        raise NotFound
    tree_id, path = edition.plan.campaign.tree_id, edition.plan.placement.path
    own = actor.path_in(tree_id)
    if not actor.covers(tree_id, path) and (own is None or not is_within(own, path)):
        raise NotFound
    return edition


def edition_page(actor: Actor, pk: int, *, at: datetime) -> EditionPage:
    """Everything about one edition, in a constant number of queries; raises ``NotFound``."""
    edition = edition_for(actor, pk)
    plan = edition.plan
    others = {
        one.edition: one
        for one in PlanEdition.objects.filter(plan=plan).select_related("document__entry").order_by("pk")
    }
    before, content = others.get(edition.edition - 1), content_from(edition.content)
    place = Placement.objects.filter(tree_id=plan.campaign.tree_id, unit_id=actor.unit_id or 0).first()
    receipt = Receipt.objects.filter(edition=edition, placement=place).first() if place else None
    is_own = plan.placement.unit_id == actor.unit_id
    return EditionPage(
        edition=edition,
        content=content,
        newer=others[max(others)] if max(others) > edition.edition else None,
        changes=difference_between(content_from(before.content), content) if before else (),
        received_at=receipt.at if receipt else None,
        is_own=is_own,
        is_below=not is_own and actor.covers(plan.campaign.tree_id, plan.placement.path),
        verbs=_verbs(actor, edition, place, is_last=edition.edition == max(others), at=at),
    )


def _verbs(
    actor: Actor, edition: PlanEdition, place: Placement | None, *, is_last: bool, at: datetime
) -> frozenset[str]:
    plan = edition.plan
    checks = {
        "receive": lambda: rules.check_can_receive(actor, plan.campaign, place, edition, at=at),
        "send_back": lambda: rules.check_can_send_back(actor, plan, comment="?", at=at),
    }
    found = {verb for verb, check in checks.items() if is_allowed(check)}
    return frozenset(found if is_last else found - {"send_back"})
