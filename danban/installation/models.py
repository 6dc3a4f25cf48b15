"""One row that says what this database is."""

from datetime import timedelta

from django.db import models
from django.db.models import Q


class Installation(models.Model):
    """The only row of its table (``id`` 1). ``clock_offset`` seconds are added to the civil clock of a demo."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    is_demo = models.BooleanField(default=False)
    clock_offset = models.BigIntegerField(default=0)
    set_up_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="installation_is_one_row"),
            models.CheckConstraint(condition=Q(is_demo=True) | Q(clock_offset=0), name="only_a_demo_shifts_its_clock"),
        ]

    def __str__(self) -> str:
        return "Trình diễn" if self.is_demo else "Chính thức"

    @property
    def offset(self) -> timedelta:
        """The shift as a duration."""
        return timedelta(seconds=self.clock_offset)
