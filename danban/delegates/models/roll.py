"""The roll of a village: its households."""

from __future__ import annotations

from django.db import models

from danban.units.models import Unit


class Household(models.Model):
    """A household of a village's roll: ``code`` is its number there; its head's name, a short address line.

    The roll belongs to the unit and lasts from year to year; a household that moved away has ``left_on``.
    ``folded`` is code, name and address for search; ``sort_key`` orders by given name.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="roll")
    code = models.CharField(max_length=20)
    head_name = models.CharField(max_length=120)
    address_line = models.CharField(max_length=160, blank=True)
    folded = models.CharField(max_length=600)
    sort_key = models.CharField(max_length=360)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "code"], name="a_household_stands_once_on_a_roll")]

    def __str__(self) -> str:
        return f"{self.unit_id}:{self.code}"
