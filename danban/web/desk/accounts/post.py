"""Codes leave at once: by mail or by message, whichever the person typed, and by the other one where that is missing.

They are sent beside the request, so that an answer takes as long for a name nobody has. What goes wrong is written to
the log; the person asks again. In a demonstration nothing leaves.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail

from danban.installation.queries import is_demo
from danban.notices.channels import Undelivered, sms_gateway
from danban.web.desk.accounts import letters

if TYPE_CHECKING:
    from danban.accounts.models import Account

_log = logging.getLogger(__name__)


def has_way_out() -> bool:
    """Whether mail or messages leave this installation."""
    return _has_mail() or sms_gateway() is not None


def _has_mail() -> bool:
    is_shut = settings.DEMO or is_demo() or settings.EMAIL_BACKEND.endswith(".dummy.EmailBackend")
    return not is_shut


def send_code(account: Account, name: str, code: str, *, purpose: str) -> None:
    """Send ``code`` to the holder of ``name``, an e-mail or phone in its one form."""
    letter = letters.code_letter(code, purpose=purpose)
    ways = _ways(account, letter)
    by_mail_first = "@" in name
    if ways:
        threading.Thread(target=_go, args=(ways[0] if by_mail_first else ways[-1],), name="one-time code").start()


def _ways(account: Account, letter: letters.Letter) -> list[Callable[[], object]]:
    """How the account can be reached from here: mail before message."""
    ways: list[Callable[[], object]] = []
    email, phone = account.email, account.phone
    gateway = sms_gateway()
    if email and _has_mail():
        ways.append(lambda: send_mail(letter.subject, letter.body, None, [email]))
    if phone and gateway:
        ways.append(lambda: gateway.send(phone, letter.message))
    return ways


def _go(way: Callable[[], object]) -> None:
    try:
        way()
    except (OSError, SMTPException, Undelivered) as error:
        _log.error("a one-time code could not be sent: %s", type(error).__name__)
