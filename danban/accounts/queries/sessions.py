"""Where somebody is signed in."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session


@dataclass(frozen=True)
class OpenSession:
    """One machine signed in: what its browser calls itself, from which address and when it came in."""

    session_id: int
    user_agent: str
    address: str
    since: datetime
    is_here: bool


def open_sessions(account_id: int, *, here: str, real_now: datetime) -> list[OpenSession]:
    """The sessions of a person that are not over, the present one (whose key is ``here``) first, then the newest.

    Sessions live in real time, so ``real_now`` is not the shifted clock of a demonstration. Two queries.
    """
    begun = list(UserSession.objects.filter(user_id=account_id).order_by("-created_at", "-pk"))
    keys = [one.session_key for one in begun]
    alive = Session.objects.filter(session_key__in=keys, expire_date__gt=real_now).order_by("pk")
    still = set(alive.values_list("session_key", flat=True))
    shown = [
        OpenSession(one.pk, one.user_agent, one.ip, one.created_at, is_here=one.session_key == here)
        for one in begun
        if one.session_key in still
    ]
    return sorted(shown, key=lambda one: not one.is_here)
