"""End sessions: what several verbs share. Beside Django's row stands allauth's: where and when it began."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import QuerySet


def forget_sessions(account_id: int, *, kept: str = "") -> int:
    """End every session of a person but the one whose key is ``kept``; how many were ended."""
    return _forget(UserSession.objects.filter(user_id=account_id).exclude(session_key=kept))


def forget_session(account_id: int, pk: int) -> int:
    """End one session of a person; 0 when it is not theirs or over already."""
    return _forget(UserSession.objects.filter(user_id=account_id, pk=pk))


def _forget(found: QuerySet[UserSession]) -> int:
    keys = list(found.order_by("pk").values_list("session_key", flat=True))
    ended, _ = Session.objects.filter(session_key__in=keys).delete()
    UserSession.objects.filter(session_key__in=keys).delete()
    return ended
