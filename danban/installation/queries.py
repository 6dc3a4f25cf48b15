"""What this installation is."""

from datetime import timedelta

from danban.installation.models import Installation


def is_demo() -> bool:
    """Whether the database carries the mark of a demonstration."""
    return Installation.objects.filter(pk=1, is_demo=True).exists()


def clock_offset() -> timedelta:
    """How far the civil clock is shifted; zero unless this is a demonstration."""
    row = Installation.objects.filter(pk=1).first()
    return row.offset if row else timedelta()
