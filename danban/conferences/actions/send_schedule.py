"""A commune or district sends the schedule of its area up, frozen as it stands (IV.5)."""

from datetime import datetime

from django.db import transaction

from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.campaigns.actions import fulfil_obligations
from danban.conferences import rules
from danban.conferences.actions.locks import lock_area
from danban.conferences.models import SentSchedule
from danban.conferences.queries.sent import changes_since, schedule_now
from danban.conferences.texts import words_for_sent_schedule
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotNow
from danban.notices.actions import tell_units

_ARRANGING = tuple(role.code for role in ROLES.values() if "conference:arrange" in role.permissions)


@transaction.atomic
def send_schedule(
    campaign_id: int, *, placement_id: int, note: str = "", actor: Actor, at: datetime
) -> SentSchedule:  # fmt: skip
    """Keep a copy, tell the unit above how many changes there are since the last, fulfil the duty to send it.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (the top; conferences without a day; nothing new) or ``BadInput``.
    """
    campaign, area = lock_area(campaign_id, placement_id)
    rules.check_can_send_schedule(actor, campaign, area, at=at)
    content, undated = schedule_now(campaign.pk, area)
    if undated:
        raise NotNow(f"Còn {undated} hội nghị chưa có ngày. Xếp đủ lịch rồi hãy gửi lên.")
    if not content:
        raise NotNow("Chưa có hội nghị nào trong lịch để gửi.")
    changes = changes_since(campaign.pk, area)
    if changes is not None and not changes:
        raise NotNow("Lịch không có gì thay đổi so với lần gửi trước.")
    sent = SentSchedule.objects.create(
        campaign=campaign, placement=area, content=content, note=note.strip(), sent_at=at,
        appointment_id=actor.appointment_id,
    )  # fmt: skip
    facts = {"placement": area.pk, "count": len(content), "changes": len(changes or ())}
    record(
        actor=actor, event="schedule.sent", subject="sent_schedule", subject_id=sent.pk, at=at,
        unit_id=actor.unit_id, changes=facts,
    )  # fmt: skip
    fulfil_obligations(
        campaign_id=campaign.pk, placement_id=area.pk, kind_code="schedule", event="schedule.sent", on=day_of(at),
        actor=actor, at=at,
    )  # fmt: skip
    words = words_for_sent_schedule(area.name, len(content), len(changes or ()))
    assert area.parent is not None  # the rule has refused the top
    tell_units(
        [area.parent.unit_id], roles=_ARRANGING, fact=f"schedule:{sent.pk}", topic="conference",
        subject=words.subject, body=words.body, about=("placement", area.pk), at=at,
    )  # fmt: skip
    return sent
