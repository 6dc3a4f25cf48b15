"""The city's own settings: dated terms, closed days, the routing table. Due days follow at once."""

from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns.models import Campaign
from danban.campaigns.states import CampaignStatus
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import squeeze
from danban.petitions import rules
from danban.petitions.actions.deadlines import recount_open
from danban.petitions.models import ClosedDay, PetitionTerms


@transaction.atomic
def set_terms(
    campaign_id: int, *, terms: rules.Terms, starts_on: date, actor: Actor, at: datetime
) -> PetitionTerms:  # fmt: skip
    """For petitions routed on ``starts_on`` or later; those routed before keep their days.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    campaign = Campaign.objects.select_for_update(of=("self",)).defer("plan_text").filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound
    rules.check_can_set_terms(actor, campaign, at=at)
    rules.check_terms(terms, starts_on=starts_on, today=day_of(at))
    row, _ = PetitionTerms.objects.update_or_create(
        campaign=campaign, starts_on=starts_on,
        defaults={
            "acknowledge_days": terms.acknowledge_days, "answer_days": terms.answer_days,
            "is_working": terms.is_working, "basis": squeeze(terms.basis)[:300],
        },
    )  # fmt: skip
    recount_open([campaign.pk], today=day_of(at))
    record(
        actor=actor, event="petition_terms.set", subject="campaign", subject_id=campaign.pk, at=at,
        unit_id=actor.unit_id, changes={"starts_on": starts_on, "answer_days": terms.answer_days},
    )  # fmt: skip
    return row


@transaction.atomic
def set_closed_day(day: date, *, name: str, is_worked: bool = False, actor: Actor, at: datetime) -> int:
    """A day the offices are closed, or open against the calendar; how many due days moved by it.

    Raises ``NotYours`` or ``BadInput`` (no name).
    """
    rules.check_can_set_closed_day(actor, at=at)
    if not squeeze(name):
        raise BadInput("Hãy ghi tên ngày nghỉ.", {"name": "Hãy ghi tên ngày nghỉ, ví dụ “Nghỉ bù Tết”."})
    ClosedDay.objects.update_or_create(day=day, defaults={"name": squeeze(name)[:120], "is_worked": is_worked})
    moved = recount_open(_running(), today=day_of(at))
    record(
        actor=actor, event="closed_day.set", subject="closed_day", subject_id=None, at=at, unit_id=actor.unit_id,
        changes={"day": day, "is_worked": is_worked, "moved": moved},
    )  # fmt: skip
    return moved


@transaction.atomic
def drop_closed_day(day: date, *, actor: Actor, at: datetime) -> int:
    """Take a day back; how many due days moved by it. Raises ``NotYours`` or ``NotFound``."""
    rules.check_can_set_closed_day(actor, at=at)
    gone, _ = ClosedDay.objects.filter(day=day).delete()
    if not gone:
        raise NotFound
    moved = recount_open(_running(), today=day_of(at))
    record(
        actor=actor, event="closed_day.dropped", subject="closed_day", subject_id=None, at=at, unit_id=actor.unit_id,
        changes={"day": day, "moved": moved},
    )  # fmt: skip
    return moved


def _running() -> list[int]:
    running = Campaign.objects.filter(status=CampaignStatus.RUNNING)
    return list(running.order_by("pk").values_list("pk", flat=True))
