"""Group: the same request of several villages is answered together; each voice stays, each village hears."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.refusals import BadInput, NotFound
from danban.kit.vietnamese import squeeze
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition, lock_petitions
from danban.petitions.actions.steps import write_step
from danban.petitions.models import Petition, PetitionGroup


@transaction.atomic
def group_petitions(petition_ids: Collection[int], *, title: str = "", actor: Actor, at: datetime) -> PetitionGroup:
    """Put petitions into one group; those already grouped bring their whole group along.

    The title is that of the first where none is given. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``.
    """
    chosen = lock_petitions(petition_ids)
    if len(chosen) < len(set(petition_ids)):
        raise NotFound
    rules.check_can_group(actor, chosen, at=at)
    groups = sorted({one.group_id for one in chosen if one.group_id})
    group = PetitionGroup.objects.filter(pk__in=groups).order_by("pk").first()
    if group is None:
        first = chosen[0]
        group = PetitionGroup.objects.create(
            book=first.book, title=squeeze(title)[:160] or first.title,
            field=next((one.field for one in chosen if one.field), "other"), made_at=at,
            made_by_id=actor.appointment_id,
        )  # fmt: skip
    elif squeeze(title):
        group.title = squeeze(title)[:160]
        group.save(update_fields=["title"])
    others = Petition.objects.filter(group_id__in=[pk for pk in groups if pk != group.pk])
    brought = lock_petitions(list(others.values_list("pk", flat=True)))
    joining = {one.pk: one for one in (*chosen, *brought) if one.group_id != group.pk}
    if len(joining) + group.petitions.count() < 2:
        raise BadInput("Gộp thì cần ít nhất hai kiến nghị.", {"petitions": "Hãy chọn thêm kiến nghị."})
    for petition in joining.values():
        petition.group = group
        petition.save(update_fields=["group"])
        write_step(petition, "group", group.title, actor, at)
    PetitionGroup.objects.filter(pk__in=groups, petitions__isnull=True).delete()
    return group


@transaction.atomic
def leave_group(petition_id: int, *, actor: Actor, at: datetime) -> Petition:
    """Take one out; a group of one is no group. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    petition = lock_petition(petition_id)
    rules.check_can_leave_group(actor, petition, at=at)
    group = petition.group
    assert group is not None  # the rule has refused what stands in none
    petition.group = None
    petition.save(update_fields=["group"])
    write_step(petition, "leave_group", group.title, actor, at)
    if group.petitions.count() < 2:
        group.petitions.update(group=None)
        group.delete()
    return petition
