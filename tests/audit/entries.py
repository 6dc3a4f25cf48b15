"""Entries of the diary to seal, to check and to tamper with."""

from danban.audit import actions
from danban.audit.models import Entry
from danban.kit.actor import Actor
from tests.cast import AT

WRITER = Actor(user_id=7, appointment_id=3, role="movement_board")


def write_entries(count: int) -> list[Entry]:
    """So many entries of one official, each about another campaign."""
    return [
        actions.record(
            actor=WRITER, event="campaign.launched", subject="campaign", subject_id=number, at=AT, unit_id=1,
            changes={"số": number},
        )
        for number in range(count)
    ]  # fmt: skip
