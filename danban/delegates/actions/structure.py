"""The structure of a conference: set, agreed by the two heads."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction

from danban.audit.actions import record
from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Conference
from danban.delegates import rules
from danban.delegates.actions.convening import count_convened
from danban.delegates.models import Quota, StructureAssent
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze


@transaction.atomic
def set_structure(conference_id: int, *, quotas: Sequence[rules.QuotaLine], actor: Actor, at: datetime) -> int:
    """Replace the structure; lines of 0 are left out, assents fall. Returns how many people are planned in all.

    Lines that speak of no village leave what each village may send as it is.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (a group twice, a number out of range).
    """
    conference = lock_conference(conference_id)
    rules.check_can_set_structure(actor, conference, quotas, at=at)
    wanted = [
        Quota(
            conference=conference, group=line.group, label=squeeze(line.label), village_id=line.village_id,
            planned=line.planned,
        )
        for line in quotas
        if line.planned
    ]  # fmt: skip
    of_villages = any(line.village_id for line in quotas)
    standing = conference.quotas.all() if of_villages else conference.quotas.filter(village__isnull=True)
    if _key(wanted) == _key(standing):
        return sum(one.planned for one in wanted if one.village_id is None)
    standing.delete()
    fallen, _ = conference.structure_assents.all().delete()
    Quota.objects.bulk_create(wanted)
    planned = sum(one.planned for one in wanted if one.village_id is None)
    _write_down(conference, "structure.set", actor, at, planned=planned, fallen_assents=fallen)
    return planned


@transaction.atomic
def agree_structure(conference_id: int, *, actor: Actor, at: datetime) -> StructureAssent:
    """One of the two heads agrees (III.5.3). Raises ``NotFound``, ``NotYours`` or ``NotNow`` (none set, agreed)."""
    conference = lock_conference(conference_id)
    rules.check_can_agree_structure(actor, conference, at=at)
    body = rules.body_agreeing(actor, conference, at=at)
    assert actor.appointment_id is not None  # who speaks for a body holds an office in it
    assent = StructureAssent.objects.create(
        conference=conference, body=body, appointment_id=actor.appointment_id, at=at
    )  # fmt: skip
    _write_down(conference, "structure.agreed", actor, at, body=body.pk)
    count_convened(conference, actor, at)
    return assent


def _key(quotas: Iterable[Quota]) -> set[tuple[str, str, int | None, int]]:
    return {(one.group, one.label, one.village_id, one.planned) for one in quotas}


def _write_down(conference: Conference, event: str, actor: Actor, at: datetime, **changes: object) -> None:
    record(
        actor=actor, event=event, subject="conference", subject_id=conference.pk, at=at, unit_id=actor.unit_id,
        changes=changes,
    )  # fmt: skip
