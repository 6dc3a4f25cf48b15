"""What every page needs to draw its shell."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """The office acted for, the other offices held, the day, and whether this is a demonstration."""
    return {
        "office": getattr(request, "office", None),
        "offices": getattr(request, "offices", []),
        "actor": getattr(request, "actor", None),
        "today": getattr(request, "today", None),
        "is_demo": settings.DEMO,
    }
