"""Tables of those sent from above: cadres in charge of an area, who attends which conference, what was inspected."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.conferences.states import Session
from danban.documents.models import StoredFile
from danban.envoys.states import EnvoyRole, EnvoyStatus
from danban.units.models import Body, Placement, Unit


class AreaCharge(models.Model):
    """A person of an upper unit is in charge of an area for a campaign: guides, urges, inspects (III.1.4)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="area_charges")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="area_charges")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    full_name = models.CharField(max_length=120)
    title = models.CharField(max_length=160, blank=True)
    named_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "placement", "unit", "full_name"],
                condition=Q(ended_at__isnull=True),
                name="a_person_takes_an_area_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.placement_id} #{self.pk}"


class Envoy(models.Model):
    """Somebody of an upper unit attends a conference.

    ``unit`` and ``body`` send them. ``person_key`` is ``a<account id>`` for somebody who signs in here, else
    ``n<folded name and title>`` within the unit: nobody is in two places at once. ``day`` and ``session`` copy the
    conference's, so that the database refuses a clash; they follow when it is moved (None: waits for its day).
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="envoys")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="envoys")
    full_name = models.CharField(max_length=120)
    title = models.CharField(max_length=160, blank=True)
    person_key = models.CharField(max_length=300)
    role = models.CharField(max_length=12, choices=EnvoyRole.choices)
    status = models.CharField(max_length=9, choices=EnvoyStatus.choices, default=EnvoyStatus.PROPOSED)
    day = models.DateField(null=True, blank=True)
    session = models.CharField(max_length=3, choices=Session.choices, blank=True)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_key", "day", "session"],
                condition=Q(status__in=["approved", "attended"], day__isnull=False),
                name="nobody_is_in_two_places",
            ),
            models.UniqueConstraint(
                fields=["conference", "person_key"],
                condition=Q(status__in=["proposed", "approved", "attended", "absent"]),
                name="a_person_is_sent_once_to_a_conference",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.status} #{self.pk}"


class InspectionNote(models.Model):
    """What somebody in charge of an area, or sent to a conference, found there; ``checks`` is {"<code>": bool|None}."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="inspection_notes")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="inspection_notes"
    )  # fmt: skip
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    checks = models.JSONField(default=dict)
    text = models.TextField()
    photo = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    noted_on = models.DateField()
    written_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.placement_id} {self.noted_on} #{self.pk}"
