"""Forward a petition: up, down or sideways to another body, with a reason those who asked can read."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.petitions import rules
from danban.petitions.actions.locks import lock_petition
from danban.petitions.actions.route_petition import Hop, route
from danban.petitions.models import Petition


@transaction.atomic
def forward_petition(petition_id: int, *, body_id: int, reason: str, actor: Actor, at: datetime) -> Petition:
    """The other body's days count from today. Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput``."""
    petition = lock_petition(petition_id)
    rules.check_can_forward(actor, petition, reason=reason, at=at)
    return route(petition, Hop("forward", body_id, reason), actor, at)
