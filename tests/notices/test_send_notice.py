"""A notice is sent once; what was given up while its letter was under way may still count as sent."""

from datetime import timedelta

import pytest

from danban.kit.refusals import NotNow
from danban.notices.actions import send_notice
from danban.notices.states import Channel, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.traces import no_trace


@pytest.mark.parametrize("status", [NoticeStatus.WAITING, NoticeStatus.FAILED])
def test_it_says_when_it_left_and_forgets_old_trouble(cast: Cast, status: str) -> None:
    notice = make_notice(cast.people["phuc_xa"], status=status, error="Không nối được.")

    send_notice(notice.pk, at=AT + timedelta(minutes=1))

    notice.refresh_from_db()
    assert (notice.status, notice.sent_at, notice.error) == (NoticeStatus.SENT, AT + timedelta(minutes=1), "")


def test_it_is_not_sent_twice_nor_out_of_the_inbox(cast: Cast) -> None:
    sent = make_notice(cast.people["phuc_xa"], status=NoticeStatus.SENT, sent_at=AT)
    inbox = make_notice(cast.people["phuc_xa"], channel=Channel.INBOX)

    with no_trace():
        for pk in (sent.pk, inbox.pk):
            with pytest.raises(NotNow):
                send_notice(pk, at=AT)
