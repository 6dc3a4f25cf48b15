"""Climb the ladder of reminders in every year that runs. Harmless to repeat: every minute, or once a morning."""

from datetime import datetime

from danban.campaigns.actions import Reminded, remind_by_ladder
from danban.campaigns.queries import list_running
from danban.kit.actor import machine


def run(*, at: datetime) -> Reminded:
    """Take the steps that are due; how many obligations were spoken of, and how many notices that made."""
    actor = machine("remind")
    done = [remind_by_ladder(campaign_id, actor=actor, at=at) for campaign_id in list_running()]
    return Reminded(sum(one.obligations for one in done), sum(one.notices for one in done))
