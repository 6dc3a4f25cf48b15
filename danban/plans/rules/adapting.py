"""Which days of a plan move when something changes above it, and which are its own and stay. Pure."""

from collections.abc import Iterable

from danban.campaigns.rules.local_dates import Days
from danban.plans.rules.content import Above, AboveDate, DateLine


def dates_adapted(dates: Iterable[DateLine], base: Above, now: Above) -> tuple[tuple[AboveDate, Days], ...]:
    """The days a plan sets under what stands above now.

    A day left as it was proposed follows the proposal, and goes where somebody above has fixed it; a day the
    unit set itself stays. Days that must be set now come in with what is proposed.
    """
    own = {one.kind_id: one.days for one in dates if one.days != _proposed(base, one.kind_id)}
    kept = []
    for one in now.dates:
        if one.kind_id in own and (one.is_required or one.is_optional):
            kept.append((one, own[one.kind_id]))
        elif one.is_required:
            kept.append((one, one.days))
    return tuple(kept)


def _proposed(base: Above, kind_id: int) -> Days | None:
    above = base.date_of(kind_id)
    return above.days if above else None
