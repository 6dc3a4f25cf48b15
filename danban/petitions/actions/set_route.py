"""Keep the routing table: a line for a field, narrower ones for a unit or for words of the text."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import fold, squeeze
from danban.petitions import rules
from danban.petitions.models import RoutingRule
from danban.units.models import BodyKind, Level, Scheme, Unit


@transaction.atomic
def set_route(
    scheme_id: int,
    *,
    field: str,
    level_code: str,
    body_kind: str,
    reason: str,
    unit_id: int | None = None,
    words: str = "",
    actor: Actor,
    at: datetime,
) -> RoutingRule:
    """Write the line for a field (and unit, and words); the one there is replaced. From now on proposals follow it.

    Raises ``NotYours``, ``NotFound`` or ``BadInput`` naming the field.
    """
    rules.check_can_set_route(actor, at=at)
    scheme = Scheme.objects.select_for_update(of=("self",)).filter(pk=scheme_id).first()
    kind = BodyKind.objects.filter(code=body_kind).first()
    if scheme is None or (unit_id is not None and not Unit.objects.filter(pk=unit_id).exists()):
        raise NotFound
    rules.check_field(field)
    if kind is None:
        raise BadInput("Hãy chọn cơ quan.", {"body_kind": "Hãy chọn cơ quan."})
    if not Level.objects.filter(scheme=scheme, code=level_code).exclude(code="village").exists():
        raise BadInput("Hãy chọn cấp trả lời.", {"level_code": "Hãy chọn cấp từ xã trở lên."})
    rules.check_reason(reason)
    row, _ = RoutingRule.objects.update_or_create(
        scheme=scheme, field=field, unit=Unit.objects.filter(pk=unit_id or 0).first(), words=fold(words)[:80],
        defaults={"level_code": level_code, "body_kind": kind, "reason": squeeze(reason)[:200]},
    )  # fmt: skip
    _write_down("routing_rule.set", row, actor, at)
    return row


@transaction.atomic
def drop_route(rule_id: int, *, actor: Actor, at: datetime) -> None:
    """Take a line back; what comes with the system holds again. Raises ``NotYours`` or ``NotFound``."""
    rules.check_can_set_route(actor, at=at)
    row = RoutingRule.objects.select_for_update(of=("self",)).filter(pk=rule_id).first()
    if row is None:
        raise NotFound
    _write_down("routing_rule.dropped", row, actor, at)
    row.delete()


def _write_down(event: str, row: RoutingRule, actor: Actor, at: datetime) -> None:
    changes = {"field": row.field, "level": row.level_code, "body_kind": row.body_kind_id, "unit": row.unit_id}
    record(
        actor=actor, event=event, subject="routing_rule", subject_id=row.pk, at=at, unit_id=actor.unit_id,
        changes=changes,
    )  # fmt: skip
