"""The conference chooses who chairs it or who writes its minutes, by a counted vote."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from danban.conferences.actions import name_officers
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Officer
from danban.conferences.rules import OfficerLine
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.sittings import rules
from danban.sittings.actions.count_hands import count_hands
from danban.sittings.models import HandCount
from danban.sittings.states import Outcome

_ROLES = {"chair": Officer.Role.CHAIR, "secretary": Officer.Role.SECRETARY}


@transaction.atomic
def choose_officers(
    conference_id: int,
    *,
    uuid: UUID,
    people: Sequence[tuple[str, str]],
    sheet: rules.HandSheet,
    actor: Actor,
    at: datetime,
) -> HandCount:
    """``people`` are names with titles; ``sheet.chooses`` "chair" or "secretary". Passed, they take that place.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (nobody is named, two chairs).
    """
    rules.check_can_record(actor, lock_conference(conference_id), at=at)
    if sheet.chooses not in _ROLES or not people:
        raise BadInput("Hãy ghi tên người được giới thiệu.", {"people": "Mỗi người một dòng."})
    already = HandCount.objects.filter(conference=conference_id, uuid=uuid).exists()
    count = count_hands(conference_id, uuid=uuid, sheet=sheet, actor=actor, at=at)
    if count.outcome == Outcome.PASSED and not already:
        role = _ROLES[sheet.chooses]
        chosen = [OfficerLine(role.value, name, title) for name, title in people]
        others = Officer.objects.filter(conference=conference_id).exclude(role=role).order_by("position", "pk")
        kept = [OfficerLine(one.role, one.full_name, one.title) for one in others]
        lines = [*chosen, *kept] if role == Officer.Role.CHAIR else [*kept, *chosen]
        name_officers(conference_id, officers=lines, actor=actor, at=at)
    return count
