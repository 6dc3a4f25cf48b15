"""Legal bases and Party documents, content outlines with their versions, and where a version was presented."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Appointment
from danban.documents.models import StoredFile
from danban.kit import paths
from danban.kit.actor import Actor
from danban.library.states import Area, Field, VersionStatus
from danban.units.models import Body, Level, Placement


class Reference(models.Model):
    """A law, decree, plan or Party document that papers cite. Whether it is in force is computed for a day.

    ``symbol`` is its number ("30/2020/NĐ-CP"), "" where it has none. ``in_force_from`` and ``in_force_until`` are
    its first and last day in force; None where nobody has said. ``replaced_by`` is what took its place.
    ``is_party``: a document of the Party, cited before the state's. ``folded`` is all its words, for search.
    """

    kind_name = models.CharField(max_length=80)
    symbol = models.CharField(max_length=80, blank=True)
    title = models.TextField()
    issuer = models.CharField(max_length=200, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    in_force_from = models.DateField(null=True, blank=True)
    in_force_until = models.DateField(null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="takes_the_place_of"
    )
    is_party = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    folded = models.TextField()
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["symbol", "issued_on"], condition=~Q(symbol=""), name="a_reference_is_entered_once"
            ),
            models.CheckConstraint(
                condition=Q(in_force_from__isnull=True)
                | Q(in_force_until__isnull=True)
                | Q(in_force_until__gte=F("in_force_from")),
                name="a_reference_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(replaced_by__isnull=True) | ~Q(replaced_by=F("id")), name="nothing_replaces_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.symbol or self.kind_name} #{self.pk}"

    def is_in_force(self, on: date) -> bool:
        """Whether it stands on a day; where no first day is known, from the day it was issued on."""
        first = self.in_force_from or self.issued_on
        return (first is None or first <= on) and (self.in_force_until is None or on <= self.in_force_until)


class Outline(models.Model):
    """A content outline (đề cương tuyên truyền) that a body keeps, for a field, a level and a kind of place.

    ``level`` None: for every level. Its words stand in its versions.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="outlines")
    title = models.CharField(max_length=200)
    field = models.CharField(max_length=20, choices=Field.choices)
    level = models.ForeignKey(Level, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    area = models.CharField(max_length=6, choices=Area.choices, default=Area.ANY)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.title} #{self.pk}"


class OutlineVersion(models.Model):
    """One version of an outline's words. The latest published one is in use; ``folded`` is title and words.

    ``minutes`` is how long reading it aloud takes. ``change_note`` says what is new against the version before.
    """

    outline = models.ForeignKey(Outline, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=10, choices=VersionStatus.choices, default=VersionStatus.DRAFTING)
    text = models.TextField()
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    change_note = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    folded = models.TextField()
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdraw_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["outline", "number"], name="one_version_a_number"),
            models.UniqueConstraint(
                fields=["outline"], condition=Q(status="drafting"), name="one_version_is_drafted_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(status="drafting", published_at__isnull=True)
                | ~Q(status="drafting") & Q(published_at__isnull=False),
                name="a_published_version_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outline_id} bản {self.number} #{self.pk}"


class PresentationQuerySet(models.QuerySet["Presentation"]):
    """Presentations by who asks."""

    def visible_to(self, actor: Actor) -> PresentationQuerySet:
        """Those in the actor's own unit and in the units below it, in any tree."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(placement__tree_id=tree_id, placement__path__gte=low, placement__path__lt=high)
        return self.filter(seen)


class Presentation(models.Model):
    """A version was presented at a conference or meeting of a unit, on a day, to so many people."""

    version = models.ForeignKey(OutlineVersion, on_delete=models.PROTECT, related_name="presentations")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    occasion = models.CharField(max_length=200)
    attended = models.PositiveIntegerField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PresentationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "placement", "on", "occasion"], name="a_presentation_is_recorded_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.version_id} @ {self.placement_id} #{self.pk}"
