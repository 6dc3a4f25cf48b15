"""Campaigns: the running year, its page, and the lines it stands on now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from danban.campaigns import rules
from danban.campaigns.models import (
    AgendaItem,
    Amendment,
    Assignment,
    Campaign,
    Citation,
    Clause,
    Draft,
    GrantRule,
    Milestone,
    ObligationKind,
)
from danban.campaigns.queries.ground import lines_of
from danban.campaigns.queries.summary import LaunchSummary, summary_of_campaign
from danban.campaigns.rules.proposals import Line
from danban.campaigns.states import DraftStatus, ItemState
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, is_allowed


@dataclass(frozen=True)
class CampaignPage:
    """One campaign with everything its plan fixed. ``verbs``: what the actor may do with it now."""

    campaign: Campaign
    milestones: list[Milestone]
    assignments: list[Assignment]
    agenda: list[AgendaItem]
    grants: list[GrantRule]
    amendments: list[Amendment]
    summary: LaunchSummary
    verbs: tuple[str, ...]
    kinds: list[ObligationKind]
    citations: list[Citation]


@dataclass(frozen=True)
class PlanPage:
    """The text of a campaign's plan and its headed parts, in order."""

    campaign: Campaign
    clauses: list[Clause]


def list_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """Campaigns of the actor's trees, the latest year first, with ``owed`` and ``fulfilled`` counts."""
    return (
        Campaign.objects.visible_to(actor)
        .select_related("tree")
        .annotate(
            owed=Count("obligations"),
            fulfilled=Count("obligations", filter=Q(obligations__fulfilled_on__isnull=False)),
        )
        .order_by("-year", "-pk")
    )


def campaign_for(actor: Actor, pk: int) -> Campaign:
    """A campaign of one of the actor's trees; raises ``NotFound``."""
    campaign = Campaign.objects.visible_to(actor).select_related("tree__scheme").filter(pk=pk).first()
    if campaign is None:
        raise NotFound
    return campaign


def campaign_page(actor: Actor, pk: int, *, at: datetime) -> CampaignPage:
    """Everything about one campaign, in a constant number of queries."""
    campaign = campaign_for(actor, pk)
    kinds = campaign.obligation_kinds.select_related("level", "clause")
    return CampaignPage(
        campaign=campaign,
        milestones=list(campaign.milestones.select_related("level", "clause").order_by("due_on", "position", "pk")),
        assignments=list(campaign.assignments.standing().select_related("clause", "body").order_by("position", "pk")),
        agenda=list(campaign.agenda_items.select_related("level", "clause").order_by("level__depth", "position", "pk")),
        grants=list(campaign.grant_rules.select_related("level", "clause").order_by("level__depth", "pk")),
        amendments=list(campaign.amendments.order_by("-at", "-pk")),
        summary=summary_of_campaign(campaign),
        verbs=_verbs(actor, campaign, at=at),
        kinds=list(kinds.order_by("level__depth", "position", "pk")),
        citations=list(campaign.citations.order_by("position", "pk")),
    )


def plan_page(actor: Actor, pk: int) -> PlanPage:
    """The plan of a campaign as it was read; raises ``NotFound``."""
    campaign = campaign_for(actor, pk)
    return PlanPage(campaign, list(campaign.clauses.order_by("position", "pk")))


def campaign_to(verb: str, actor: Actor, pk: int, *, at: datetime) -> Campaign:
    """A campaign the actor may amend, clone, close or reopen now; raises what the verb's rule raises."""
    campaign = campaign_for(actor, pk)
    _checks(actor, campaign, at=at)[verb]()
    return campaign


def _checks(actor: Actor, campaign: Campaign, *, at: datetime) -> dict[str, Callable[[], None]]:
    return {
        "amend": lambda: rules.check_can_draft_amendment(actor, campaign, at=at),
        "clone": lambda: rules.check_can_clone(actor, campaign, year=campaign.year + 1, at=at),
        "close": lambda: rules.check_can_close(actor, campaign, reason="?", at=at),
        "reopen": lambda: rules.check_can_reopen(actor, campaign, reason="?", at=at),
    }


def _verbs(actor: Actor, campaign: Campaign, *, at: datetime) -> tuple[str, ...]:
    return tuple(verb for verb, check in _checks(actor, campaign, at=at).items() if is_allowed(check))


def shaping_draft(campaign: Campaign) -> Draft | None:
    """The draft whose lines the campaign stands on: the last amendment applied, else the one launched."""
    shaped = Q(launched_campaign=campaign) | Q(campaign=campaign, status=DraftStatus.APPLIED)
    shaping = Draft.objects.filter(shaped).select_related("tree__scheme")
    last = [draft for draft in shaping.order_by("-pk") if draft.status == DraftStatus.APPLIED]
    return last[0] if last else shaping.order_by("-pk").first()


def present_lines(campaign: Campaign) -> list[Line]:
    """The lines a campaign stands on now, without dropped ones; empty where no draft made it."""
    draft = shaping_draft(campaign)
    return [line for line in lines_of(draft) if line.state != ItemState.DROPPED] if draft else []


def clause_prefix(campaign: Campaign) -> str:
    """What tells the clauses of the next amending document apart: "SĐ1.", then "SĐ2."…"""
    return f"SĐ{campaign.amendments.count() + 1}."
