"""Where an obligation stands between its first day and its last."""

from datetime import date, timedelta
from itertools import product

import pytest

from danban.campaigns.models import Obligation
from danban.campaigns.rules.timeliness import IS_DONE_LATE, Timeliness, is_late, is_soon, timeliness_of
from tests.cast import AT, Cast, run_campaign

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


def test_the_database_judges_every_row_as_one_row_is_judged(cast: Cast) -> None:
    run_campaign(cast)
    days = [None, *(START + timedelta(days=apart) for apart in (-1, 0, 1, 50, 60))]
    spans = [(starts, due) for starts in days for due in days if not (starts and due and starts > due)]
    cases = list(product(spans, [None, START, DUE, DUE + timedelta(days=9)]))
    owed = Obligation.objects.order_by("pk")[0]
    rows = [
        Obligation(
            campaign_id=owed.campaign_id, kind_id=owed.kind_id, placement_id=owed.placement_id, occurrence=number,
            starts_on=starts, due_on=due, fulfilled_on=done, fulfilled_at=AT if done else None,
            fulfilled_by="plan.issued" if done else "",
        )
        for number, ((starts, due), done) in enumerate(cases, start=1)
    ]  # fmt: skip
    Obligation.objects.bulk_create(rows)

    for today in (START, START + timedelta(days=55), DUE + timedelta(days=1)):
        for judged, wanted in (
            (Timeliness.LATE, is_late(today)),
            (Timeliness.SOON, is_soon(today)),
            (Timeliness.DONE_LATE, IS_DONE_LATE),
        ):
            in_database = set(Obligation.objects.filter(wanted, occurrence__gt=0).values_list("occurrence", flat=True))
            one_by_one = {
                row.occurrence
                for row in rows
                if judged
                is timeliness_of(starts_on=row.starts_on, due_on=row.due_on, fulfilled_on=row.fulfilled_on, today=today)
            }
            assert in_database == one_by_one, (judged, today)
            assert in_database or today == START
