"""That somebody was reminded of what they owe, so that nobody is reminded twice of the same."""

from django.db import models

from danban.accounts.models import Appointment
from danban.campaigns.models.obligation import Obligation
from danban.campaigns.states import ReminderStep


class Reminder(models.Model):
    """One step of the ladder taken for one obligation, or one reminder by hand.

    ``for_day`` makes a step happen once: for the ladder it is the last day the step was counted from, so that
    a day that is moved is reminded of anew; by hand it is the day of sending. ``by_office`` is None for the
    ladder. ``people`` counts who was told.
    """

    obligation = models.ForeignKey(Obligation, on_delete=models.CASCADE, related_name="reminders")
    step = models.CharField(max_length=8, choices=ReminderStep.choices)
    for_day = models.DateField()
    at = models.DateTimeField()
    by_office = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    people = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["obligation", "step", "for_day"], name="a_step_is_taken_once_for_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.step}@{self.obligation_id} {self.for_day}"
