"""Write down what somebody said."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from danban.conferences.actions.locks import lock_conference
from danban.kit.actor import Actor
from danban.kit.vietnamese import fold, nfc, squeeze
from danban.sittings import rules
from danban.sittings.actions.locks import check_belongs
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Opinion


@transaction.atomic
def record_opinion(
    conference_id: int, *, uuid: UUID, sheet: rules.OpinionSheet, actor: Actor, at: datetime
) -> Opinion:  # fmt: skip
    """Against an item and a speaker, or anonymous. The same ``uuid`` again hands back what stands.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (not open, minutes confirmed) or ``BadInput``.
    """
    conference = lock_conference(conference_id)
    rules.check_can_record(actor, conference, at=at)
    known = Opinion.objects.filter(conference=conference, uuid=uuid).first()
    if known is not None:
        return known
    rules.check_opinion(sheet)
    check_belongs(conference, entry_id=sheet.entry_id, delegate_id=sheet.delegate_id, village_id=sheet.village_id)
    opinion = Opinion(
        uuid=uuid, conference=conference, village_id=sheet.village_id, said_at=at, recorded_at=at,
        appointment_id=actor.appointment_id,
    )  # fmt: skip
    write_words(opinion, sheet)
    opinion.save(force_insert=True)
    write_down(opinion, "opinion.recorded", actor, at, entry=sheet.entry_id)
    return opinion


def write_words(opinion: Opinion, sheet: rules.OpinionSheet) -> list[str]:
    """Put what was typed on an opinion, unsaved; the columns it touched."""
    opinion.text, opinion.speaker = nfc(sheet.text).strip(), squeeze(sheet.speaker)[:160]
    opinion.folded, opinion.field = fold(opinion.text), sheet.field
    opinion.entry_id, opinion.delegate_id = sheet.entry_id, sheet.delegate_id
    return ["text", "speaker", "folded", "field", "entry_id", "delegate_id"]
