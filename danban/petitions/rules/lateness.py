"""How petitions stand on a day, judged for many rows at once. Nothing of it is stored."""

from datetime import date

from django.db.models import F, Q

from danban.petitions.states import ANSWERED, ANSWERING, LEFT, OPEN, SORTING, PetitionStatus

IS_SORTING = Q(status__in=SORTING)
IS_ANSWERING = Q(status__in=ANSWERING)
IS_OPEN = Q(status__in=OPEN)
IS_ANSWERED = Q(status__in=ANSWERED)
COUNTS = ~Q(status__in=LEFT)
"""One voice followed by itself: neither turned away, nor split into its parts, nor entered twice."""

IS_PAUSED = IS_ANSWERING & Q(waiting_since__isnull=False)
IS_READ_BACK = IS_ANSWERED & Q(read_back_at__isnull=False)
WAS_LATE = IS_ANSWERED & Q(answered_at__date__gt=F("answer_due_on"))
"""Answered after the last day for it; the day of an answer is that of Hà Nội, as everywhere in the database."""


def is_late(today: date) -> Q:
    """An answer is owed past its last day, and the clock runs."""
    return IS_ANSWERING & Q(answer_due_on__lt=today, waiting_since__isnull=True)


def is_unacknowledged(today: date) -> Q:
    """Nobody has acknowledged it by its last day."""
    return Q(status=PetitionStatus.ROUTED, acknowledge_due_on__lt=today, waiting_since__isnull=True)


def is_due_soon(today: date, days: int = 5) -> Q:
    """An answer is owed within ``days``."""
    return IS_ANSWERING & Q(
        answer_due_on__gte=today, answer_due_on__lte=date.fromordinal(today.toordinal() + days),
        waiting_since__isnull=True,
    )  # fmt: skip
