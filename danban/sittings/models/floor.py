"""What is said and proposed: opinions with their answers, the speakers' queue, targets as they stand."""

from __future__ import annotations

from django.db import models

from danban.accounts.models import Appointment
from danban.conferences.models import AgendaEntry, Conference
from danban.delegates.models import Delegate
from danban.units.models import Placement


class Opinion(models.Model):
    """What one person said to an item; ``speaker`` "" is anonymous.

    ``uuid`` is made by the page: sending it again is harmless.
    ``answer`` was given on the spot by ``answered_by`` (in words), to be done by ``answer_due_on``; ``is_settled`` is
    the asker's view of it, None while not asked. ``is_petition``: to be followed up (the room of petitions takes it
    from here). ``village``: for which village it counts. ``field`` is a petition field code, "" while not sorted.
    """

    uuid = models.UUIDField(unique=True)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="opinions")
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(AgendaEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="opinions")
    delegate = models.ForeignKey(Delegate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    speaker = models.CharField(max_length=160, blank=True)
    text = models.TextField()
    folded = models.TextField()
    field = models.CharField(max_length=24, blank=True)
    said_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=160, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    is_settled = models.BooleanField(null=True, blank=True)
    is_petition = models.BooleanField(default=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.conference_id} ý kiến #{self.pk}"


class Turn(models.Model):
    """A place in the speakers' queue; when the turn began and ended, or ``left_at`` where it was given up."""

    uuid = models.UUIDField(unique=True)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="turns")
    delegate = models.ForeignKey(Delegate, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    speaker = models.CharField(max_length=160)
    asked_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.conference_id} lượt #{self.pk}"


class Target(models.Model):
    """A target (chỉ tiêu) put to a conference, as it now stands; what it becomes in the resolution.

    ``value`` and ``base`` are numbers of ``unit_label``; where it is a ratio, ``denominator`` says of what ("số hộ
    đăng ký"). ``first_value`` is what was put before the floor changed it. ``dropped_at``: taken off.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=240)
    unit_label = models.CharField(max_length=40, blank=True)
    base = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    value = models.DecimalField(max_digits=14, decimal_places=2)
    first_value = models.DecimalField(max_digits=14, decimal_places=2)
    denominator = models.CharField(max_length=120, blank=True)
    measure = models.TextField(blank=True)
    owner = models.CharField(max_length=160, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "position"], name="one_target_a_position")]

    def __str__(self) -> str:
        return f"{self.conference_id} chỉ tiêu {self.position}"
