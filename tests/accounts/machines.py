"""Machines signed in, as their rows."""

from importlib import import_module
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings

from danban.accounts.models import Account


def signed_in(account: Account, *, address: str = "113.160.1.2", browser: str = "Chrome/1 Windows") -> str:
    """The key of a new session of a person."""
    store: Any = import_module(settings.SESSION_ENGINE).SessionStore()
    store["_auth_user_id"] = str(account.pk)
    store.save()
    key = str(store.session_key)
    UserSession.objects.create(user=account, session_key=key, ip=address, user_agent=browser)
    return key
