"""Return a petition: the body is not competent and does not know who is; the Front of the seat sorts it anew."""

from datetime import date, datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.steps import tell_step, write_step
from danban.petitions.models import Petition
from danban.petitions.states import PETITION
from danban.units.models import Placement


@transaction.atomic
def return_petition(petition_id: int, *, reason: str, actor: Actor, at: datetime) -> Petition:
    """The clock stops until it is routed anew. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_return(actor, petition, reason=reason, at=at)
    lay_on_desk(petition, "return", on=day_of(at))
    tell_step(write_step(petition, "return", reason, actor, at))
    return petition


def lay_on_desk(petition: Petition, verb: str, *, on: date) -> None:
    """Move a locked petition to the Front of its seat, without a body or a clock."""
    petition.status = PETITION.target(verb, petition.status)
    petition.holder = rules.desk_of(Placement.objects.select_related("parent", "level").get(pk=petition.seat_id))
    petition.pauses.filter(ends_on__isnull=True).update(ends_on=max(on, petition.waiting_since or on))
    petition.body = petition.clock_from = petition.acknowledge_due_on = None
    petition.answer_due_on = petition.waiting_since = None
    petition.save(
        update_fields=[
            "status", "holder", "body", "merged_into", "clock_from", "acknowledge_due_on", "answer_due_on",
            "waiting_since",
        ]
    )  # fmt: skip
