"""Save a form, filled in as far as it is."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.models import Campaign
from danban.evaluations import rules
from danban.evaluations.models import Evaluation
from danban.evaluations.queries.catalogue import forms
from danban.evaluations.rules import Told
from danban.evaluations.states import EvaluationStatus
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound, NotNow
from danban.kit.vietnamese import nfc
from danban.units.models import Placement


@transaction.atomic
def save_evaluation(
    campaign_id: int, placement_id: int, *, form: str, told: Told, actor: Actor, at: datetime
) -> Evaluation:  # fmt: skip
    """Write what the unit says; what was sent is changed only when it is returned.

    Raises ``NotFound`` (also a form of another level), ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    campaign = Campaign.objects.defer("plan_text").filter(pk=campaign_id).first()
    places = Placement.objects.select_for_update(of=("self",)).select_related("level")
    place = places.filter(pk=placement_id, tree_id=campaign.tree_id if campaign else 0).first()
    known = forms().get(form)
    if campaign is None or place is None or known is None or known.level != place.level.code:
        raise NotFound
    rules.check_can_save(actor, campaign, place, at=at)
    rules.check_told(told, known=tuple(code for code, _ in known.figures))
    one = Evaluation.objects.filter(campaign=campaign, placement=place, form=form).first()
    if one is None:
        one = Evaluation(
            campaign=campaign, placement=place, form=form, at_1=place.at_1, at_2=place.at_2, at_3=place.at_3
        )
    elif one.status == EvaluationStatus.SUBMITTED:
        raise NotNow("Bản này đã gửi. Cần sửa thì đề nghị cấp trên trả lại.")
    one.done, one.result, one.limits = nfc(told.done).strip(), nfc(told.result).strip(), nfc(told.limits).strip()
    one.causes, one.petitions, one.figures = nfc(told.causes).strip(), nfc(told.petitions).strip(), told.figures
    one.saved_at = at
    one.save()
    record(
        actor=actor, event="evaluation.saved", subject="evaluation", subject_id=one.pk, at=at, unit_id=actor.unit_id,
        changes={"form": form, "placement": place.pk},
    )  # fmt: skip
    return one
