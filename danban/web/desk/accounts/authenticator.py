"""What an authenticator app is given: a key, kept in the session until the app has shown that it has it, and its QR."""

import base64
import secrets

from allauth.mfa.adapter import get_adapter
from django.http import HttpRequest
from django.utils.safestring import SafeString

from danban.accounts.models import Account
from danban.web.ui.qr import draw

_KEY = "second_factor_secret"
_BYTES = 20  # RFC 4226, section 4: at least 128 bits, 160 recommended


def secret_of(request: HttpRequest) -> str:
    """The key (base32) this browser was shown; a new one at the first look."""
    secret = request.session.get(_KEY)
    if not secret:
        secret = request.session[_KEY] = base64.b32encode(secrets.token_bytes(_BYTES)).decode()
    return str(secret)


def forget_secret(request: HttpRequest) -> None:
    """The app has it, and the account."""
    request.session.pop(_KEY, None)


def drawing(account: Account, secret: str) -> SafeString:
    """The QR an app scans."""
    return draw(get_adapter().build_totp_url(account, secret), label="Mã QR để quét bằng ứng dụng tạo mã")


def apart(text: str) -> str:
    """In groups of four, as people read and type it."""
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
