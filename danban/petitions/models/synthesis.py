"""A unit's table of petitions as it was sent (IV.7)."""

from __future__ import annotations

from django.db import models

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.units.models import Placement


class SynthesisSheet(models.Model):
    """What a unit sent, frozen: ``table`` holds the rows by field and body, ``sent_to`` the names it went to.

    Sent again after a change it is a new revision.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="petition_sheets")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="petition_sheets")
    revision = models.PositiveSmallIntegerField()
    table = models.JSONField(default=dict)
    sent_to = models.JSONField(default=list)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "placement", "revision"], name="one_revision_of_a_synthesis")
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} tổng hợp {self.revision}"
