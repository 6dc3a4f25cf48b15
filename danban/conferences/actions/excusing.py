"""What an excuse reaches: the duties of every unit a conference is, or was to be, held for."""

from collections.abc import Collection
from datetime import datetime

from danban.campaigns.actions import excuse_obligations
from danban.conferences.models import Conference
from danban.conferences.rules import CONFERENCE
from danban.kit.actor import Actor

AT_CONFERENCE = (CONFERENCE, "last_resolution", "public_conduct", "self_managed", "families")
"""Done by holding it: on the day it meets (II.1.a, III.4.1)."""
WITHOUT_CONFERENCE = (*AT_CONFERENCE, "agenda", "minutes", "resolution", "petitions")
"""What nobody can do where it was not held. Minutes of one held late stay owed in their own time."""


def excuse_owed(
    conference: Conference, kind_codes: Collection[str], event: str, actor: Actor, at: datetime
) -> None:  # fmt: skip
    """Excuse these duties for each unit of a conference."""
    for place_id in conference.places.order_by("pk").values_list("placement_id", flat=True):
        excuse_obligations(
            campaign_id=conference.campaign_id, placement_id=place_id, kind_codes=kind_codes, event=event,
            actor=actor, at=at,
        )  # fmt: skip
