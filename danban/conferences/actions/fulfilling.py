"""Count a conference that was held as what its units owed."""

from collections.abc import Collection
from datetime import datetime

from danban.campaigns.actions import fulfil_obligations
from danban.campaigns.models import ObligationKind
from danban.conferences.models import Conference
from danban.kit.actor import Actor, machine

CONTENTS = ("last_resolution", "public_conduct", "self_managed", "families")
"""Duties of a village that are contents of its conference (II.1.a.3-5, 10): done by being dealt with there."""


def fulfil_conference(
    conference: Conference, event: str, clauses: Collection[int | None], actor: Actor, at: datetime
) -> None:  # fmt: skip
    """Count it, on the day it was held, as what its units owed: the conference, and the contents of ``clauses``.

    A unit that met as a guest of another is fulfilled by the machine, because the actor's office is not its own.
    """
    assert conference.held_on is not None  # it was held, that is what counts
    kinds = ObligationKind.objects.filter(campaign_id=conference.campaign_id, level_id=conference.level_id)
    dealt = kinds.filter(code__in=CONTENTS, clause_id__in=[pk for pk in clauses if pk is not None])
    codes = ["conference", *dealt.order_by("position", "pk").values_list("code", flat=True)]
    for served in conference.places.select_related("placement").order_by("pk"):
        own = actor.covers(conference.campaign.tree_id, served.placement.path)
        for code in codes:
            fulfil_obligations(
                campaign_id=conference.campaign_id, placement_id=served.placement_id, kind_code=code, event=event,
                on=conference.held_on, actor=actor if own else machine("họp chung"), at=at,
            )  # fmt: skip
