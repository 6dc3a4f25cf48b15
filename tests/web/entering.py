"""A browser signed in as somebody of the cast."""

from django.test import Client

from danban.accounts.models import Account
from tests.cast import Cast

PAGE = "/tai-khoan/"


def browser_of(account: Account) -> Client:
    """A client signed in as a person."""
    client = Client()
    client.force_login(account)
    return client


def enter(cast: Cast, name: str) -> Client:
    """A client signed in as a person of the cast, acting for their first office."""
    return browser_of(cast.people[name])
