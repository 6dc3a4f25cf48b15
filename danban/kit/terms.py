"""Terms: things that hold from ``starts_on`` to ``ends_on``, both included; no end means they still hold.

Trees, bodies and offices all live in terms, and this is the one place that says when a term runs.
"""

from datetime import date
from typing import Any

from django.db.models import Q


def is_in_term(day: date, starts_on: date, ends_on: date | None) -> bool:
    """Whether a term runs on a day."""
    return starts_on <= day and (ends_on is None or day <= ends_on)


def in_term(day: Any, *, of: str = "") -> Q:
    """Rows whose term runs on ``day`` (a date, or an expression that gives one).

    ``of`` names the related row whose term is meant, with its two underscores: ``tree__``.
    """
    runs_on = Q(**{f"{of}ends_on__isnull": True}) | Q(**{f"{of}ends_on__gte": day})
    return Q(**{f"{of}starts_on__lte": day}) & runs_on
