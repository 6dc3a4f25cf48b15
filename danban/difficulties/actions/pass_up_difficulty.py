"""Pass a difficulty up: the unit it lies with cannot settle it, its superior may."""

from datetime import datetime

from django.db import transaction

from danban.difficulties import rules
from danban.difficulties.actions.locks import lock_difficulty
from danban.difficulties.actions.steps import tell_step, write_step
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DIFFICULTY
from danban.kit.actor import Actor


@transaction.atomic
def pass_up_difficulty(difficulty_id: int, *, reason: str, actor: Actor, at: datetime) -> Difficulty:
    """Hand it to the direct superior of the unit it lies with; the day for the answer counts anew.

    Raises ``NotFound``, ``NotYours``, ``NotNow`` (already at the top) or ``BadInput`` (no reason). IV.6.
    """
    difficulty = lock_difficulty(difficulty_id)
    rules.check_can_pass_up(actor, difficulty, reason=reason, at=at)
    below, above = difficulty.holder, difficulty.holder.parent
    assert above is not None  # the rule has refused the top
    difficulty.status, difficulty.holder = DIFFICULTY.target("pass_up", difficulty.status), above
    difficulty.answer_due_on = rules.answer_due(at, is_urgent=difficulty.is_urgent).due_on
    difficulty.save(update_fields=["status", "holder", "answer_due_on"])
    step = write_step(difficulty, "pass_up", "difficulty.passed_up", reason, actor, at)
    tell_step(step, by=below)
    return difficulty
