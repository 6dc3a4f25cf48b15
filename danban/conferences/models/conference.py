"""Conferences, the halls they meet in, the units they are held for, schedules as they were sent up."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.conferences.states import ConferenceStatus, Session
from danban.documents.models import StoredFile
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Level, Placement, Unit


class Hall(models.Model):
    """A house of culture, a meeting house, a commune's hall. ``unit`` looks after it; units of its commune meet in it.

    ``seats`` None where nobody has counted. ``folded`` is its name, address and unit, for search.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="halls")
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200, blank=True)
    seats = models.PositiveIntegerField(null=True, blank=True)
    folded = models.CharField(max_length=720)
    is_in_use = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="a_unit_names_a_hall_once")]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"


class ConferenceQuerySet(models.QuerySet["Conference"]):
    """Conferences by who asks."""

    def visible_to(self, actor: Actor) -> ConferenceQuerySet:
        """In each campaign's tree: those held by or for the actor's own unit and the units below it."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            below = Q(placement__path__gte=low, placement__path__lt=high)
            served = ConferencePlace.objects.filter(placement__path__gte=low, placement__path__lt=high)
            seen |= Q(campaign__tree_id=tree_id) & (below | Q(pk__in=served.values("conference")))
        return self.filter(seen)


class Conference(models.Model):
    """One conference: one hall, one chair, one set of minutes. ``placement`` holds it, for the units of its places.

    ``day``, ``session`` and ``hall`` are its timetable, ``starts_at`` the moment announced; ``is_fixed``: the
    proposer leaves it where it is. What the two heads proposed stands in ``proposed_day``, ``proposed_session``,
    ``proposed_hall``. ``held_on`` is the day it counts for; ``opened_at`` and ``closed_at`` when it truly met.
    ``records_locked_at``: its minutes are confirmed, so nothing more is recorded.
    ``is_from_paper``: entered afterwards, with a photograph of what was written. ``cause``: why it was moved,
    postponed, held late or not at all; ``excused_at``: the unit above accepts that, and it no longer counts late.
    ``at_1``…``at_3`` copy the placement's ancestor ids.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="conferences")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="conferences")
    level = models.ForeignKey(Level, on_delete=models.PROTECT, related_name="+")
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)
    status = models.CharField(max_length=10, choices=ConferenceStatus.choices, default=ConferenceStatus.PLANNED)
    is_pilot = models.BooleanField(default=False)
    day = models.DateField(null=True, blank=True)
    session = models.CharField(max_length=3, choices=Session.choices, blank=True)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT, null=True, blank=True, related_name="conferences")
    starts_at = models.DateTimeField(null=True, blank=True)
    is_fixed = models.BooleanField(default=False)
    proposed_day = models.DateField(null=True, blank=True)
    proposed_session = models.CharField(max_length=3, choices=Session.choices, blank=True)
    proposed_hall = models.ForeignKey(Hall, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    proposed_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    announced_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    records_locked_at = models.DateTimeField(null=True, blank=True)
    is_from_paper = models.BooleanField(default=False)
    paper_photo = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cause = models.TextField(blank=True)
    excused_at = models.DateTimeField(null=True, blank=True)
    excused_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hall", "day", "session"],
                condition=Q(hall__isnull=False, status__in=["scheduled", "announced", "opened", "held"]),
                name="a_hall_holds_one_conference_a_session",
            ),
            models.UniqueConstraint(
                fields=["campaign", "at_2"],
                condition=Q(is_pilot=True, at_3__isnull=False) & ~Q(status="not_held"),
                name="one_pilot_village_a_commune",
            ),
            models.CheckConstraint(
                condition=Q(day__isnull=True, session="") | Q(day__isnull=False) & ~Q(session=""),
                name="a_conference_day_has_a_session",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "postponed", "not_held", "held"]) | Q(day__isnull=False),
                name="a_scheduled_conference_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status="held", held_on__isnull=False) | ~Q(status="held") & Q(held_on__isnull=True),
                name="a_conference_held_says_when",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(opened_at__isnull=False, closed_at__gte=F("opened_at")),
                name="a_conference_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(excused_at__isnull=True, excused_by__isnull=True)
                | Q(excused_at__isnull=False, excused_by__isnull=False),
                name="an_excuse_has_a_person",
            ),
        ]
        indexes = [
            models.Index(fields=["campaign", "level", "day", "session"], name="conference_calendar"),
            models.Index(fields=["campaign", "at_2", "day"], name="conference_by_commune"),
            models.Index(fields=["campaign", "at_1", "day"], name="conference_by_district"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.placement_id} {self.status} #{self.pk}"


class ConferencePlace(models.Model):
    """A unit a conference is held for; a unit meets once a campaign. Attendance and votes are counted by place."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="places")
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="conference_places")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "placement"], name="a_unit_meets_once_a_campaign"),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} ∋ {self.placement_id}"


class SentSchedule(models.Model):
    """The schedule of a unit's area as it was sent up (IV.5), frozen: what changed since is the difference to now.

    ``content`` is a list of {"conference", "day", "session", "hall"} with ISO days.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="sent_schedules")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField(default=list)
    note = models.TextField(blank=True)
    sent_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["campaign", "placement", "-id"], name="sent_schedule_latest")]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.placement_id} {self.sent_at:%Y-%m-%d} #{self.pk}"
