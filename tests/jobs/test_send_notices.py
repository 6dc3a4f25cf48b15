"""The job of sending goes on until nothing is due, reading the clock before every batch."""

from datetime import datetime, timedelta
from typing import Any

from danban.jobs import send_notices
from danban.notices.actions import Sending
from danban.notices.actions.send_waiting import BATCH
from danban.notices.models import Notice
from danban.notices.states import Digest
from tests.cast import AT, Cast
from tests.notices.factories import make_notice, wish


def test_everything_that_is_due_leaves_in_one_run_the_mail_of_the_day_too(cast: Cast, settings: Any) -> None:
    settings.DEMO = True
    wish(cast.people["truc_bach"], digest=Digest.DAILY)
    for _ in range(BATCH + 1):
        make_notice(cast.people["phuc_xa"])
        make_notice(cast.people["truc_bach"])
    asked: list[datetime] = []

    def now() -> datetime:
        asked.append(AT + timedelta(seconds=len(asked)))
        return asked[-1]

    done = send_notices.run(now=now)

    assert done == Sending(seen=BATCH + 2, kept=BATCH + 2)
    assert Notice.objects.filter(topic="digest", status="kept").count() == 1
    assert len(asked) == 5
    assert send_notices.run(now=now) == Sending()
