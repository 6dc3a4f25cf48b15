"""What a page of the room says."""

from typing import Any

from django.test import Client
from django.urls import reverse

from danban.campaigns.models import Assignment
from tests.cast import Cast


def words(answer: Any) -> str:
    """The main part of a page as text."""
    return str(answer.content.decode()).split("<main", 1)[1]


def page_of(name: str, *args: int, **query: str | int) -> str:
    """An address of the room."""
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return reverse(f"desk:assignments:{name}", args=args) + (f"?{asked}" if asked else "")


def post(client: Client, cast: Cast, who: str, name: str, *args: int, **typed: Any) -> Any:
    """Send a form of the room for an office; follows to the page shown next."""
    office = cast.offices[who].pk
    return client.post(page_of(name, *args), {"office_id": office, **typed}, follow=True)


def shown(client: Client, assignment: Assignment) -> str:
    """The page of an assignment."""
    return words(client.get(page_of("show", assignment.pk)))
