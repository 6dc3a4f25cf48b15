"""A unit writes its section of the socio-economic summary of the year, once for every village below (II.1.a.1)."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences import rules
from danban.conferences.actions.locks import lock_area
from danban.conferences.models import SummarySection
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc


@transaction.atomic
def write_summary(
    campaign_id: int, *, placement_id: int, text: str, actor: Actor, at: datetime
) -> SummarySection:  # fmt: skip
    """Write or rewrite the section; every village's copy follows at once. The same words leave no trace.

    Raises ``NotFound``, ``NotYours``, ``BadInput`` (nothing written, too long) or ``NotNow`` (closed).
    """
    campaign, place = lock_area(campaign_id, placement_id)
    deepest = campaign.tree.scheme.levels.count() - 1
    rules.check_can_write_summary(actor, campaign, place, text, deepest=deepest)
    words = nfc(text.strip().replace("\r\n", "\n"))
    section = SummarySection.objects.filter(campaign=campaign, placement=place).first()
    if section is not None and section.text == words:
        return section
    values = {"text": words, "written_at": at, "appointment_id": actor.appointment_id}
    section, is_new = SummarySection.objects.update_or_create(campaign=campaign, placement=place, defaults=values)
    record(
        actor=actor, event="summary.written", subject="summary_section", subject_id=section.pk, at=at,
        unit_id=actor.unit_id, changes={"placement": place.pk, "length": len(words), "is_new": is_new},
    )  # fmt: skip
    return section
