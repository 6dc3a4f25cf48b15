"""How the chain is linked."""

import hashlib

GENESIS = "0" * 64


def chain_link(previous: str, canonical: str) -> str:
    """The next link: SHA-256 over the previous link and the sealed text."""
    return hashlib.sha256(f"{previous}\n{canonical}".encode()).hexdigest()
