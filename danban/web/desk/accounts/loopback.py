"""Whether a request comes from this very machine and asks for this very machine, and what that opens."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

from danban.installation.queries import is_demo

_SIGNS_OF_A_PROXY = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")


def is_loopback(request: HttpRequest) -> bool:
    """Both ends are loopback addresses and no proxy stands between."""
    host, _ = split_domain_port(request.get_host())
    ends = (host, request.META.get("REMOTE_ADDR", ""))
    return all(map(_is_own, ends)) and not any(name in request.META for name in _SIGNS_OF_A_PROXY)


def _is_own(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def demo_is_open(request: HttpRequest) -> bool:
    """Whether one-click sign-in is offered: the setting, the mark in the database, and this very machine."""
    return bool(settings.DEMO) and is_loopback(request) and is_demo()
