"""Answer a difficulty: the unit it lies with settles it in words."""

from datetime import datetime

from django.db import transaction

from danban.difficulties import rules
from danban.difficulties.actions.locks import lock_difficulty
from danban.difficulties.actions.steps import tell_step, write_step
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor


@transaction.atomic
def answer_difficulty(difficulty_id: int, *, text: str, actor: Actor, at: datetime) -> Difficulty:
    """Answer; the asker then closes it or asks again.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` or ``BadInput`` (no words).
    """
    difficulty = lock_difficulty(difficulty_id)
    rules.check_can_answer(actor, difficulty, text=text, at=at)
    difficulty.status = DIFFICULTY.target("answer", difficulty.status)
    difficulty.answered_at = at
    difficulty.save(update_fields=["status", "answered_at"])
    step = write_step(difficulty, "answer", "difficulty.answered", text, actor, at)
    tell_step(step, by=difficulty.holder)
    return difficulty
