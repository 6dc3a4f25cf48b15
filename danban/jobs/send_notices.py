"""Send what waits: gather the mails of the day first, then batch after batch until nothing is due."""

from collections.abc import Callable
from datetime import datetime

from danban.kit.actor import machine
from danban.notices.actions import Sending, gather_waiting, send_waiting


def run(*, now: Callable[[], datetime]) -> Sending:
    """What became of everything that was due. Each batch is dated by the moment it begins."""
    actor = machine("send-notices")
    while gather_waiting(actor=actor, at=now()):
        pass
    total = Sending()
    while (sending := send_waiting(actor=actor, at=now())).seen:
        total += sending
    return total
