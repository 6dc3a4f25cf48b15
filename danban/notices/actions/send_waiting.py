"""Send one batch of what waits: claim, hand over, say what became of each.

A mail cannot be sent inside the transaction that locks its row: a slow server would hold the lock, and a
rollback would not call the mail back. So a batch is first *claimed*: rows nobody else has locked are dated
``CLAIM`` ahead and their try is counted, and that is committed. Then the letters leave, outside any
transaction, and each outcome is written as soon as it is known. Another worker passes over what is locked or
claimed, so nothing is sent twice; only a worker that dies between handing over and writing leaves a row that
comes back after ``CLAIM``. That is at least once, and its Message-ID makes the second copy show as the first.

One clock serves: only a demonstration shifts the civil one, and there nothing leaves or is tried again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from danban.audit.actions import record
from danban.kit.actor import Actor
from danban.kit.refusals import is_allowed
from danban.notices import rules
from danban.notices.actions.fail_notice import fail_notice
from danban.notices.actions.keep_notice import keep_notice
from danban.notices.actions.locks import lock_notice
from danban.notices.actions.postpone_notice import postpone_notice
from danban.notices.actions.send_notice import send_notice
from danban.notices.channels import Fate, Outcome, carrier_of
from danban.notices.models import Notice
from danban.notices.queries.letters import Letter, letters_of
from danban.notices.queries.reaching import wishes_of
from danban.notices.rules.timing import MOST_TRIES, after_quiet_hours
from danban.notices.states import Channel, NoticeStatus

BATCH = 20
CLAIM = timedelta(minutes=10)
"""Longer than ``BATCH`` letters can take, each at the time limit of its server."""
GIVEN_UP = f"Đã thử gửi {MOST_TRIES} lần nhưng lượt gửi đều bị ngắt giữa chừng."


@dataclass(frozen=True)
class Sending:
    """What became of a batch. ``seen`` counts its rows, also those put off to the end of quiet hours."""

    seen: int = 0
    sent: int = 0
    kept: int = 0
    postponed: int = 0
    failed: int = 0


def send_waiting(*, actor: Actor, at: datetime) -> Sending:
    """Send at most ``BATCH`` notices whose time has come; ``seen`` is 0 when there is nothing left to do.

    Raises ``NotYours`` for anybody but the machine. Call it again, with the moment of then, until it has
    seen nothing.
    """
    rules.check_can_send_waiting(actor, at=at)
    with transaction.atomic():
        seen, claimed = _claim(at=at)
    fates = Counter(_settle(outcome, at=at) for outcome in _carry(claimed))
    sending = Sending(
        seen=seen,
        sent=fates[NoticeStatus.SENT],
        kept=fates[NoticeStatus.KEPT],
        postponed=fates[NoticeStatus.WAITING],
        failed=fates[NoticeStatus.FAILED],
    )
    if claimed:
        changes = {"sent": sending.sent, "kept": sending.kept, "failed": sending.failed}
        record(actor=actor, event="notice.sent", subject="notice", subject_id=None, at=at, changes=changes)
    return sending


def _claim(*, at: datetime) -> tuple[int, list[Letter]]:
    """How many rows were looked at, and those that may leave now, dated ahead so that nobody else takes them."""
    due = Notice.objects.select_for_update(skip_locked=True, of=("self",)).filter(
        status=NoticeStatus.WAITING, not_before__lte=at, gathered_in__isnull=True
    )
    rows = list(due.exclude(channel=Channel.INBOX).order_by("not_before", "pk")[:BATCH])
    wishes = wishes_of({row.account_id for row in rows})
    leaving = []
    for row in rows:
        morning = after_quiet_hours(wishes[row.account_id], at)
        if morning > at and not row.is_urgent:
            row.not_before = morning
            row.save(update_fields=["not_before"])
        else:
            leaving.append(row.pk)
    Notice.objects.filter(pk__in=leaving).update(not_before=at + CLAIM, tries=F("tries") + 1)
    return len(rows), letters_of(leaving)


def _carry(letters: Sequence[Letter]) -> Iterator[Outcome]:
    """Each letter by its channel; one whose senders all died on the way is given up."""
    for letter in letters:
        if letter.tries > MOST_TRIES:
            yield Outcome(letter, Fate.REFUSED, GIVEN_UP)
    for channel in (Channel.EMAIL, Channel.SMS):
        bag = [letter for letter in letters if letter.channel == channel and letter.tries <= MOST_TRIES]
        if bag:
            yield from carrier_of(channel).carry(bag)


@transaction.atomic
def _settle(outcome: Outcome, *, at: datetime) -> str:
    """Write what became of a letter, and return the status of its notice now.

    A notice cancelled while its letter was on the way stays cancelled.
    """
    pk = outcome.letter.notice_id
    notice = lock_notice(pk)
    if not is_allowed(rules.check_can_postpone, notice, at=at):
        return notice.status
    if outcome.fate == Fate.SENT:
        return send_notice(pk, at=at).status
    if outcome.fate == Fate.KEPT:
        return keep_notice(pk, reason=outcome.reason, at=at).status
    if outcome.fate == Fate.RETRY:
        return postpone_notice(pk, reason=outcome.reason, at=at).status
    return fail_notice(pk, reason=outcome.reason, at=at).status
