"""The password a new person is handed on paper."""

import secrets

_CLEAR_LETTERS = "abcdefghkmnpqrstuvwxyz23456789"


def first_password() -> str:
    """Four groups of four without look-alike letters: easy to read out, 78 bits."""
    return "-".join("".join(secrets.choice(_CLEAR_LETTERS) for _ in range(4)) for _ in range(4))
