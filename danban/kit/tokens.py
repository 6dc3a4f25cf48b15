"""Secrets that open something by themselves: 128 random bits, shown once, kept only as a hash."""

import hashlib
import secrets

BYTES = 16


def new_secret() -> str:
    """128 random bits in 22 characters that may stand in an address."""
    return secrets.token_urlsafe(BYTES)


def hash_of(secret: str) -> str:
    """What is stored in place of a secret (hex SHA-256). Finding a row by it tells nothing about a near miss."""
    return hashlib.sha256(secret.encode()).hexdigest()
