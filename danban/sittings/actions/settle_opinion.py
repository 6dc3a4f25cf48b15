"""The asker says whether the answer is enough; where it is not, the opinion becomes a petition."""

from datetime import datetime

from django.db import transaction

from danban.kit.actor import Actor
from danban.sittings import rules
from danban.sittings.actions.locks import lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Opinion


@transaction.atomic
def settle_opinion(opinion_id: int, *, is_enough: bool, actor: Actor, at: datetime) -> Opinion:
    """Close it, or make it a petition. Raises ``NotFound``, ``NotYours`` or ``NotNow`` (no answer to judge)."""
    opinion = lock_of(Opinion, opinion_id)
    rules.check_can_settle(actor, opinion, at=at)
    opinion.is_settled, opinion.is_petition = is_enough, not is_enough
    opinion.save(update_fields=["is_settled", "is_petition"])
    write_down(opinion, "opinion.settled", actor, at, is_enough=is_enough)
    return opinion
