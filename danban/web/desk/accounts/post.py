"""Codes leave at once: by mail or by message, whichever the person typed, and by the other one where that is missing.

They are sent beside the request, so that an answer takes as long for a name nobody has. What goes wrong is written to
the log; the person asks again.
"""

import logging
import threading
from collections.abc import Callable

from django.conf import settings
from django.core.mail import send_mail

from danban.accounts.models import Account
from danban.notices.channels import sms
from danban.web.desk.accounts import letters

_log = logging.getLogger(__name__)


def has_mail() -> bool:
    """Whether mail leaves this installation."""
    return not settings.EMAIL_BACKEND.endswith(".dummy.EmailBackend")


def has_sms() -> bool:
    """Whether messages leave this installation."""
    return bool(settings.SMS_URL)


def send_code(account: Account, name: str, code: str, *, purpose: str) -> None:
    """Send ``code`` to the holder of ``name``, an e-mail or phone in its one form."""
    letter = letters.code_letter(code, purpose=purpose)
    by_mail = [lambda: _mail(letter, account.email)] if account.email and has_mail() else []
    by_sms = [lambda: sms.send(account.phone or "", letter.message)] if account.phone and has_sms() else []
    ways = [*by_mail, *by_sms] if "@" in name else [*by_sms, *by_mail]
    if ways:
        threading.Thread(target=_go, args=(ways[0],), name="code").start()


def _mail(letter: letters.Letter, email: str | None) -> None:
    send_mail(letter.subject, letter.body, None, [email or ""])


def _go(way: Callable[[], object]) -> None:
    try:
        way()
    except Exception:  # whatever a mail or message server answers: the person is told nothing, the log is
        _log.exception("a one-time code could not be sent")
