"""What has not left can be stopped; what leaves inside the mail of the day goes with it."""

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import NotNow, NotYours
from danban.notices.actions import cancel_notice
from danban.notices.states import NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.traces import no_trace


@pytest.mark.parametrize("status", [NoticeStatus.WAITING, NoticeStatus.FAILED])
def test_what_waits_or_failed_is_stopped(cast: Cast, status: str) -> None:
    notice = make_notice(cast.people["phuc_xa"], status=status)

    cancel_notice(notice.pk, actor=cast.actors["mr_dung"], at=AT)

    notice.refresh_from_db()
    assert notice.status == NoticeStatus.CANCELLED
    assert Entry.objects.get().event == "notice.cancelled"


def test_others_and_the_wrong_moment_are_refused_without_a_trace(cast: Cast) -> None:
    waiting = make_notice(cast.people["phuc_xa"])
    kept = make_notice(cast.people["phuc_xa"], status=NoticeStatus.KEPT)
    digest = make_notice(cast.people["phuc_xa"], topic="digest")
    inside = make_notice(cast.people["phuc_xa"], gathered_in=digest)

    with no_trace():
        with pytest.raises(NotYours):
            cancel_notice(waiting.pk, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotNow, match="Giữ lại"):
            cancel_notice(kept.pk, actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotNow, match="gộp"):
            cancel_notice(inside.pk, actor=cast.actors["mrs_ha"], at=AT)
