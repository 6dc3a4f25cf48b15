"""The work on assignments: who answers, who helps, notes with figures and files, briefings, joint events."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.assignments.states import FilePurpose, WorkStatus
from danban.campaigns.models import Assignment, Campaign
from danban.documents.models import StoredFile
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Body, Placement


class Work(models.Model):
    """What a body makes of an assignment of the plan. Missing means: nobody has touched it yet.

    ``body`` was named later to answer for it, where the plan names none that stands; None means the plan's own.
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

    Values are whole numbers. ``week_of`` is the Monday of the week a note on weekly work is about. Notes are never changed.
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


class BriefingQuerySet(models.QuerySet["Briefing"]):
    """Briefings by whether they stand and by who asks."""

    def standing(self) -> BriefingQuerySet:
        """Not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def visible_to(self, actor: Actor) -> BriefingQuerySet:
        """Of the actor's unit, of those below it, and of the one it lies under: a village reads its commune's."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            above = [paths.ancestor(path, depth) for depth in range(paths.depth(path))]
            here = Q(placement__path__gte=low, placement__path__lt=high) | Q(placement__path__in=above)
            seen |= Q(campaign__tree_id=tree_id) & here
        return self.filter(seen)


class Briefing(models.Model):
    """A commune has instructed its village heads and Front Work Committee heads (III.5.2a), with a guidance pack.

    ``villages`` are those whose heads were there; ``withdrawn_at``: it was recorded by mistake.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="briefings")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="briefings")
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    invited = models.PositiveIntegerField()
    attended = models.PositiveIntegerField()
    villages = models.ManyToManyField(Placement, related_name="+")
    text = models.TextField(blank=True)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = BriefingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "placement", "held_on"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_briefing_a_unit_and_day",
            ),
            models.CheckConstraint(condition=Q(attended__lte=models.F("invited")), name="nobody_comes_uninvited"),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.held_on} #{self.pk}"


class JointEventQuerySet(models.QuerySet["JointEvent"]):
    """Joint events by whether they stand and by who asks."""

    def standing(self) -> JointEventQuerySet:
        """Not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def visible_to(self, actor: Actor) -> JointEventQuerySet:
        """In each campaign's tree: those of the actor's unit and of the units below it."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(campaign__tree_id=tree_id, placement__path__gte=low, placement__path__lt=high)
        return self.filter(seen)


class JointEvent(models.Model):
    """Something two bodies held together, as police and Front do on crime prevention (III.2.2.đ).

    ``placement`` is the unit whose bodies held it; ``assignment`` the work of the plan it belongs to, if any.
    """

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
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = JointEventQuerySet.as_manager()

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
