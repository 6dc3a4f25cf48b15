"""How many of each group are to come, and who agreed to that before people are called (III.5.3)."""

from __future__ import annotations

from django.db import models

from danban.accounts.models import Appointment
from danban.conferences.models import Conference
from danban.delegates.states import Group
from danban.units.models import Body, Placement


class Quota(models.Model):
    """How many of a group are to come. ``label`` names the group ``OTHER``, "" for the others.

    ``village``: of these, how many that village elects (a commune conference); None for the whole.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="quotas")
    group = models.CharField(max_length=16, choices=Group.choices)
    label = models.CharField(max_length=120, blank=True)
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    planned = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "group", "label"],
                condition=models.Q(village__isnull=True),
                name="one_quota_a_group",
            ),
            models.UniqueConstraint(
                fields=["conference", "group", "label", "village"],
                condition=models.Q(village__isnull=False),
                name="one_quota_a_group_and_village",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.group} {self.planned}"


class StructureAssent(models.Model):
    """The Front, the committee or an organisation agrees to the structure as it stands; gone with its next change."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="structure_assents")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "body"], name="a_body_agrees_once_to_a_structure")]

    def __str__(self) -> str:
        return f"{self.conference_id} ✓ {self.body_id}"
