"""What every step of a difficulty leaves behind: a row of the thread, an entry of the diary, words for the others."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from danban.accounts.roles import ROLES
from danban.audit.actions import record
from danban.difficulties.models import Difficulty, DifficultyStep
from danban.difficulties.texts import Words, words_for_asker, words_for_holder, words_for_passers
from danban.kit.actor import Actor
from danban.notices.actions import tell_units
from danban.units.models import Placement

_ANSWERING = tuple(role.code for role in ROLES.values() if "difficulty:answer" in role.permissions)
_ASKING = tuple(role.code for role in ROLES.values() if "difficulty:ask" in role.permissions)
_HOLDER_IS_TOLD = {"ask", "pass_up", "reopen", "close"}
_ASKER_IS_TOLD = {"acknowledge", "answer", "pass_up"}


def write_step(difficulty: Difficulty, verb: str, event: str, text: str, actor: Actor, at: datetime) -> DifficultyStep:
    """Add a step to the thread and the diary; the caller has locked, checked and moved the difficulty.

    The diary holds where it stands and lies, never the words: they may be about people.
    """
    step = DifficultyStep.objects.create(
        difficulty=difficulty, verb=verb, holder=difficulty.holder, text=text.strip(),
        appointment_id=actor.appointment_id, at=at,
    )  # fmt: skip
    where: dict[str, Any] = {"status": difficulty.status, "placement": difficulty.placement_id}
    where |= {"holder": difficulty.holder_id, "answer_due_on": difficulty.answer_due_on}
    record(
        actor=actor, event=event, subject="difficulty", subject_id=difficulty.pk, at=at, unit_id=actor.unit_id,
        changes=where,
    )  # fmt: skip
    return step


def tell_step(step: DifficultyStep, *, by: Placement) -> None:
    """Tell the other side of a step that ``by`` took; of an answer also those who passed it up."""
    difficulty = step.difficulty
    if step.verb in _HOLDER_IS_TOLD:
        _tell(step, [difficulty.holder.unit_id], _ANSWERING, words_for_holder(difficulty, step, by=by.name))
    if step.verb in _ASKER_IS_TOLD:
        _tell(step, [difficulty.placement.unit_id], _ASKING, words_for_asker(difficulty, step, by=by.name))
    if step.verb == "answer":
        before = difficulty.steps.exclude(holder_id=difficulty.holder_id).order_by("pk")
        units = set(before.values_list("holder__unit_id", flat=True))
        _tell(step, sorted(units), _ANSWERING, words_for_passers(difficulty, step, by=by.name))


def _tell(step: DifficultyStep, units: Collection[int], roles: tuple[str, ...], words: Words) -> None:
    difficulty = step.difficulty
    tell_units(
        units, roles=roles, fact=f"difficulty:{difficulty.pk}:{step.pk}", topic="difficulty",
        subject=words.subject, body=words.body, about=("difficulty", difficulty.pk),
        is_urgent=difficulty.is_urgent, at=step.at,
    )  # fmt: skip
