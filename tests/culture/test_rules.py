"""Who sees clean-ups, and how weeks are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.culture import rules
from danban.culture.models import CleanUp
from danban.kit.actor import machine
from danban.kit.calendar import Window
from danban.kit.refusals import is_allowed
from tests.cast import AT, Cast
from tests.culture.factories import load, told

ALWAYS = Window(date(2000, 1, 1), date.max)


def test_a_year_is_counted_in_whole_weeks() -> None:
    assert rules.days_of(2023) == Window(date(2023, 1, 2), date(2023, 12, 31))
    assert rules.year_of(date(2023, 1, 1)) == 2022
    assert len(rules.weeks_of(2023)) == 52
    assert len(rules.weeks_of(2026)) == 53


@given(day=st.dates(date(2000, 1, 3), date(2099, 12, 31)))
def test_every_day_lies_in_one_week_of_one_year(day: date) -> None:
    year, monday = rules.year_of(day), rules.monday_of(day)

    assert day in rules.days_of(year)
    assert monday in rules.weeks_of(year)
    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)


@pytest.mark.parametrize(
    ("today", "weeks"),
    [
        (date(2023, 1, 7), 0),
        (date(2023, 1, 8), 1),
        (date(2023, 2, 10), 5),
        (date(2023, 2, 11), 5),
        (date(2023, 2, 12), 6),
        (date(2024, 5, 1), 52),
        (date(2022, 5, 1), 0),
    ],
)
def test_a_week_is_asked_about_once_its_saturday_is_over(today: date, weeks: int) -> None:
    assert len(rules.weeks_so_far(2023, standing=ALWAYS, today=today)) == weeks


def test_only_the_weeks_in_which_the_units_stood_are_asked_about() -> None:
    standing = Window(date(2023, 7, 1), date(2023, 7, 21))

    asked = rules.weeks_so_far(2023, standing=standing, today=date(2023, 12, 31))

    assert asked == [date(2023, 7, 3), date(2023, 7, 10)]


def test_lists_and_the_rule_for_one_always_agree(cast: Cast) -> None:
    load(cast, *((code, told()) for code in cast.places))
    rows = CleanUp.objects.select_related("placement").order_by("pk")
    for actor in (*cast.actors.values(), machine("job", "clean_up:see"), machine("job")):
        seen = set(CleanUp.objects.visible_to(actor).values_list("pk", flat=True))
        for one in rows:
            assert is_allowed(rules.check_can_see, actor, one, at=AT) == (one.pk in seen)
