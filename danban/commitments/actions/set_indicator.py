"""Keep the catalogue of indicators."""

from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.commitments import rules
from danban.commitments.models import Indicator
from danban.commitments.queries.catalogue import Measure
from danban.commitments.states import Direction, RollUp
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import slug, squeeze


@transaction.atomic
def set_indicator(measure: Measure, *, is_retired: bool = False, actor: Actor, at: datetime) -> Indicator:
    """Write the line of a code (made from the name where there is none); retired, it is offered no more.

    Raises ``NotYours`` or ``BadInput`` naming each bad field.
    """
    rules.check_can_set_indicator(actor, at=at)
    problems = {}
    if len(squeeze(measure.name)) < 3:
        problems["name"] = "Hãy ghi tên chỉ tiêu."
    if measure.direction not in Direction.values or measure.roll_up not in RollUp.values:
        problems["direction"] = "Hãy chọn chiều tốt và cách cộng dồn."
    if measure.low is not None and measure.high is not None and measure.low > measure.high:
        problems["low"] = "Mức thấp nhất lớn hơn mức cao nhất."
    if problems:
        raise BadInput(" ".join(problems.values()), problems)
    row, _ = Indicator.objects.update_or_create(
        code=(measure.code or slug(measure.name))[:40],
        defaults={
            "name": squeeze(measure.name)[:240], "unit_label": squeeze(measure.unit_label)[:40],
            "direction": measure.direction, "roll_up": measure.roll_up, "numerator": squeeze(measure.numerator)[:120],
            "denominator": squeeze(measure.denominator)[:120], "measured_by": squeeze(measure.measured_by)[:160],
            "low": measure.low, "high": measure.high, "is_retired": is_retired,
        },
    )  # fmt: skip
    record(
        actor=actor, event="indicator.set", subject="indicator", subject_id=row.pk, at=at, unit_id=actor.unit_id,
        changes={"code": row.code, "is_retired": is_retired},
    )  # fmt: skip
    return row
