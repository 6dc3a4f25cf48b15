"""Official numbers and their register: which body gave which number to which paper."""

from __future__ import annotations

from django.db import models

from danban.units.models import Body


class Counter(models.Model):
    """The last number a body gave in a series of a calendar year; it starts again on 1 January."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="counters")
    series = models.SlugField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "series", "year"], name="one_counter_a_series_and_year")]

    def __str__(self) -> str:
        return f"{self.body_id}:{self.series}:{self.year}"


class RegisterEntry(models.Model):
    """One official number, taken at issue and never given twice: "Số 03/KHLT-UBND-UBMTTQ, ngày 28/12/2022".

    ``symbol`` is the number as printed, ``subject`` the trích yếu; ``folded`` is both, for search. Numbers of a
    counter have no gaps, and their days never run backwards.
    """

    counter = models.ForeignKey(Counter, on_delete=models.PROTECT, related_name="entries")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=60)
    subject = models.CharField(max_length=300)
    folded = models.CharField(max_length=720)
    issued_on = models.DateField()
    taken_at = models.DateTimeField()
    appointment_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["counter", "number"], name="a_number_is_given_once")]

    def __str__(self) -> str:
        return f"{self.symbol} #{self.pk}"
