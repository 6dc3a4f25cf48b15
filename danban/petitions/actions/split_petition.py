"""Split: one sentence holds several requests, each goes its own way."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from danban import petitionreader
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import fold, nfc, squeeze
from danban.petitions import rules
from danban.petitions.actions.keys import key_rows
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition, PetitionKey
from danban.petitions.states import PETITION
from danban.units.models import Placement


@transaction.atomic
def split_petition(petition_id: int, *, parts: Sequence[str], actor: Actor, at: datetime) -> list[Petition]:
    """Each part is a petition of the same voice, to be sorted; the whole is answered when its parts are.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (fewer than two parts).
    """
    petition = lock_petition(petition_id)
    wanted = [part for part in parts if squeeze(part)]
    rules.check_can_split(actor, petition, parts=wanted, at=at)
    petition.pauses.filter(ends_on__isnull=True).update(ends_on=max(day_of(at), petition.waiting_since or day_of(at)))
    petition.status, petition.group, petition.waiting_since = PETITION.target("split", petition.status), None, None
    petition.save(update_fields=["status", "group", "waiting_since"])
    write_step(petition, "split", "", actor, at)
    desk = rules.desk_of(Placement.objects.select_related("parent", "level").get(pk=petition.seat_id))
    return [_part(petition, nfc(text).strip(), desk, actor, at) for text in wanted]


def _part(whole: Petition, text: str, desk: Placement, actor: Actor, at: datetime) -> Petition:
    reading = petitionreader.read(text)
    part = Petition.objects.create(
        uuid=uuid.uuid4(), campaign_id=whole.campaign_id, village_id=whole.village_id, book=whole.book, seat=whole.seat,
        at_1=whole.at_1, at_2=whole.at_2, at_3=whole.at_3, source=whole.source, conference_id=whole.conference_id,
        item=whole.item, kind=whole.kind, title=rules.title_of(text), text=text, speaker=whole.speaker,
        may_name=whole.may_name, folded=fold(f"{text} {whole.seat.name}"), is_complaint=reading.is_complaint,
        status=PETITION.start.value, holder=desk, split_from=whole, recorded_at=whole.recorded_at,
        carried=whole.carried,
    )  # fmt: skip
    PetitionKey.objects.bulk_create(key_rows(part, reading, commune=desk.unit_id))
    write_step(part, "record", f"Tách từ {whole.code}", actor, at)
    return part
