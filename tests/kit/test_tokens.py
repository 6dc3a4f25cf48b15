"""Secrets for addresses."""

import re

from danban.kit.tokens import hash_of, new_secret


def test_a_secret_has_128_bits_and_stands_in_an_address_as_it_is() -> None:
    found = {new_secret() for _ in range(200)}

    assert len(found) == 200
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", secret) for secret in found)


def test_what_is_kept_of_a_secret_is_always_the_same_and_does_not_show_it() -> None:
    secret = new_secret()

    assert hash_of(secret) == hash_of(secret)
    assert re.fullmatch(r"[0-9a-f]{64}", hash_of(secret))
    assert secret not in hash_of(secret)
