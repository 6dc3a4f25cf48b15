"""The work on assignments: who answers, who helps, notes with figures and files, briefings, joint events."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.assignments.states import FilePurpose, WorkStatus
from danban.campaigns.models import Assignment, Campaign
from danban.documents.models import StoredFile
from danban.units.models import Body, Placement


class Work(models.Model):
    """What a body makes of an assignment of the plan. Missing means: nobody has touched it yet.

    ``body`` answers for it: the plan's own body, or the one named later where the plan names none that stands.
    """

    assignment = models.OneToOneField(Assignment, on_delete=models.PROTECT, related_name="work")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="works")
    status = models.CharField(max_length=8, choices=WorkStatus.choices, default=WorkStatus.WAITING)
    accepted_at = models.DateTimeField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="done", done_on__isnull=False) | ~Q(status="done") & Q(done_on__isnull=True),
                name="finished_work_says_when",
            )
        ]

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.status} #{self.pk}"


class Partner(models.Model):
    """A body that works together with the one that answers for an assignment."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="partners")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "body"], name="a_partner_is_named_once")]

    def __str__(self) -> str:
        return f"{self.assignment_id} + {self.body_id}"


class ProgressNote(models.Model):
    """What was done on an assignment up to a day, with figures: [{"label": "Tập huấn", "value": 12, "unit": "lớp"}].

    ``week_of`` is the Monday of the week a note on weekly work is about. Notes are never changed.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="progress")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    week_of = models.DateField(null=True, blank=True)
    text = models.TextField()
    figures = models.JSONField(default=list)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.assignment_id} {self.on} #{self.pk}"


class Briefing(models.Model):
    """A commune has instructed its village heads and Front Work Committee heads (III.5.2a), with a guidance pack."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="briefings")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="briefings")
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    invited = models.PositiveIntegerField()
    attended = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "placement", "held_on"], name="one_briefing_a_unit_and_day"),
            models.CheckConstraint(condition=Q(attended__lte=models.F("invited")), name="nobody_comes_uninvited"),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.held_on} #{self.pk}"


class JointEvent(models.Model):
    """Something two bodies held together, as police and Front do on crime prevention (III.2.2.đ)."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="joint_events")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="joint_events")
    host = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    topic = models.CharField(max_length=300)
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    attended = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(host=models.F("partner")), name="a_joint_event_has_two_bodies")
        ]

    def __str__(self) -> str:
        return f"{self.topic[:40]} {self.held_on} #{self.pk}"


class Attachment(models.Model):
    """A file of an assignment, a progress note or a briefing; a later ``version`` of the same title replaces it.

    ``number`` and ``issued_on`` are those of an organisation's own plan (III.3) where it has them.
    """

    assignment = models.ForeignKey(
        Assignment, on_delete=models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    note = models.ForeignKey(ProgressNote, on_delete=models.PROTECT, null=True, blank=True, related_name="attachments")
    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, null=True, blank=True, related_name="attachments")
    purpose = models.CharField(max_length=10, choices=FilePurpose.choices)
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(assignment__isnull=False) | Q(briefing__isnull=False), name="a_file_belongs_to_something"
            ),
            models.UniqueConstraint(
                fields=["assignment", "purpose", "title", "version"],
                condition=Q(assignment__isnull=False),
                name="one_file_a_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} v{self.version} #{self.pk}"
