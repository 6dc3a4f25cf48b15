"""Read back: the answers were read to those who asked, at a meeting, over the loudspeaker or door to door."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petitions
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition


@transaction.atomic
def read_back(petition_ids: Collection[int], *, how: str = "", actor: Actor, at: datetime) -> int:
    """Mark answered petitions as read back; how many were new. ``how`` in words: "họp tổ dân phố 05/03".

    Raises ``NotFound``, ``NotYours`` or ``NotNow`` (one has no answer yet); all or none.
    """
    found = lock_petitions(petition_ids)
    if len(found) < len(set(petition_ids)):
        raise NotFound
    for petition in found:
        rules.check_can_read_back(actor, petition, at=at)
    new = [one for one in found if one.read_back_at is None]
    Petition.objects.filter(pk__in=[one.pk for one in new]).update(read_back_at=at)
    for petition in new:
        tell_step(write_step(petition, "read_back", how, actor, at))
    return len(new)
