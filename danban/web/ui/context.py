"""What every page needs to draw its shell. Beyond what the middleware loaded it costs one short query, if drawn."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from danban.kit.actor import Actor
from danban.notices.queries import unread_count
from danban.web.ui import navigation

FONTS = "fonts/fonts.css"
NOBODY = Actor()


def shell(request: HttpRequest) -> dict[str, Any]:
    """The office acted for, the other offices held, the day, the places to go, and whether this is a demonstration."""
    office = getattr(request, "office", None)
    actor = getattr(request, "actor", NOBODY)
    return {
        "office": office,
        "offices": getattr(request, "offices", []),
        "actor": actor,
        "today": getattr(request, "today", None),
        "is_demo": settings.DEMO,
        "places": navigation.places_for(actor, office.unit.name, request.path) if office else [],
        "switch_href": navigation.address_of("desk:accounts:switch_office"),
        "home_href": navigation.address_of("desk:overviews:home") or "/",
        "search_href": navigation.address_of("desk:overviews:search") or "/tim/",
        "inbox_href": navigation.address_of("desk:notices:inbox"),
        "unread": SimpleLazyObject(lambda: unread_count(actor.user_id) if actor.user_id else 0),
        "sign_in_href": settings.LOGIN_URL,
        "sign_out_href": navigation.address_of("desk:accounts:sign_out") or "/dang-xuat/",
        "fonts_href": fonts_href(),
    }


@lru_cache(maxsize=1)
def fonts_href() -> str:
    """The address of the fetched fonts' stylesheet, or nothing until ``danban assets`` has run."""
    if not (settings.VAR / "assets" / FONTS).is_file():
        return ""
    try:
        return staticfiles_storage.url(FONTS)
    except ValueError:  # fetched after the static files were collected
        return ""
