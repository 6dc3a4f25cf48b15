"""What was said and is to be followed up, but is no petition yet."""

from django.db.models import QuerySet

from danban.conferences.states import ConferenceStatus
from danban.sittings.models import Opinion


def waiting_opinions() -> QuerySet[Opinion]:
    """Opinions marked as petitions that were not taken in, the oldest first."""
    return Opinion.objects.filter(is_petition=True, petition__isnull=True).order_by("pk")


def conferences_left(limit: int = 200) -> list[int]:
    """Conferences that are over and still have such opinions; one query."""
    over = waiting_opinions().filter(conference__status=ConferenceStatus.HELD)
    return list(over.order_by("conference").values_list("conference", flat=True).distinct()[:limit])
