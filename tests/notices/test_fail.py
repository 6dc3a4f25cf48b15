"""Giving a notice up keeps the reason, and only what waits can be given up."""

import pytest

from danban.kit.refusals import NotFound, NotNow
from danban.notices.actions import fail_notice
from danban.notices.states import Channel, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.traces import no_trace


def test_the_reason_stays_with_the_notice(cast: Cast) -> None:
    notice = make_notice(cast.people["phuc_xa"])

    fail_notice(notice.pk, reason="Máy chủ thư không nhận.", at=AT)

    notice.refresh_from_db()
    assert (notice.status, notice.error) == (NoticeStatus.FAILED, "Máy chủ thư không nhận.")


def test_what_has_left_or_lies_in_the_inbox_cannot_fail(cast: Cast) -> None:
    sent = make_notice(cast.people["phuc_xa"], status=NoticeStatus.SENT, sent_at=AT)
    inbox = make_notice(cast.people["phuc_xa"], channel=Channel.INBOX)

    with no_trace():
        for pk in (sent.pk, inbox.pk):
            with pytest.raises(NotNow):
                fail_notice(pk, reason="Không gửi được.", at=AT)
        with pytest.raises(NotFound):
            fail_notice(0, reason="Không gửi được.", at=AT)
