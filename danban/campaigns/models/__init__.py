"""What is kept of a yearly cycle: drafts of it, the campaign, and what every unit owes."""

from danban.campaigns.models.campaign import (
    AgendaItem,
    Amendment,
    Assignment,
    Campaign,
    Citation,
    Clause,
    GrantRule,
    Milestone,
)
from danban.campaigns.models.draft import Draft, DraftItem
from danban.campaigns.models.obligation import LocalDate, Obligation, ObligationKind
from danban.campaigns.models.reminder import Reminder

__all__ = [
    "AgendaItem",
    "Amendment",
    "Assignment",
    "Campaign",
    "Citation",
    "Clause",
    "Draft",
    "DraftItem",
    "GrantRule",
    "LocalDate",
    "Milestone",
    "Obligation",
    "ObligationKind",
    "Reminder",
]
