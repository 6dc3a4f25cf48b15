"""Whether a request comes from this very machine and asks for this very machine."""

import ipaddress

from django.http import HttpRequest
from django.http.request import split_domain_port

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
