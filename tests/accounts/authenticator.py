"""An authenticator app for tests, written from RFC 6238 and not from the library that checks it."""

import base64
import hashlib
import hmac
import struct
import time

from danban.accounts.actions import set_up_second_factor
from danban.accounts.models import Account
from danban.accounts.queries import recovery_codes_of
from danban.kit.actor import Actor
from tests.cast import AT

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def app_code(secret: str = SECRET, *, steps: int = 0) -> str:
    """What an app with this key shows now, or some steps of thirty seconds later."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def with_second_factor(account: Account) -> list[str]:
    """Set up the app of ``SECRET`` for a person; their recovery codes. The code of this very step is used up by it."""
    set_up_second_factor(
        account.pk, secret=SECRET, code=app_code(), session_key="", actor=Actor(user_id=account.pk), at=AT
    )
    return recovery_codes_of(account.pk)
