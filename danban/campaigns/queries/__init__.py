"""Reading the yearly cycle: drafts with their dry run, campaigns, what units owe."""

from danban.campaigns.queries.amendments import AmendmentPage, amendment_page
from danban.campaigns.queries.campaigns import (
    CampaignPage,
    PlanPage,
    campaign_for,
    campaign_page,
    campaign_to,
    list_campaigns,
    plan_page,
    present_lines,
)
from danban.campaigns.queries.chosen import Choice, Chosen, chosen_campaign
from danban.campaigns.queries.differences import Difference, difference
from danban.campaigns.queries.drafts import DraftPage, draft_for, draft_page, draft_to, item_for, list_drafts
from danban.campaigns.queries.ground import ground_of, shape_of
from danban.campaigns.queries.index import IndexPage, index_page, trees_to_plan
from danban.campaigns.queries.local_dates import KindAbove, LocalStanding, kinds_above
from danban.campaigns.queries.obligations import ObligationPage, obligation_page
from danban.campaigns.queries.summary import LaunchSummary, launch_summary, summary_of_campaign, summary_of_reading

__all__ = [
    "AmendmentPage",
    "CampaignPage",
    "Choice",
    "Chosen",
    "Difference",
    "DraftPage",
    "IndexPage",
    "KindAbove",
    "LaunchSummary",
    "LocalStanding",
    "ObligationPage",
    "PlanPage",
    "amendment_page",
    "campaign_for",
    "campaign_page",
    "campaign_to",
    "chosen_campaign",
    "difference",
    "draft_for",
    "draft_page",
    "draft_to",
    "ground_of",
    "index_page",
    "item_for",
    "kinds_above",
    "launch_summary",
    "list_campaigns",
    "list_drafts",
    "obligation_page",
    "plan_page",
    "present_lines",
    "shape_of",
    "summary_of_campaign",
    "summary_of_reading",
    "trees_to_plan",
]
