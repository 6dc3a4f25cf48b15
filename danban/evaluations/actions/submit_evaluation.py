"""Send a form: the duty it stands for is done."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.actions import fulfil_obligations
from danban.evaluations import rules
from danban.evaluations.models import Evaluation
from danban.evaluations.queries.catalogue import forms
from danban.evaluations.states import EVALUATION
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound


@transaction.atomic
def submit_evaluation(evaluation_id: int, *, actor: Actor, at: datetime) -> Evaluation:
    """Raises ``NotFound``, ``NotYours``, ``NotNow`` (sent already) or ``BadInput`` (nothing said)."""
    one = lock_evaluation(evaluation_id)
    rules.check_can_submit(actor, one, at=at)
    one.status, one.submitted_at = EVALUATION.target("submit", one.status), at
    one.submitted_by_id = actor.appointment_id
    one.save(update_fields=["status", "submitted_at", "submitted_by"])
    record(
        actor=actor, event="evaluation.submitted", subject="evaluation", subject_id=one.pk, at=at,
        unit_id=actor.unit_id, changes={"form": one.form, "placement": one.placement_id},
    )  # fmt: skip
    if duty := forms()[one.form].duty:
        fulfil_obligations(
            campaign_id=one.campaign_id, placement_id=one.placement_id, kind_code=duty, event="evaluation.submitted",
            on=day_of(at), actor=actor, at=at,
        )  # fmt: skip
    return one


def lock_evaluation(evaluation_id: int) -> Evaluation:
    """A form, locked, with its year and unit; raises ``NotFound``."""
    found = Evaluation.objects.select_for_update(of=("self",)).select_related("campaign", "placement")
    one = found.defer("campaign__plan_text").filter(pk=evaluation_id).first()
    if one is None:
        raise NotFound
    return one
