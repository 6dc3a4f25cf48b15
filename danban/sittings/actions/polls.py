"""Secret electronic votes: prepared, opened, counted, given up."""

from datetime import datetime

from django.db import transaction
from django.db.models import Sum

from danban.conferences.actions.locks import lock_conference
from danban.delegates.models import Attendance
from danban.kit.actor import Actor
from danban.kit.vietnamese import squeeze
from danban.sittings import rules
from danban.sittings.actions.locks import check_belongs, lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.models import Poll, PollBox, PollVoter
from danban.sittings.states import POLL

BLANK = -1
"""The box of ballots on which nothing was chosen."""


@transaction.atomic
def prepare_poll(conference_id: int, *, sheet: rules.PollSheet, actor: Actor, at: datetime) -> Poll:
    """A question with its options, not yet open. Raises ``BadInput`` for a matter the law reserves."""
    conference = lock_conference(conference_id)
    rules.check_can_prepare(actor, conference, at=at)
    rules.check_poll(sheet)
    check_belongs(conference, entry_id=sheet.entry_id, target_id=sheet.target_id)
    poll = Poll(
        conference=conference, question=squeeze(sheet.question), options=[squeeze(one) for one in sheet.options],
        most=sheet.most, entry_id=sheet.entry_id, target_id=sheet.target_id,
    )  # fmt: skip
    poll.save(force_insert=True)
    write_down(poll, "poll.prepared", actor, at)
    return poll


@transaction.atomic
def open_poll(poll_id: int, *, actor: Actor, at: datetime) -> Poll:
    """Those present may vote; the boxes stand empty. Raises ``NotNow`` while another poll is open."""
    poll = lock_of(Poll, poll_id)
    rules.check_can_open_poll(actor, poll, at=at)
    poll.status, poll.opened_at = POLL.target("open", poll.status), at
    poll.save(update_fields=["status", "opened_at"])
    PollBox.objects.bulk_create(PollBox(poll=poll, choice=choice) for choice in range(BLANK, len(poll.options)))
    write_down(poll, "poll.opened", actor, at)
    return poll


@transaction.atomic
def close_poll(poll_id: int, *, actor: Actor, at: datetime) -> Poll:
    """Count: how many were present, how many voted. From now on the result is shown."""
    poll = lock_of(Poll, poll_id)
    rules.check_can_close_poll(actor, poll, at=at)
    voted = PollVoter.objects.filter(poll=poll).count()
    present = Attendance.objects.filter(conference=poll.conference, taken_back_at__isnull=True).count()
    poll.status, poll.closed_at = POLL.target("close", poll.status), at
    poll.voted, poll.eligible = voted, max(voted, present)
    poll.save(update_fields=["status", "closed_at", "voted", "eligible"])
    write_down(poll, "poll.closed", actor, at, voted=voted, eligible=poll.eligible)
    return poll


@transaction.atomic
def cancel_poll(poll_id: int, *, reason: str, actor: Actor, at: datetime) -> Poll:
    """Give a vote up; its boxes are emptied, who voted is forgotten."""
    poll = lock_of(Poll, poll_id)
    rules.check_can_cancel(actor, poll, reason=reason, at=at)
    poll.status, poll.reason = POLL.target("cancel", poll.status), squeeze(reason)[:300]
    poll.save(update_fields=["status", "reason"])
    thrown = PollBox.objects.filter(poll=poll).aggregate(n=Sum("count"))["n"] or 0
    PollVoter.objects.filter(poll=poll).delete()
    PollBox.objects.filter(poll=poll).delete()
    write_down(poll, "poll.cancelled", actor, at, thrown=thrown)
    return poll
