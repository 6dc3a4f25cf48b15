"""How often somebody may try a password: 5 wrong ones a name and 30 an address in 15 minutes, in real time.

Each try takes a numbered slot in the cache, which all processes share. ``add`` is atomic there (the slot is
the primary key of its row), so tries sent at once cannot take one slot twice. A slot frees itself after
the window. Names are stored hashed.
"""

import hashlib
import ipaddress
import math
import time
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from danban.kit.refusals import NotNow

WINDOW = 15 * 60
TRIES_A_NAME = 5
TRIES_AN_ADDRESS = 30


@dataclass(frozen=True)
class Attempt:
    """One try: the slots to free when it turns out right, and how many tries are left after it."""

    slots: tuple[str, ...]
    left: int

    def forgive(self) -> None:
        """The password was right: wrong ones before it no longer count against the name."""
        cache.delete_many(self.slots)


def begin(name: str, address: str) -> Attempt:
    """Count a try before its password is looked at; raises ``NotNow`` saying how long to wait."""
    of_name, of_address = _slots("name", name, TRIES_A_NAME), _slots("address", address, TRIES_AN_ADDRESS)
    place = _take(of_address)
    return Attempt((*of_name, place), TRIES_A_NAME - 1 - of_name.index(_take(of_name)))


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; behind our proxy the address it saw, and of IPv6 the network."""
    behind_proxy = settings.SECURE_PROXY_SSL_HEADER is not None
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if behind_proxy else ""
    text = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    if ":" not in text:
        return text
    return str(ipaddress.ip_network(f"{text.strip('[]')}/64", strict=False))


def _slots(kind: str, value: str, count: int) -> list[str]:
    digest = hashlib.sha256(value.encode()).hexdigest()
    return [f"sign-in:{kind}:{digest}:{number}" for number in range(count)]


def _take(slots: list[str]) -> str:
    """The first free slot, taken; raises ``NotNow`` when there is none."""
    now = time.time()
    taken = cache.get_many(slots)
    for slot in slots:
        if slot not in taken and cache.add(slot, now, WINDOW):
            return slot
    first = min(cache.get_many(slots).values(), default=now)
    minutes = max(1, math.ceil((first + WINDOW - now) / 60))
    raise NotNow(
        f"Đã nhập sai quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại; nếu quên mật khẩu, hãy liên hệ cấp trên."
    )
