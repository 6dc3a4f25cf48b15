"""Reading notices: how people are reached, what they were told, what leaves and what became of it."""

from danban.notices.queries.inbox import MANY, InboxPage, inbox_for, notice_for, unread_count
from danban.notices.queries.letters import Attachment, mail_text_of
from danban.notices.queries.outbox import (
    OutboxFilter,
    OutboxPage,
    SentPage,
    count_stuck,
    notice_to,
    outbox_page,
    sent_page,
)
from danban.notices.queries.reaching import Recipient, own_reach
from danban.notices.queries.wishes import PreferencePage, preference_page

__all__ = [
    "MANY",
    "Attachment",
    "InboxPage",
    "OutboxFilter",
    "OutboxPage",
    "PreferencePage",
    "Recipient",
    "SentPage",
    "count_stuck",
    "inbox_for",
    "mail_text_of",
    "notice_for",
    "notice_to",
    "outbox_page",
    "own_reach",
    "preference_page",
    "sent_page",
    "unread_count",
]
