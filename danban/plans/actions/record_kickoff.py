"""Record the meeting at which a unit rolled its plan out."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import nfc, squeeze
from danban.plans import rules
from danban.plans.actions.locks import lock_plan
from danban.plans.models import Plan
from danban.plans.queries.plans import edition_in_force


@transaction.atomic
def record_kickoff(
    plan_id: int, *, on: date, place: str, attended: int | None, note: str = "", actor: Actor, at: datetime
) -> Plan:
    """When, where, how many came (None where nobody counted). Recording again corrects it.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (no plan in force) or ``BadInput`` by field.
    """
    plan = lock_plan(plan_id)
    edition = edition_in_force(plan)
    rules.check_can_record_kickoff(actor, plan, edition, at=at)
    assert edition is not None
    rules.check_kickoff(edition, on=on, place=place, attended=attended, today=day_of(at))
    before = [plan.kickoff_on, plan.kickoff_attended]
    plan.kickoff_on, plan.kickoff_place = on, squeeze(place)
    plan.kickoff_attended, plan.kickoff_note = attended, nfc(note).strip()
    plan.save(update_fields=["kickoff_on", "kickoff_place", "kickoff_attended", "kickoff_note"])
    record(
        actor=actor,
        event="kickoff.recorded",
        subject="plan",
        subject_id=plan.pk,
        at=at,
        unit_id=plan.placement.unit_id,
        changes={"old": before, "new": [on, attended]},
    )
    return plan
