"""Targets: put to the conference, changed from the floor before their vote, taken off."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from danban.conferences.actions.locks import lock_conference
from danban.kit.actor import Actor
from danban.kit.vietnamese import nfc, squeeze
from danban.sittings import rules
from danban.sittings.actions.locks import lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Target

_WORDS = ["indicator", "unit_label", "base", "value", "denominator", "measure", "owner"]


@transaction.atomic
def put_target(conference_id: int, *, sheet: rules.TargetSheet, actor: Actor, at: datetime) -> Target:
    """A new target, last in the list. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    conference = lock_conference(conference_id)
    rules.check_can_put_target(actor, conference, at=at)
    rules.check_target(sheet)
    last = Target.objects.filter(conference=conference).aggregate(last=Max("position"))["last"] or 0
    target = Target(conference=conference, position=last + 1, first_value=sheet.value)
    _write(target, sheet)
    target.save(force_insert=True)
    write_down(target, "target.put", actor, at, value=str(target.value))
    return target


@transaction.atomic
def change_target(target_id: int, *, sheet: rules.TargetSheet, actor: Actor, at: datetime) -> Target:
    """Before its vote; what was first put stays beside. Raises what its rules raise."""
    target = lock_of(Target, target_id)
    rules.check_can_change_target(actor, target, at=at)
    rules.check_target(sheet)
    before = target.value
    _write(target, sheet)
    target.save(update_fields=_WORDS)
    write_down(target, "target.changed", actor, at, value=[str(before), str(target.value)])
    return target


@transaction.atomic
def drop_target(target_id: int, *, actor: Actor, at: datetime) -> Target:
    """Off the list, before its vote. Raises what its rules raise."""
    target = lock_of(Target, target_id)
    rules.check_can_change_target(actor, target, at=at)
    target.dropped_at = at
    target.save(update_fields=["dropped_at"])
    write_down(target, "target.dropped", actor, at)
    return target


def _write(target: Target, sheet: rules.TargetSheet) -> None:
    target.indicator, target.unit_label = squeeze(sheet.indicator), squeeze(sheet.unit_label)[:40]
    target.base, target.value = sheet.base, sheet.value
    target.denominator, target.owner = squeeze(sheet.denominator)[:120], squeeze(sheet.owner)[:160]
    target.measure = nfc(sheet.measure).strip()
