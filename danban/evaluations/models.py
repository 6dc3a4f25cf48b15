"""What a unit says of its own work, one form a year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.evaluations.states import EvaluationStatus
from danban.units.models import Placement


class Evaluation(models.Model):
    """A form (a code of ``queries.catalogue``) filled in by a unit: done, result, limits and causes, petitions.

    ``figures`` holds the counts the form asks for, by code. ``at_1``…``at_3`` copy the placement's ancestors.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="evaluations")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="evaluations")
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)
    form = models.SlugField(max_length=40)
    status = models.CharField(max_length=9, choices=EvaluationStatus.choices, default=EvaluationStatus.DRAFTED)
    figures = models.JSONField(default=dict)
    done = models.TextField(blank=True)
    result = models.TextField(blank=True)
    limits = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    petitions = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    returned_for = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["campaign", "form", "at_1"], name="evaluations_by_district")]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "placement", "form"], name="one_evaluation_a_form"),
            models.CheckConstraint(
                condition=Q(status="submitted", submitted_at__isnull=False) | ~Q(status="submitted"),
                name="a_submitted_evaluation_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.form}"
