"""Close a difficulty: the unit that had it says that it is over."""

from datetime import datetime

from django.db import transaction

from danban.difficulties import rules
from danban.difficulties.actions.locks import lock_difficulty
from danban.difficulties.actions.steps import tell_step, write_step
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor


@transaction.atomic
def close_difficulty(difficulty_id: int, *, actor: Actor, at: datetime) -> Difficulty:
    """Close, answered or not. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    difficulty = lock_difficulty(difficulty_id)
    rules.check_can_close(actor, difficulty, at=at)
    difficulty.status, difficulty.closed_at = DIFFICULTY.target("close", difficulty.status), at
    difficulty.save(update_fields=["status", "closed_at"])
    step = write_step(difficulty, "close", "difficulty.closed", "", actor, at)
    tell_step(step, by=difficulty.placement)
    return difficulty
