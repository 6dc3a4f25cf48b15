"""One show of hands for every target not yet voted on."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from danban.conferences.actions.locks import lock_conference
from danban.kit.actor import Actor
from danban.kit.refusals import NotNow
from danban.sittings import rules
from danban.sittings.actions.count_hands import count_hands
from danban.sittings.models import HandCount, Target


@transaction.atomic
def count_block(
    conference_id: int, *, uuid: UUID, sheet: rules.HandSheet, actor: Actor, at: datetime
) -> list[HandCount]:  # fmt: skip
    """The same numbers stand against each target; the same ``uuid`` again hands back what stands.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (no target waits for its vote) or ``BadInput``.
    """
    conference = lock_conference(conference_id)
    rules.check_can_record(actor, conference, at=at)
    targets = list(Target.objects.filter(conference=conference, dropped_at=None).order_by("position", "pk"))
    known = list(HandCount.objects.filter(uuid__in=[uuid5(uuid, str(target.pk)) for target in targets]).order_by("pk"))
    if known:
        return known
    waiting = [target for target in targets if not target.hand_counts.exists() and not target.polls.exists()]
    if not waiting:
        raise NotNow("Không còn chỉ tiêu nào chờ biểu quyết.")
    return [
        count_hands(
            conference_id, uuid=uuid5(uuid, str(target.pk)), actor=actor, at=at,
            sheet=replace(sheet, target_id=target.pk, question=f"{sheet.question}: {target.indicator}"[:400]),
        )
        for target in waiting
    ]  # fmt: skip
