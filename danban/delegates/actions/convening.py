"""The duty to agree on delegates and call them is done once both heads agreed and people are invited (III.5.3)."""

from datetime import datetime

from danban.campaigns.actions import fulfil_obligations
from danban.conferences.models import Conference
from danban.delegates import rules
from danban.delegates.models import Delegate
from danban.kit.actor import Actor
from danban.kit.clock import day_of

DUTY = "delegates"


def count_convened(conference: Conference, actor: Actor, at: datetime) -> int:
    """Fulfil the duty where it is owed and both halves are there; returns how many obligations that were."""
    invited = Delegate.objects.filter(conference=conference, invited_at__isnull=False, dropped_at__isnull=True)
    if not invited.exists() or not rules.is_agreed(conference, on=at):
        return 0
    return fulfil_obligations(
        campaign_id=conference.campaign_id, placement_id=conference.placement_id, kind_code=DUTY,
        event="delegate.invited", on=day_of(at), actor=actor, at=at,
    )  # fmt: skip
