"""Keeping a notice on the screen says why, and nothing that has moved on is kept."""

import pytest

from danban.kit.refusals import NotNow
from danban.notices.actions import keep_notice
from danban.notices.states import NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.traces import no_trace


def test_what_is_kept_says_why_and_was_never_sent(cast: Cast) -> None:
    notice = make_notice(cast.people["phuc_xa"])

    keep_notice(notice.pk, reason="Bản trình diễn.", at=AT)

    notice.refresh_from_db()
    assert (notice.status, notice.error, notice.sent_at) == (NoticeStatus.KEPT, "Bản trình diễn.", None)


@pytest.mark.parametrize("status", [NoticeStatus.KEPT, NoticeStatus.FAILED, NoticeStatus.CANCELLED])
def test_only_what_waits_is_kept(cast: Cast, status: str) -> None:
    notice = make_notice(cast.people["phuc_xa"], status=status)

    with no_trace(), pytest.raises(NotNow):
        keep_notice(notice.pk, reason="Bản trình diễn.", at=AT)
