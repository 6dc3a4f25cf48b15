"""A machine signed in, as its holder would call it."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from danban.accounts.queries import OpenSession

_BROWSERS = (
    ("Cốc Cốc", r"coc_coc"), ("Edge", r"Edg(?:A|iOS)?/"), ("Opera", r"OPR/"), ("Samsung Internet", r"SamsungBrowser"),
    ("Firefox", r"Firefox|FxiOS"), ("Chrome", r"Chrome|CriOS"), ("Safari", r"Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", r"iPhone"), ("iPad", r"iPad"), ("Android", r"Android"), ("Windows", r"Windows"),
    ("máy Mac", r"Mac OS X"), ("Linux", r"Linux"),
)  # fmt: skip


def device_of(user_agent: str) -> str:
    """ "Chrome trên Windows", from what a browser calls itself."""
    browser, system = _first(_BROWSERS, user_agent), _first(_SYSTEMS, user_agent)
    if browser and system:
        return f"{browser} trên {system}"
    return browser or system or "Máy không rõ loại"


def _first(known: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for name, sign in known if re.search(sign, user_agent)), "")


def place_of(address: str) -> str:
    """An address, shortened: enough to tell home from elsewhere, too little to point at one household."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "nơi không rõ"
    if known.is_unspecified:
        return "nơi không rõ"
    if known.is_loopback:
        return "chính máy chủ"
    if known.version == 4:
        return ".".join(address.split(".")[:2]) + ".…"
    return ":".join(known.exploded.split(":")[:3]) + ":…"


@dataclass(frozen=True)
class Machine:
    """A machine signed in, as the page of one's own account shows it."""

    session_id: int
    name: str
    place: str
    since: datetime
    is_here: bool

    @classmethod
    def of(cls, session: OpenSession, *, shift: timedelta) -> Machine:
        """``shift`` is that of the civil clock in a demonstration: sessions are kept in real time."""
        name, place = device_of(session.user_agent), place_of(session.address)
        return cls(session.session_id, name, place, session.since + shift, session.is_here)
