"""What left for somebody's mailbox or telephone, and the code in it."""

import re
import time

from django.core import mail
from django.core.mail import EmailMessage


def letter(number: int = 0) -> EmailMessage:
    """The letter that left as the first, second … one; codes are sent beside the request, so it is waited for."""
    until = time.monotonic() + 5
    while len(mail.outbox) <= number and time.monotonic() < until:
        time.sleep(0.01)
    return mail.outbox[number]


def code_in(text: str) -> str:
    """The code of six digits that stands in a letter or message."""
    found = re.search(r"\b(\d{3}) ?(\d{3})\b", text)
    assert found is not None, text
    return found[1] + found[2]
