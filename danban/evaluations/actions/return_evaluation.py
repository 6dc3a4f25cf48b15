"""Return a form to be completed."""

from datetime import datetime

from django.db import transaction

from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.evaluations import rules
from danban.evaluations.actions.submit_evaluation import lock_evaluation
from danban.evaluations.models import Evaluation
from danban.evaluations.queries.catalogue import forms
from danban.evaluations.states import EVALUATION
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc
from danban.notices.actions import tell_units

_WRITING = tuple(role.code for role in ROLES.values() if "evaluation:write" in role.permissions)


@transaction.atomic
def return_evaluation(evaluation_id: int, *, reason: str, actor: Actor, at: datetime) -> Evaluation:
    """The unit is told why. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    one = lock_evaluation(evaluation_id)
    rules.check_can_return(actor, one, owner=forms()[one.form].owner, reason=reason, at=at)
    one.status, one.returned_for = EVALUATION.target("return", one.status), nfc(reason).strip()
    one.save(update_fields=["status", "returned_for"])
    entry = record(
        actor=actor, event="evaluation.returned", subject="evaluation", subject_id=one.pk, at=at, unit_id=actor.unit_id,
        changes={"form": one.form, "placement": one.placement_id},
    )  # fmt: skip
    tell_units(
        [one.placement.unit_id], roles=_WRITING, fact=f"evaluation:{one.pk}:{entry.pk}", topic="evaluation",
        subject=f"Cần bổ sung tự đánh giá: {forms()[one.form].name}", body=one.returned_for,
        about=("evaluation", one.pk), at=at,
    )  # fmt: skip
    return one
