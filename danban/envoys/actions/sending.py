"""Send people to conferences below: proposed, approved, declined, withdrawn; whether they came."""

from datetime import datetime

from django.db import IntegrityError, transaction

from danban.accounts.models import Appointment
from danban.conferences.actions.locks import lock_conference
from danban.conferences.states import Session
from danban.envoys import rules, texts
from danban.envoys.actions.locks import lock_envoy
from danban.envoys.actions.steps import (
    count_assigned,
    count_proposed,
    tell_envoy,
    tell_hosts,
    uncount_assigned,
    write_down,
)
from danban.envoys.models import Envoy
from danban.envoys.states import ENVOY, EnvoyStatus
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotNow
from danban.kit.vietnamese import day, squeeze

HOLDS = (EnvoyStatus.APPROVED, EnvoyStatus.ATTENDED)
_SENT = (EnvoyStatus.PROPOSED, EnvoyStatus.APPROVED, EnvoyStatus.ATTENDED, EnvoyStatus.ABSENT)
_DECIDED = ["status", "decided_at", "decided_by_id", "reason"]


@transaction.atomic
def propose_envoy(conference_id: int, *, sheet: rules.EnvoySheet, actor: Actor, at: datetime) -> Envoy:
    """Somebody of the actor's unit is to attend. Proposed again, the row that stands is handed back.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (over) or ``BadInput`` (nobody named, not of this unit).
    """
    conference = lock_conference(conference_id)
    rules.check_can_propose_envoy(actor, conference, sheet, at=at)
    unit_id = actor.unit_id or conference.placement.unit_id
    held = _office(sheet, unit_id)
    key = rules.person_key(held, unit_id, sheet)
    known = Envoy.objects.filter(conference=conference, person_key=key, status__in=_SENT).first()
    if known is not None:
        return known
    slot = rules.slot_of(conference)
    envoy = Envoy(
        conference=conference, unit_id=unit_id, body_id=actor.body_id, appointment=held, person_key=key,
        full_name=held.account.full_name if held else squeeze(sheet.full_name)[:120],
        title=(held.title if held else squeeze(sheet.title))[:160], role=sheet.role, day=slot[0],
        session=slot[1], proposed_at=at, proposed_by_id=actor.appointment_id,
    )  # fmt: skip
    envoy.save(force_insert=True)
    write_down(envoy, "envoy.proposed", actor, at, role=sheet.role)
    count_proposed(conference, actor, at)
    return envoy


@transaction.atomic
def approve_envoy(envoy_id: int, *, actor: Actor, at: datetime) -> Envoy:
    """They go; nobody is in two places at once. Raises ``NotNow`` naming the other conference."""
    envoy = lock_envoy(envoy_id)
    rules.check_can_approve(actor, envoy, at=at)
    envoy.day, envoy.session = rules.slot_of(envoy.conference)
    other = clash_of(envoy)
    if other is not None:
        raise NotNow(_clash_words(envoy, other))
    _decide(envoy, "approve", "", actor, at)
    entry = write_down(envoy, "envoy.approved", actor, at)
    tell_envoy(envoy, entry, texts.told(envoy.conference))
    tell_hosts(envoy, entry, texts.told_hosts(envoy))
    count_assigned(envoy.conference, actor, at)
    return envoy


@transaction.atomic
def decline_envoy(envoy_id: int, *, reason: str, actor: Actor, at: datetime) -> Envoy:
    """They do not go. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason)."""
    envoy = lock_envoy(envoy_id)
    rules.check_can_decline(actor, envoy, reason=reason, at=at)
    _decide(envoy, "decline", reason, actor, at)
    write_down(envoy, "envoy.declined", actor, at)
    return envoy


@transaction.atomic
def withdraw_envoy(envoy_id: int, *, reason: str, actor: Actor, at: datetime) -> Envoy:
    """They were to go and do not any more. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    envoy = lock_envoy(envoy_id)
    rules.check_can_withdraw(actor, envoy, reason=reason, at=at)
    was_approved = envoy.status == EnvoyStatus.APPROVED
    _decide(envoy, "withdraw", reason, actor, at)
    entry = write_down(envoy, "envoy.withdrawn", actor, at)
    if was_approved:
        tell_envoy(envoy, entry, texts.told_off(envoy))
        tell_hosts(envoy, entry, texts.told_off(envoy))
        uncount_assigned(envoy, actor, at)
    return envoy


@transaction.atomic
def confirm_presence_of_envoy(envoy_id: int, *, actor: Actor, at: datetime) -> Envoy:
    """They were there. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (before the day)."""
    envoy = lock_envoy(envoy_id)
    rules.check_can_confirm_presence_of(actor, envoy, at=at)
    _decide(envoy, "confirm_presence_of", "", actor, at)
    write_down(envoy, "envoy.confirmed", actor, at)
    return envoy


@transaction.atomic
def record_absence_of_envoy(envoy_id: int, *, reason: str, actor: Actor, at: datetime) -> Envoy:
    """They were not there, and why. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    envoy = lock_envoy(envoy_id)
    rules.check_can_record_absence_of(actor, envoy, reason=reason, at=at)
    _decide(envoy, "record_absence_of", reason, actor, at)
    write_down(envoy, "envoy.missed", actor, at)
    return envoy


def clash_of(envoy: Envoy) -> Envoy | None:
    """The other conference this person attends in the same session, if any."""
    if envoy.day is None:
        return None
    same = Envoy.objects.filter(person_key=envoy.person_key, day=envoy.day, session=envoy.session, status__in=HOLDS)
    return same.exclude(pk=envoy.pk).select_related("conference__placement").first()


def _clash_words(envoy: Envoy, other: Envoy) -> str:
    session = Session(envoy.session).label.lower()
    when = f"{session} {day(envoy.day)}" if envoy.day else ""
    return f"{envoy.full_name} đã dự hội nghị {other.conference.placement.name} {when}. Hãy cử người khác."


def _decide(envoy: Envoy, verb: str, reason: str, actor: Actor, at: datetime) -> None:
    envoy.status, envoy.reason = ENVOY.target(verb, envoy.status), squeeze(reason)
    envoy.decided_at, envoy.decided_by_id = at, actor.appointment_id
    try:
        with transaction.atomic():
            envoy.save(update_fields=[*_DECIDED, "day", "session"])
    except IntegrityError:  # somebody approved the same person elsewhere at the same moment
        raise NotNow(f"{envoy.full_name} vừa được duyệt dự một hội nghị khác cùng buổi. Hãy tải lại trang.") from None


def _office(sheet: rules.EnvoySheet, unit_id: int) -> Appointment | None:
    if sheet.appointment_id is None:
        return None
    held = Appointment.objects.select_related("account").filter(pk=sheet.appointment_id, unit_id=unit_id).first()
    if held is None:
        raise BadInput("Người này không giữ vị trí ở đơn vị của bạn.", {"appointment_id": "Hãy chọn lại."})
    return held
