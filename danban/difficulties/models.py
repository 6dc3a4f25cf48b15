"""A difficulty, the unit that has it, the unit it lies with now, and every step it took."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.campaigns.models import Campaign
from danban.difficulties.states import DifficultyStatus
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Placement


class DifficultyQuerySet(models.QuerySet["Difficulty"]):
    """Difficulties by who asks."""

    def visible_to(self, actor: Actor) -> DifficultyQuerySet:
        """What the actor's unit and those below it asked, and what lies with the actor's unit.

        A unit above sees all that was asked in its area: its own people may have to settle it. All of them for a
        machine, none for an office without leave to see any.
        """
        if not actor.may("difficulty:see"):
            return self.none()
        if actor.is_machine:
            return self.all()
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(campaign__tree_id=tree_id, placement__path__gte=low, placement__path__lt=high)
        return self.filter(seen)


class Difficulty(models.Model):
    """Something that keeps a unit from doing what it owes, put to its direct superior (IV.6).

    ``placement`` is the unit that has it, ``holder`` the unit it lies with. ``is_urgent``: a conference is
    running or waits for it. ``obligation_kind`` names what it is about where it is about a thing owed.
    ``folded`` is what search compares: the title, the unit's name and the text.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="difficulties")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="difficulties")
    holder = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="difficulties_held")
    status = models.CharField(max_length=12, choices=DifficultyStatus.choices, default=DifficultyStatus.ASKED)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    folded = models.TextField()
    obligation_kind = models.SlugField(max_length=60, blank=True)
    is_urgent = models.BooleanField(default=False)
    asked_by = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField()
    answer_due_on = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = DifficultyQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["holder", "status"]), models.Index(fields=["placement", "status"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="closed", closed_at__isnull=False) | ~Q(status="closed") & Q(closed_at__isnull=True),
                name="a_closed_difficulty_says_when",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title[:40]} #{self.pk}"


class DifficultyStep(models.Model):
    """One step of a difficulty: who did what, where it lay afterwards, with what words. Never changed."""

    difficulty = models.ForeignKey(Difficulty, on_delete=models.CASCADE, related_name="steps")
    verb = models.SlugField(max_length=20)
    holder = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.difficulty_id} {self.verb} #{self.pk}"
