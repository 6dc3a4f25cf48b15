"""Take in what conferences left behind, remind and escalate. Harmless to repeat, every minute."""

from datetime import datetime

from danban.kit.actor import machine
from danban.petitions.actions import Climbed, escalate_late, take_in_opinions
from danban.petitions.queries import conferences_left


def run(*, at: datetime) -> tuple[int, Climbed]:
    """How many opinions became petitions, and what was reminded of and escalated."""
    actor = machine("petitions")
    taken = sum(len(take_in_opinions(pk, actor=actor, at=at)) for pk in conferences_left())
    return taken, escalate_late(actor=actor, at=at)
