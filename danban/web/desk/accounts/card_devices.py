"""What a device keeps of its cards: one cookie a card, out of reach of scripts and of other sites."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

_NAME = "danban_the_"
_SALT = "danban.card.device"
_AS_LONG_AS_BROWSERS_ALLOW = 60 * 60 * 24 * 400


def kept_cards(request: HttpRequest) -> dict[int, str]:
    """The secrets this device keeps, by card; cookies we did not sign are passed over."""
    kept = {}
    for name in request.COOKIES:
        number = name.removeprefix(_NAME)
        if name.startswith(_NAME) and number.isdecimal() and len(number) < 18:
            secret = request.get_signed_cookie(name, default="", salt=_SALT)
            if secret:
                kept[int(number)] = secret
    return kept


def keep_card(answer: HttpResponse, card_id: int, secret: str) -> None:
    """Let the device keep a card's secret; each use lengthens it."""
    answer.set_signed_cookie(
        f"{_NAME}{card_id}", secret, salt=_SALT, max_age=_AS_LONG_AS_BROWSERS_ALLOW, path=reverse("desk:accounts:card"),
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Strict",
    )  # fmt: skip
