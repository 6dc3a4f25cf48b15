"""Any order of verbs on a notice: its status goes only where the table leads, and a refusal leaves no trace."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from danban.kit.refusals import Refused
from danban.notices.actions import (
    cancel_notice,
    fail_notice,
    keep_notice,
    mark_read,
    postpone_notice,
    retry_notice,
    send_notice,
)
from danban.notices.models import Notice
from danban.notices.rules.timing import MOST_TRIES
from danban.notices.states import NOTICE, NoticeStatus
from tests.cast import AT, Cast
from tests.notices.factories import make_notice
from tests.notices.traces import everything

WHO = st.sampled_from(["mrs_ha", "mr_dung", "ba_dinh", "phuc_xa"])


class Way(RuleBasedStateMachine):
    """One notice, sent, kept, given up, tried again and stopped by anybody in any order."""

    cast: ClassVar[Cast]

    @initialize(tries=st.integers(1, MOST_TRIES))
    def begin(self, tries: int) -> None:
        """A notice whose letter is on the way."""
        self.notice = make_notice(self.cast.people["phuc_xa"], tries=tries)
        self.at: datetime = AT

    def _try(self, verb: str, deed: Callable[[], Any]) -> None:
        self.at += timedelta(minutes=1)
        before, status = everything(), self.notice.status
        try:
            deed()
        except Refused:
            assert everything() == before
            return
        self.notice.refresh_from_db()
        if verb == "postpone" and self.notice.status != NoticeStatus.WAITING:
            verb = "fail"
        if verb == "postpone":
            assert status == NoticeStatus.WAITING
            assert self.notice.not_before > self.at
        else:
            assert self.notice.status == NOTICE.target(verb, status)

    @rule()
    def send(self) -> None:
        """The letter has left."""
        self._try("send", lambda: send_notice(self.notice.pk, at=self.at))

    @rule()
    def keep(self) -> None:
        """There is no way out."""
        self._try("keep", lambda: keep_notice(self.notice.pk, reason="Không gửi ra ngoài.", at=self.at))

    @rule()
    def fail(self) -> None:
        """It cannot be delivered."""
        self._try("fail", lambda: fail_notice(self.notice.pk, reason="Không nhận.", at=self.at))

    @rule()
    def postpone(self) -> None:
        """It may be delivered later."""
        self._try("postpone", lambda: postpone_notice(self.notice.pk, reason="Chưa nhận.", at=self.at))

    @rule(who=WHO)
    def retry(self, who: str) -> None:
        """Somebody lets it be tried again."""
        self._try("retry", lambda: retry_notice(self.notice.pk, actor=self.cast.actors[who], at=self.at))

    @rule(who=WHO)
    def cancel(self, who: str) -> None:
        """Somebody stops it."""
        self._try("cancel", lambda: cancel_notice(self.notice.pk, actor=self.cast.actors[who], at=self.at))

    @rule()
    def read(self) -> None:
        """Whoever it was told to reads it, whatever has become of it."""
        before = self.notice.status
        mark_read(self.notice.pk, actor=self.cast.actors["phuc_xa"], at=self.at)
        self.notice.refresh_from_db()
        assert self.notice.status == before

    @invariant()
    def says_when_it_was_sent(self) -> None:
        """Sent, and only then, it has a moment."""
        for notice in Notice.objects.order_by("pk"):
            assert (notice.sent_at is not None) == (notice.status == NoticeStatus.SENT)


def test_whatever_happens_to_a_notice_follows_its_table(cast: Cast) -> None:
    Way.cast = cast
    run_state_machine_as_test(Way, settings=settings(max_examples=settings().max_examples // 5, stateful_step_count=15))
