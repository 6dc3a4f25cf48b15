"""Merge: the same voice was entered twice; one of the two is followed, the other keeps its words and hears with it."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petitions
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION


@transaction.atomic
def merge_petition(petition_id: int, *, into_id: int, actor: Actor, at: datetime) -> Petition:
    """Of one place only: another village's voice is grouped.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    found = {one.pk: one for one in lock_petitions([petition_id, into_id])}
    petition, into = found.get(petition_id), found.get(into_id)
    if petition is None or into is None:
        raise NotFound
    rules.check_can_merge(actor, petition, into=into, at=at)
    petition.status, petition.merged_into = PETITION.target("merge", petition.status), into
    petition.group = None
    petition.save(update_fields=["status", "merged_into", "group"])
    Petition.objects.filter(merged_into=petition).update(merged_into=into)
    write_step(petition, "merge", into.code, actor, at)
    return petition
