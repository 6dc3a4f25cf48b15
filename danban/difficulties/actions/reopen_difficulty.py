"""Reopen a difficulty: the answer does not help, or it came back."""

from datetime import datetime

from django.db import transaction

from danban.difficulties import rules
from danban.difficulties.actions.locks import lock_difficulty
from danban.difficulties.actions.steps import tell_step, write_step
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor


@transaction.atomic
def reopen_difficulty(difficulty_id: int, *, reason: str, actor: Actor, at: datetime) -> Difficulty:
    """Ask again where it lay last; the day for the answer counts anew.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no reason).
    """
    difficulty = lock_difficulty(difficulty_id)
    rules.check_can_reopen(actor, difficulty, reason=reason, at=at)
    difficulty.status = DIFFICULTY.target("reopen", difficulty.status)
    difficulty.answered_at = difficulty.closed_at = None
    difficulty.answer_due_on = rules.answer_due(at, is_urgent=difficulty.is_urgent).due_on
    difficulty.save(update_fields=["status", "answered_at", "closed_at", "answer_due_on"])
    step = write_step(difficulty, "reopen", "difficulty.reopened", reason, actor, at)
    tell_step(step, by=difficulty.placement)
    return difficulty
