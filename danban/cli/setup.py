"""Wake Django for a command: settings, rooms, and the clock of this installation."""

import os


def with_django() -> None:
    """Set up Django once; in a demonstration shift the clock as the pages do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "danban.config.settings")
    import django

    django.setup()
    set_clock()


def set_clock() -> None:
    """Shift the clock of this process as the database says; a program that runs for long asks again."""
    from django.db import OperationalError, ProgrammingError, transaction

    from danban.installation.queries import clock_offset
    from danban.kit import clock

    try:
        with transaction.atomic():
            clock.set_offset(clock_offset())
    except (OperationalError, ProgrammingError):
        return  # no tables yet: the command is about to make them, or says that they are missing
