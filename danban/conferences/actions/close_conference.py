"""Close a conference: it was held, and counts as what its units owed."""

from datetime import date, datetime

from django.db import transaction

from danban.campaigns.actions import fulfil_obligations
from danban.campaigns.models import ObligationKind
from danban.conferences import rules
from danban.conferences.actions.locks import lock_conference
from danban.conferences.actions.step_agenda import end_running
from danban.conferences.actions.steps import write_down
from danban.conferences.models import AgendaEntry, Conference
from danban.conferences.states import CONFERENCE
from danban.kit.actor import Actor, machine
from danban.kit.clock import day_of

CONTENTS = ("last_resolution", "public_conduct", "self_managed", "families")
"""Duties of a village that are contents of its conference (II.1.a.3-5, 10): done by being dealt with there."""


@transaction.atomic
def close_conference(conference_id: int, *, actor: Actor, at: datetime) -> Conference:
    """Held on the day it opened; every unit it was held for has done what it owed, and the contents dealt with.

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (not open, mandatory contents neither dealt with nor explained).
    """
    conference = lock_conference(conference_id)
    entries = list(AgendaEntry.objects.filter(conference=conference).select_related("item").order_by("position", "pk"))
    rules.check_can_close(actor, conference, entries, at=at)
    end_running(conference_id, at)
    conference.status, conference.closed_at = CONFERENCE.target("close", conference.status), at
    conference.held_on = day_of(conference.opened_at or at)
    conference.save(update_fields=["status", "closed_at", "held_on"])
    write_down(conference, "conference.closed", actor, at, held_on=conference.held_on)
    clauses = {entry.item.clause_id for entry in entries if entry.item is not None and entry.started_at is not None}
    fulfil_conference(conference, conference.held_on, "conference.closed", clauses, actor=actor, at=at)
    return conference


def fulfil_conference(
    conference: Conference, on: date, event: str, clauses: set[int | None], *, actor: Actor, at: datetime
) -> None:  # fmt: skip
    """Count it as what every unit it is held for owed: the conference, and the contents of ``clauses``. Inner.

    A unit that met as a guest of another is fulfilled by the machine, because the actor's office is not its own.
    """
    kinds = ObligationKind.objects.filter(campaign_id=conference.campaign_id, level_id=conference.level_id)
    dealt = kinds.filter(code__in=CONTENTS, clause_id__in=[pk for pk in clauses if pk is not None])
    codes = ["conference", *dealt.order_by("position", "pk").values_list("code", flat=True)]
    for served in conference.places.select_related("placement").order_by("pk"):
        own = actor.covers(conference.campaign.tree_id, served.placement.path)
        for code in codes:
            fulfil_obligations(
                campaign_id=conference.campaign_id, placement_id=served.placement_id, kind_code=code, event=event,
                on=on, actor=actor if own else machine("họp chung"), at=at,
            )  # fmt: skip
