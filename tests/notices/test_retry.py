"""A notice that was given up is tried again when somebody who sees to it says so."""

from datetime import timedelta

import pytest

from danban.audit.models import Entry
from danban.kit.actor import machine
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.actions import Sending, retry_notice, send_waiting
from danban.notices.states import NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.post_office import MailServer
from tests.notices.traces import no_trace

LATER = AT + timedelta(hours=1)


def test_it_leaves_with_the_next_batch_and_has_all_its_tries_again(cast: Cast, mail: MailServer) -> None:
    notice = make_notice(cast.people["phuc_xa"], status=NoticeStatus.FAILED, tries=5, error="Không nối được.")

    retry_notice(notice.pk, actor=cast.actors["mrs_ha"], at=LATER)

    notice.refresh_from_db()
    assert (notice.status, notice.tries, notice.not_before) == (NoticeStatus.WAITING, 0, LATER)
    entry = Entry.objects.get()
    assert (entry.event, entry.subject, entry.subject_id) == ("notice.retried", "notice", notice.pk)
    assert send_waiting(actor=machine("send-notices"), at=LATER) == Sending(seen=1, sent=1)


def test_an_office_without_the_outbox_is_refused_and_what_was_sent_is_not_sent_again(cast: Cast) -> None:
    failed = make_notice(cast.people["phuc_xa"], status=NoticeStatus.FAILED)
    sent = make_notice(cast.people["phuc_xa"], status=NoticeStatus.SENT, sent_at=AT)

    with no_trace():
        with pytest.raises(NotYours):
            retry_notice(failed.pk, actor=cast.actors["ba_dinh"], at=LATER)
        with pytest.raises(NotNow, match="Đã gửi"):
            retry_notice(sent.pk, actor=cast.actors["mrs_ha"], at=LATER)
        with pytest.raises(NotFound):
            retry_notice(0, actor=cast.actors["mrs_ha"], at=LATER)
