"""Stop deputies: the part that several verbs share."""

from datetime import date, datetime, timedelta

from danban.accounts.models import Appointment
from danban.kit import clock


def end_deputies(principal: Appointment, last_day: date, at: datetime) -> int:
    """Whoever stands in for a holder stops with the holder; how many did. The caller holds the holder's lock.

    An end written down days late takes nothing back: whoever has stood in since then stops yesterday.
    """
    today = clock.day_of(at)
    running = principal.deputies.select_for_update(of=("self",)).overlapping(last_day + timedelta(days=1), None)
    deputies = list(running.order_by("pk"))
    for deputy in deputies:
        has_begun = deputy.starts_on <= today
        stop = max(last_day, min(today - timedelta(days=1), deputy.ends_on or today), deputy.starts_on)
        stop_deputy(deputy, stop if has_begun else last_day)
    return len(deputies)


def stop_deputy(deputy: Appointment, last_day: date) -> None:
    """The last day of a deputy; one who would never have begun is taken off the list, the diary keeps the naming."""
    if last_day < deputy.starts_on:
        deputy.delete()
        return
    deputy.ends_on = last_day
    deputy.save(update_fields=["ends_on"])
