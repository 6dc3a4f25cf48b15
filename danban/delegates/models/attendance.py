"""Who came: phones that may record it, presences, counts that belong to nobody."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.conferences.models import Conference
from danban.delegates.models.named import Delegate
from danban.delegates.models.roll import Household
from danban.delegates.states import Group, Way
from danban.units.models import Placement


class Device(models.Model):
    """A phone that may record presences at one conference: its signed token carries this row's id and ``secret``."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="devices")
    label = models.CharField(max_length=80)
    secret = models.CharField(max_length=32)
    issued_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.conference_id} {self.label} #{self.pk}"


class Attendance(models.Model):
    """One presence. ``uuid`` is made by the phone: sending it again is harmless.

    ``came_at`` is the phone's clock where believable, else ours; ``recorded_at`` ours. A delegate is present once, a
    household is counted once. ``full_name`` and ``group`` are the walk-in's; a delegate's stand with the delegate
    and are copied. ``taken_back_at``: ticked by mistake.
    """

    uuid = models.UUIDField(unique=True)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="attendances")
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    delegate = models.ForeignKey(Delegate, on_delete=models.PROTECT, null=True, blank=True, related_name="attendances")
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    full_name = models.CharField(max_length=120, blank=True)
    group = models.CharField(max_length=16, choices=Group.choices)
    group_label = models.CharField(max_length=120, blank=True)
    way = models.CharField(max_length=8, choices=Way.choices)
    came_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    device = models.ForeignKey(Device, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "delegate"],
                condition=Q(delegate__isnull=False, taken_back_at__isnull=True),
                name="a_delegate_is_present_once",
            ),
            models.UniqueConstraint(
                fields=["conference", "household"],
                condition=Q(household__isnull=False, taken_back_at__isnull=True),
                name="a_household_is_counted_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.way} #{self.pk}"


class Tally(models.Model):
    """A count of those present that belongs to nobody: women, an age band, a group known only from paper."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="tallies")
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.CharField(max_length=16, choices=Group.choices, blank=True)
    label = models.CharField(max_length=80, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "group", "label"],
                condition=Q(village__isnull=True),
                name="a_tally_stands_once",
            ),
            models.UniqueConstraint(
                fields=["conference", "village", "group", "label"],
                condition=Q(village__isnull=False),
                name="a_tally_stands_once_a_village",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.group or self.label} {self.count}"
