"""The one form of a plan, and the plan a verb with a page of its own is about."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from danban.documents.rules import Pattern, series_named
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.plans import rules
from danban.plans.models import Plan
from danban.plans.queries.papers import Paper, paper_of, papers_above
from danban.plans.queries.plans import edition_in_force, plan_for, standing_of, verbs_of
from danban.plans.rules.content import PLAN_KIND, Above
from danban.plans.rules.standing import PlanStanding
from danban.plans.texts import SERIES


@dataclass(frozen=True)
class SheetPage:
    """A plan to fill in under what stands ``above`` it; ``paper`` is the plan it is drawn up from.

    ``has_below``: units that owe plans of their own lie below, so that an own item may be handed down to them.
    """

    standing: PlanStanding
    above: Above
    paper: Paper
    patterns: tuple[Pattern, ...]
    has_below: bool
    verbs: frozenset[str]


def sheet_page(actor: Actor, plan_pk: int, *, at: datetime) -> SheetPage:
    """Raises ``NotFound``, ``NotYours``, or ``NotNow`` for a plan that is not being drawn up."""
    plan = plan_for(actor, plan_pk)
    rules.check_can_edit(actor, plan, at=at)
    standing = standing_of(plan, on=day_of(at))
    now = standing.change.now
    drawing_up = {one.level for one in now.above.dates if one.code == PLAN_KIND}
    return SheetPage(
        standing=standing,
        above=now.above,
        paper=paper_of(now.edition) if now.edition else papers_above(plan.campaign, plan.placement)[0],
        patterns=series_named(SERIES).patterns,
        has_below=bool(drawing_up - {plan.placement.level.code}),
        verbs=verbs_of(actor, standing, at=at),
    )


def plan_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Plan:
    """A plan the actor may decline, issue, send back or record the kick-off of; raises what the verb's rule raises."""
    plan = plan_for(actor, pk)
    checks: dict[str, Callable[[], None]] = {
        "issue": lambda: rules.check_can_issue(actor, standing_of(plan, on=day_of(at)), at=at),
        "record_kickoff": lambda: rules.check_can_record_kickoff(actor, plan, edition_in_force(plan), at=at),
        "decline": lambda: rules.check_can_decline(actor, standing_of(plan, on=day_of(at)), reason="?", at=at),
        "send_back": lambda: rules.check_can_send_back(actor, plan, comment="?", at=at),
    }
    checks[verb]()
    return plan
