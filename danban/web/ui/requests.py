"""The request as our pages see it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from danban.kit.actor import Actor

if TYPE_CHECKING:
    from danban.accounts.models import Account, Appointment


class DeskRequest(HttpRequest):
    """A request with the office the person acts for, and the moment it came in.

    ``office`` is None for somebody signed in who holds no office today. ``offices`` are all they hold.
    """

    user: Account
    htmx: HtmxDetails
    actor: Actor
    office: Appointment | None
    offices: list[Appointment]
    at: datetime
    today: date
