"""The speakers' queue: ask for the floor, get it, give it back, step back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from danban.conferences.actions.locks import lock_conference
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.kit.vietnamese import squeeze
from danban.sittings import rules
from danban.sittings.actions.locks import check_belongs, lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Turn


@transaction.atomic
def ask_to_speak(
    conference_id: int, *, uuid: UUID, speaker: str, delegate_id: int | None = None, actor: Actor, at: datetime
) -> Turn:  # fmt: skip
    """Last in the queue; the same ``uuid`` again changes nothing. Raises what its rules raise."""
    conference = lock_conference(conference_id)
    rules.check_can_queue(actor, conference, at=at)
    known = Turn.objects.filter(conference=conference, uuid=uuid).first()
    if known is not None:
        return known
    if not squeeze(speaker):
        raise BadInput("Hãy ghi tên người đăng ký phát biểu.", {"speaker": "Không được để trống."})
    check_belongs(conference, delegate_id=delegate_id)
    turn = Turn(
        uuid=uuid, conference=conference, speaker=squeeze(speaker)[:160], delegate_id=delegate_id, asked_at=at
    )  # fmt: skip
    turn.save(force_insert=True)
    write_down(turn, "turn.asked", actor, at)
    return turn


@transaction.atomic
def begin_turn(turn_id: int, *, actor: Actor, at: datetime) -> Turn:
    """Call somebody to the floor; whoever speaks now has finished. Twice is harmless."""
    turn = lock_of(Turn, turn_id)
    rules.check_can_begin_turn(actor, turn, at=at)
    if turn.began_at is not None:
        return turn
    running = Turn.objects.filter(conference=turn.conference, began_at__isnull=False, ended_at__isnull=True)
    running.update(ended_at=at)
    turn.began_at = at
    turn.save(update_fields=["began_at"])
    write_down(turn, "turn.begun", actor, at)
    return turn


@transaction.atomic
def end_turn(turn_id: int, *, actor: Actor, at: datetime) -> Turn:
    """The speaker has finished. Twice is harmless."""
    turn = lock_of(Turn, turn_id)
    rules.check_can_end_turn(actor, turn, at=at)
    if turn.ended_at is not None:
        return turn
    turn.ended_at = at
    turn.save(update_fields=["ended_at"])
    write_down(turn, "turn.ended", actor, at)
    return turn


@transaction.atomic
def leave_queue(turn_id: int, *, actor: Actor, at: datetime) -> Turn:
    """Somebody who waits steps back. Twice is harmless."""
    turn = lock_of(Turn, turn_id)
    rules.check_can_leave_queue(actor, turn, at=at)
    if turn.left_at is not None:
        return turn
    turn.left_at = at
    turn.save(update_fields=["left_at"])
    write_down(turn, "turn.left", actor, at)
    return turn
