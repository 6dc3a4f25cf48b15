"""A mail backend so slow that somebody stops the notice while its letter is on the way."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from danban.kit.actor import Actor
from danban.notices.actions import cancel_notice
from danban.notices.models import Notice
from tests.cast import AT


class CancelsMeanwhile(BaseEmailBackend):
    """Stops every notice before it says that its letter has left."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Everything leaves, too late."""
        actor = Actor(user_id=1, permissions=frozenset({"outbox:see"}))
        for pk in list(Notice.objects.order_by("pk").values_list("pk", flat=True)):
            cancel_notice(pk, actor=actor, at=AT)
        return len(email_messages)
