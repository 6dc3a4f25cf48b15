"""Reading plans: one with all its rules ask about, what stands above it, what changed there, and every page."""

from danban.plans.queries.above import above_now, edition_above
from danban.plans.queries.below import BELOW_STATES, BelowFilter, BelowPage, BelowRow, below_page
from danban.plans.queries.bodies import chairs_of
from danban.plans.queries.change_page import ChangedDay, ChangePage, change_page
from danban.plans.queries.changes import change_for, date_lines
from danban.plans.queries.edition_page import EditionPage, WayToPlan, edition_for, edition_page, way_to_plan
from danban.plans.queries.papers import Paper, papers_above
from danban.plans.queries.plan_page import PlanPage, own_plan_page, plan_page
from danban.plans.queries.plan_paper import Preview, preview_of_plan
from danban.plans.queries.plans import (
    content_of,
    edition_in_force,
    owes_plan,
    plan_for,
    standing_of,
    verbs_of,
)
from danban.plans.queries.receipts import ReceiptFilter, ReceiptsPage, receipts_of_edition, receipts_of_year
from danban.plans.queries.sheet_page import SheetPage, plan_to, sheet_page

__all__ = [
    "BELOW_STATES",
    "BelowFilter",
    "BelowPage",
    "BelowRow",
    "ChangePage",
    "ChangedDay",
    "EditionPage",
    "Paper",
    "PlanPage",
    "Preview",
    "ReceiptFilter",
    "ReceiptsPage",
    "SheetPage",
    "WayToPlan",
    "above_now",
    "below_page",
    "chairs_of",
    "change_for",
    "change_page",
    "content_of",
    "date_lines",
    "edition_above",
    "edition_for",
    "edition_in_force",
    "edition_page",
    "owes_plan",
    "own_plan_page",
    "papers_above",
    "plan_for",
    "plan_page",
    "plan_to",
    "preview_of_plan",
    "receipts_of_edition",
    "receipts_of_year",
    "sheet_page",
    "standing_of",
    "verbs_of",
    "way_to_plan",
]
