"""The first page of the room: years that run, drafts on the way, years that are over."""

from dataclasses import dataclass
from datetime import datetime

from danban.campaigns import rules
from danban.campaigns.models import Campaign, Draft
from danban.campaigns.queries.campaigns import list_campaigns
from danban.campaigns.queries.drafts import list_drafts
from danban.campaigns.states import CampaignStatus, DraftStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import is_allowed
from danban.kit.terms import is_in_term
from danban.units.models import Tree


@dataclass(frozen=True)
class IndexPage:
    """Years and drafts by what is to be done with them; ``trees`` are those a plan may be brought in for."""

    running: list[Campaign]
    past: list[Campaign]
    reviewing: list[Draft]
    settled: list[Draft]
    trees: list[Tree]


def index_page(actor: Actor, *, at: datetime) -> IndexPage:
    """Everything of the room the actor may see, in a constant number of queries."""
    campaigns = list(list_campaigns(actor))
    drafts = list(list_drafts(actor)) if is_allowed(rules.check_can_see_draft, actor) else []
    return IndexPage(
        running=[c for c in campaigns if c.status == CampaignStatus.RUNNING],
        past=[c for c in campaigns if c.status == CampaignStatus.CLOSED],
        reviewing=[d for d in drafts if d.status == DraftStatus.REVIEWING],
        settled=[d for d in drafts if d.status != DraftStatus.REVIEWING],
        trees=list_trees_to_plan(actor, at=at),
    )


def list_trees_to_plan(actor: Actor, *, at: datetime) -> list[Tree]:
    """Editions of the tree the actor may bring a plan in for: those in force first, then the newest."""
    known = Tree.objects.filter(pk__in=list(actor.paths)).order_by("-starts_on", "-pk")
    allowed = [tree for tree in known if is_allowed(rules.check_can_read_plan, actor, tree.pk, at=at)]
    today = day_of(at)
    return sorted(allowed, key=lambda tree: not is_in_term(today, tree.starts_on, tree.ends_on))


def trees_to_plan(actor: Actor, *, at: datetime) -> list[Tree]:
    """The same for the page that brings a plan in; raises ``NotYours`` where the office may not."""
    rules.check_can_see_draft(actor)
    return list_trees_to_plan(actor, at=at)
