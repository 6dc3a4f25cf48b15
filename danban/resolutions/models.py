"""Tables of what comes out of a conference: revisions of its minutes and of its resolution."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.conferences.models import Conference
from danban.documents.models import Document
from danban.resolutions.states import MinutesStatus, ResolutionStatus


class Minutes(models.Model):
    """One revision of a conference's minutes.

    While drafted they are computed from the records each time they are read; ``remarks`` holds what the secretary
    adds in words, by part ({"<part code>": text}). With the chair's confirmation ``content`` is frozen (the facts
    they were computed from) and the paper is issued. A correction is a new revision with ``reason``.
    """

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="minutes")
    revision = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=9, choices=MinutesStatus.choices, default=MinutesStatus.DRAFTED)
    remarks = models.JSONField(default=dict)
    content = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    returned_for = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "revision"], name="one_revision_of_minutes"),
            models.UniqueConstraint(
                fields=["conference"],
                condition=Q(status__in=["drafted", "submitted"]),
                name="one_draft_of_minutes_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["drafted", "submitted"], confirmed_at__isnull=True, document__isnull=True)
                | Q(status__in=["confirmed", "corrected"], confirmed_at__isnull=False, document__isnull=False),
                name="confirmed_minutes_have_a_paper",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} biên bản {self.revision}"


class Resolution(models.Model):
    """One revision of a conference's resolution.

    ``articles`` is a list of {"title", "text"}; the targets agreed are a frozen list in ``commitments``
    ({"indicator", "unit_label", "base", "value", "denominator", "measure", "owner", "target_id"}) once issued, and
    the living ``Target`` rows of the conference before.
    """

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="resolutions")
    revision = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=8, choices=ResolutionStatus.choices, default=ResolutionStatus.DRAFTED)
    articles = models.JSONField(default=list)
    commitments = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "revision"], name="one_revision_of_a_resolution"),
            models.UniqueConstraint(
                fields=["conference"], condition=Q(status="drafted"), name="one_draft_of_a_resolution_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["conference"], condition=Q(status="issued"), name="one_resolution_in_force"
            ),
            models.CheckConstraint(
                condition=Q(status="drafted", issued_at__isnull=True, document__isnull=True)
                | Q(status__in=["issued", "replaced"], issued_at__isnull=False, document__isnull=False),
                name="an_issued_resolution_has_a_paper",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} nghị quyết {self.revision}"
