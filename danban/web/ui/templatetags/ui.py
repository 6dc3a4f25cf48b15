"""Filters every template may use without loading: Vietnamese numbers, days and money."""

from datetime import date

from django import template

from danban.kit import money, vietnamese

register = template.Library()


@register.filter
def number(value: float) -> str:
    """1926 → 1.926."""
    return vietnamese.number(value)


@register.filter
def dong(value: int) -> str:
    """5000000 → 5.000.000 đ."""
    return money.dong(value)


@register.filter
def day(value: date | None) -> str:
    """10/02/2023; a dash for no date."""
    return vietnamese.day(value) if value else "—"


@register.filter
def short_day(value: date | None) -> str:
    """10/02; a dash for no date."""
    return vietnamese.short_day(value) if value else "—"


@register.filter
def long_day(value: date | None) -> str:
    """Thứ Năm 16/02/2023; a dash for no date."""
    return vietnamese.long_day(value) if value else "—"
