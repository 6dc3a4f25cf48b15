"""How often somebody may try: 5 wrong tries a name and 30 an address in 15 minutes, in real time; codes sent likewise.

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


@dataclass(frozen=True)
class Limit:
    """What is counted: how many a name and an address in the window, and what is said when there are no more."""

    kind: str
    a_name: int
    an_address: int
    sentence: str


TRYING = Limit("sign-in", 5, 30, "Đã nhập sai quá nhiều lần. Hãy đợi {minutes} phút rồi thử lại.")
SENDING = Limit("send-code", 4, 20, "Đã gửi mã nhiều lần. Hãy đợi {minutes} phút rồi xin mã mới.")


CHECKING = Limit("check-paper", 120, 120, "Đã tra cứu nhiều lần. Hãy đợi {minutes} phút rồi thử lại.")


@dataclass(frozen=True)
class Attempt:
    """One try: the slots to free when it turns out right, and how many tries are left after it."""

    slots: tuple[str, ...]
    left: int

    def forgive(self) -> None:
        """It was right: wrong ones before it no longer count against the name."""
        cache.delete_many(self.slots)


def begin(name: str, address: str, limit: Limit = TRYING) -> Attempt:
    """Count a try before its secret is looked at; raises ``NotNow`` saying how long to wait."""
    of_name = _slots(limit, "name", name, limit.a_name)
    of_address = _slots(limit, "address", _network(address), limit.an_address)
    place = _take(of_address, limit)
    return Attempt((*of_name, place), limit.a_name - 1 - of_name.index(_take(of_name, limit)))


def count(address: str, limit: Limit) -> None:
    """Count a deed that has no name, only where it comes from; raises ``NotNow`` as ``begin`` does."""
    _take(_slots(limit, "address", _network(address), limit.an_address), limit)


def address_of(request: HttpRequest) -> str:
    """Where a request comes from; behind our proxy the address it saw; "" for what is no address (a socket file)."""
    behind_proxy = settings.SECURE_PROXY_SSL_HEADER is not None
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if behind_proxy else ""
    text = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    if text.count(":") == 1:  # some proxies write the port behind the address
        text = text.partition(":")[0]
    try:
        return str(ipaddress.ip_address(text.strip("[]")))
    except ValueError:
        return ""


def _network(address: str) -> str:
    """Of IPv6 the network counts: whoever has one has all its addresses."""
    return str(ipaddress.ip_network(f"{address}/64", strict=False)) if ":" in address else address


def _slots(limit: Limit, kind: str, value: str, count: int) -> list[str]:
    digest = hashlib.sha256(value.encode()).hexdigest()
    return [f"{limit.kind}:{kind}:{digest}:{number}" for number in range(count)]


def _take(slots: list[str], limit: Limit) -> str:
    """The first free slot, taken; raises ``NotNow`` when there is none."""
    now = time.time()
    taken = cache.get_many(slots)
    for slot in slots:
        if slot not in taken and cache.add(slot, now, WINDOW):
            return slot
    first = min(cache.get_many(slots).values(), default=now)
    minutes = max(1, math.ceil((first + WINDOW - now) / 60))
    raise NotNow(limit.sentence.format(minutes=minutes))
