"""A failed try waits for the next, at no hour that wakes anybody; after the last the notice is given up."""

from datetime import date

import pytest

from danban.kit import clock
from danban.kit.refusals import NotNow
from danban.notices.actions import postpone_notice
from danban.notices.rules.timing import WAITS
from danban.notices.states import NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.traces import no_trace


@pytest.mark.parametrize("tries", [1, 2, 3, 4])
def test_each_failure_waits_longer(cast: Cast, tries: int) -> None:
    notice = make_notice(cast.people["phuc_xa"], tries=tries)

    postpone_notice(notice.pk, reason="Không nối được.", at=AT)

    notice.refresh_from_db()
    assert (notice.status, notice.not_before) == (NoticeStatus.WAITING, AT + WAITS[tries - 1])
    assert notice.error == "Không nối được."


def test_the_fifth_failure_is_the_last(cast: Cast) -> None:
    notice = make_notice(cast.people["phuc_xa"], tries=5)

    postpone_notice(notice.pk, reason="Không nối được.", at=AT)

    notice.refresh_from_db()
    assert (notice.status, notice.error) == (NoticeStatus.FAILED, "Không nối được.")


def test_the_next_try_waits_for_the_morning(cast: Cast) -> None:
    notice = make_notice(cast.people["phuc_xa"], tries=3)

    postpone_notice(notice.pk, reason="Không nối được.", at=clock.moment(date(2023, 2, 10), 20, 45))

    notice.refresh_from_db()
    assert notice.not_before == clock.moment(date(2023, 2, 11), 6, 30)


def test_what_was_stopped_meanwhile_does_not_come_back(cast: Cast) -> None:
    notice = make_notice(cast.people["phuc_xa"], status=NoticeStatus.CANCELLED, tries=1)

    with no_trace(), pytest.raises(NotNow, match="đã hủy"):
        postpone_notice(notice.pk, reason="Không nối được.", at=AT)
