"""How difficulties stand on a day, judged for many rows at once. Nothing of it is stored."""

from datetime import date

from django.db.models import F, Q

from danban.difficulties.states import DifficultyStatus

IS_WAITING = Q(status__in=(DifficultyStatus.ASKED, DifficultyStatus.ACKNOWLEDGED))
"""Somebody owes an answer."""

WAS_LATE = Q(answered_at__date__gt=F("answer_due_on"))
"""Answered after the last day for it; the day of an answer is that of Hà Nội, as everywhere in the database."""


def is_late(today: date) -> Q:
    """Waiting past its last day."""
    return IS_WAITING & Q(answer_due_on__lt=today)
