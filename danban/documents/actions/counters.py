"""Lock the counter a number is taken from."""

from danban.documents.models import Counter


def lock_counter(body_id: int, series: str, year: int) -> Counter:
    """The counter of a body, series and year, locked; begun at 0 by whoever comes first."""
    mine = Counter.objects.select_for_update(of=("self",)).filter(body_id=body_id, series=series, year=year)
    counter = mine.first()
    if counter is None:
        first = Counter(body_id=body_id, series=series, year=year)
        Counter.objects.bulk_create([first], ignore_conflicts=True)  # waits for whoever begins it this very moment
        counter = mine.get()
    return counter
