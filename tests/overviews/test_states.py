"""Where an obligation stands between its first day and its last."""

from datetime import date

import pytest

from danban.overviews.states import Timeliness, timeliness_of

START, DUE = date(2023, 1, 2), date(2023, 2, 28)


@pytest.mark.parametrize(
    ("today", "fulfilled_on", "expected"),
    [
        (date(2023, 1, 1), None, Timeliness.COMING),
        (date(2023, 1, 2), None, Timeliness.CURRENT),
        (date(2023, 2, 20), None, Timeliness.CURRENT),
        (date(2023, 2, 21), None, Timeliness.SOON),
        (date(2023, 2, 28), None, Timeliness.SOON),
        (date(2023, 3, 1), None, Timeliness.LATE),
        (date(2023, 3, 5), date(2023, 2, 28), Timeliness.DONE),
        (date(2023, 3, 5), date(2023, 3, 1), Timeliness.DONE_LATE),
    ],
)
def test_an_obligation_goes_from_coming_to_late_or_done(
    today: date, fulfilled_on: date | None, expected: Timeliness
) -> None:
    assert timeliness_of(starts_on=START, due_on=DUE, fulfilled_on=fulfilled_on, today=today) is expected


def test_what_has_no_day_is_never_late() -> None:
    far = date(2030, 1, 1)

    assert timeliness_of(starts_on=None, due_on=None, fulfilled_on=None, today=far) is Timeliness.UNDATED
    assert timeliness_of(starts_on=None, due_on=None, fulfilled_on=far, today=far) is Timeliness.DONE
