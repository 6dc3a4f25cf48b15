"""Correct what was written down of an opinion."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.sittings import rules
from danban.sittings.actions.locks import check_belongs, lock_of
from danban.sittings.actions.record_opinion import write_words
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Opinion


@transaction.atomic
def edit_opinion(opinion_id: int, *, sheet: rules.OpinionSheet, actor: Actor, at: datetime) -> Opinion:
    """Words, speaker, item, field. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    opinion = lock_of(Opinion, opinion_id)
    rules.check_can_change_opinion(actor, opinion, at=at)
    rules.check_opinion(sheet)
    check_belongs(opinion.conference, entry_id=sheet.entry_id, delegate_id=sheet.delegate_id)
    opinion.save(update_fields=write_words(opinion, sheet))
    write_down(opinion, "opinion.edited", actor, at, entry=sheet.entry_id)
    return opinion
