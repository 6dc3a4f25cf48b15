"""Acknowledge a difficulty: the unit it lies with has seen it."""

from datetime import datetime

from django.db import transaction

from danban.difficulties import rules
from danban.difficulties.actions.locks import lock_difficulty
from danban.difficulties.actions.steps import tell_step, write_step
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor


@transaction.atomic
def acknowledge_difficulty(difficulty_id: int, *, actor: Actor, at: datetime) -> Difficulty:
    """Say that it was seen; the day for the answer stays. Raises ``NotFound``, ``NotYours`` or ``NotNow``."""
    difficulty = lock_difficulty(difficulty_id)
    rules.check_can_acknowledge(actor, difficulty, at=at)
    difficulty.status = DIFFICULTY.target("acknowledge", difficulty.status)
    difficulty.save(update_fields=["status"])
    step = write_step(difficulty, "acknowledge", "difficulty.acknowledged", "", actor, at)
    tell_step(step, by=difficulty.holder)
    return difficulty
