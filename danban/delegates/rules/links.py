"""The secret of an invitation's link and QR: 128 random bits, kept only as a hash."""

import hashlib
import secrets

_LONGEST = 64


def new_token() -> str:
    """A fresh secret, 22 letters and digits."""
    return secrets.token_urlsafe(16)


def hash_of(token: str) -> str:
    """What is stored of a secret; "" of what cannot be one."""
    return hashlib.sha256(token.encode()).hexdigest() if token and len(token) <= _LONGEST else ""
