"""Telling people, sending what waits, reading it, choosing how to be told."""

from danban.notices.actions.cancel_notice import cancel_notice
from danban.notices.actions.fail_notice import fail_notice
from danban.notices.actions.gather_waiting import gather_waiting
from danban.notices.actions.keep_notice import keep_notice
from danban.notices.actions.mark_read import mark_all_read, mark_read
from danban.notices.actions.postpone_notice import postpone_notice
from danban.notices.actions.retry_notice import retry_notice
from danban.notices.actions.send_notice import send_notice
from danban.notices.actions.send_waiting import Sending, send_waiting
from danban.notices.actions.set_preference import set_preference
from danban.notices.actions.tell import Telling, tell, tell_each, tell_units
from danban.notices.actions.tell_mailbox import tell_mailbox
from danban.notices.queries.letters import Attachment
from danban.notices.queries.reaching import Recipient

__all__ = [
    "Attachment",
    "Recipient",
    "Sending",
    "Telling",
    "cancel_notice",
    "fail_notice",
    "gather_waiting",
    "keep_notice",
    "mark_all_read",
    "mark_read",
    "postpone_notice",
    "retry_notice",
    "send_notice",
    "send_waiting",
    "set_preference",
    "tell",
    "tell_each",
    "tell_mailbox",
    "tell_units",
]
