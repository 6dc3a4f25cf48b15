"""Whole addresses, for what is read outside a browser: calendars, mails, printed codes."""

from django.conf import settings
from django.http import HttpRequest


def whole_address(request: HttpRequest, path: str) -> str:
    """A path of ours under the public address of the installation, else under the one asked for."""
    return f"{settings.PUBLIC_URL}{path}" if settings.PUBLIC_URL else request.build_absolute_uri(path)
