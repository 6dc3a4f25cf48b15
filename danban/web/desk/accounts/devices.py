"""A machine signed in, as its holder would call it."""

import ipaddress
import re

_BROWSERS = (
    ("Cốc Cốc", r"coc_coc"), ("Edge", r"Edg(?:A|iOS)?/"), ("Opera", r"OPR/"), ("Samsung Internet", r"SamsungBrowser"),
    ("Firefox", r"Firefox|FxiOS"), ("Chrome", r"Chrome|CriOS"), ("Safari", r"Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", r"iPhone"), ("iPad", r"iPad"), ("Android", r"Android"), ("Windows", r"Windows"), ("máy Mac", r"Mac OS X"),
    ("Linux", r"Linux"),
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
        return "Không rõ"
    if known.is_loopback:
        return "Máy chủ này"
    if known.version == 4:
        return ".".join(address.split(".")[:2]) + ".…"
    return ":".join(known.exploded.split(":")[:3]) + ":…"
