"""Resume: the days count again, and the day for the answer moves by those that did not."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.petitions import rules
from danban.petitions.actions.deadlines import CLOCK_COLUMNS, set_due
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.queries.terms import calendar


@transaction.atomic
def resume_petition(petition_id: int, *, actor: Actor, at: datetime) -> Petition:
    """Today counts again. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (it does not stand still)."""
    petition = lock_petition(petition_id)
    rules.check_can_resume(actor, petition, at=at)
    petition.pauses.filter(ends_on__isnull=True).update(ends_on=day_of(at))
    petition.waiting_since = None
    set_due(petition, calendar(petition.book_id), today=day_of(at))
    petition.save(update_fields=list(CLOCK_COLUMNS))
    tell_step(write_step(petition, "resume", "", actor, at))
    return petition
