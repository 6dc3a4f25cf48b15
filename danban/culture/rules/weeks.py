"""Weeks from Monday to Sunday, and which of a year's weeks have come far enough to be asked about.

A year is counted in whole weeks, as ISO 8601 does: it begins with the Monday of the week that holds its first
Thursday, so that no week is cut in two and every week has its Friday and its Saturday.
"""

from datetime import date, timedelta

from danban.kit.calendar import Window

_FRIDAY, _SATURDAY = timedelta(days=4), timedelta(days=5)
_WEEK = timedelta(days=7)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def year_of(day: date) -> int:
    """The year whose weeks hold a day: 01/01/2023, a Sunday, still belongs to 2022."""
    return day.isocalendar().year


def days_of(year: int) -> Window:
    """The days of a year of whole weeks, its first Monday to its last Sunday."""
    return Window(date.fromisocalendar(year, 1, 1), date.fromisocalendar(year + 1, 1, 1) - timedelta(days=1))


def weeks_of(year: int) -> list[date]:
    """The Mondays of a year, 52 or 53."""
    days = days_of(year)
    return [days.start + _WEEK * number for number in range(days.days // 7)]


def weeks_so_far(year: int, *, standing: Window, today: date) -> list[date]:
    """The Mondays of the weeks of a year whose Saturday is over, where the units stood on that day and the Friday.

    The rhythm is Friday afternoon and Saturday morning: before they are over nobody has missed a week.
    """
    rhythms = ((monday, monday + _FRIDAY, monday + _SATURDAY) for monday in weeks_of(year))
    return [
        monday
        for monday, friday, saturday in rhythms
        if saturday < today and friday in standing and saturday in standing
    ]
