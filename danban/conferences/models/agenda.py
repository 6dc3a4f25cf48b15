"""What is prepared for a conference: agenda, the two heads' assent, who chairs, guests, prepared papers, summary."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.campaigns.models import AgendaItem, Campaign
from danban.conferences.models.conference import Conference
from danban.documents.models import StoredFile
from danban.units.models import Body, Placement


class AgendaEntry(models.Model):
    """One item of a conference. Mandatory ones come from the campaign's template (``item``) and stay.

    The first one, last year's resolution, is mandatory without an ``item``; so is what an amendment took out of
    the template since, which may then be dropped (``rules.stays``).

    ``presenter`` is the body or person that presents it, in words; ``minutes`` planned. ``started_at`` and
    ``ended_at`` are filled while it runs.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.TextField()
    presenter = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    is_mandatory = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="one_agenda_entry_a_position"),
            models.UniqueConstraint(
                fields=["conference", "item"], condition=Q(item__isnull=False), name="a_mandatory_item_stands_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id}:{self.position}"


class AgendaAssent(models.Model):
    """One of the two heads agrees to the agenda as it stands (II.1.a.2); gone with its next change."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="assents")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "body"], name="a_head_agrees_once")]

    def __str__(self) -> str:
        return f"{self.conference_id} ✓ {self.body_id}"


class Officer(models.Model):
    """Who chairs or writes the minutes, as proposed; chosen by a recorded vote when the conference opens."""

    class Role(models.TextChoices):
        """What an officer of a conference does."""

        CHAIR = "chair", "Chủ tọa"
        MEMBER = "member", "Thành viên Đoàn Chủ tịch"
        SECRETARY = "secretary", "Thư ký"

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="officers")
    role = models.CharField(max_length=10, choices=Role.choices)
    full_name = models.CharField(max_length=120)
    title = models.CharField(max_length=160, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conference", "position"], name="one_officer_a_position"),
            models.UniqueConstraint(
                fields=["conference"], condition=Q(role="chair"), name="a_conference_has_one_chair"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.role} #{self.pk}"


class Guest(models.Model):
    """A guest of a conference, with the office that brings them here."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="guests")
    full_name = models.CharField(max_length=120)
    title = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "position"], name="one_guest_a_position")]

    def __str__(self) -> str:
        return f"{self.conference_id} khách {self.position}"


class PreparedPaper(models.Model):
    """A prepared speech (tham luận) asked of somebody: on what, by when it is handed in, the file once it is."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="prepared_papers")
    speaker = models.CharField(max_length=160)
    subject = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "position"], name="one_prepared_paper_a_position")]

    def __str__(self) -> str:
        return f"{self.conference_id} tham luận {self.position}"


class SummarySection(models.Model):
    """One unit's section of the socio-economic summary of the year (II.1.a.1): written once, read in every village."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="summary_sections")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    written_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "placement"], name="a_unit_writes_one_section")]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.placement_id} tóm tắt"
