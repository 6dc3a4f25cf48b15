"""Clean-ups units hold week by week, on Friday afternoon and Saturday morning (III.2.2.a)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.culture.states import Slot
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Placement


class CleanUpQuerySet(models.QuerySet["CleanUp"]):
    """Clean-ups by who asks."""

    def visible_to(self, actor: Actor) -> CleanUpQuerySet:
        """In each tree: those of the actor's unit and of the units below it.

        All of them for a machine, none for an office without leave to see any.
        """
        if not actor.may("clean_up:see"):
            return self.none()
        if actor.is_machine:
            return self.all()
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(placement__tree_id=tree_id, placement__path__gte=low, placement__path__lt=high)
        return self.filter(seen)

    def standing(self) -> CleanUpQuerySet:
        """Those that count: not withdrawn, and not corrected since."""
        return self.filter(withdrawn_at__isnull=True)


class CleanUp(models.Model):
    """One clean-up of one unit: how many people at how many places, what was done.

    ``at_1``…``at_3`` copy the placement's ancestor ids and ``week_on`` is the Monday of its week, for roll-ups.
    One a unit, day and slot. A correction is a row of its own that ``corrects`` the one withdrawn for it.
    """

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="clean_ups")
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)
    held_on = models.DateField()
    week_on = models.DateField()
    slot = models.CharField(max_length=10, choices=Slot.choices)
    people = models.PositiveIntegerField()
    places = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction")

    objects = CleanUpQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["placement", "held_on", "slot"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_clean_up_a_unit_day_and_slot",
            ),
            models.CheckConstraint(condition=Q(people__gte=1, places__gte=1), name="a_clean_up_has_people_and_places"),
        ]
        indexes = [
            models.Index(fields=["held_on", "at_1"], name="clean_up_by_depth_1"),
            models.Index(fields=["held_on", "at_2"], name="clean_up_by_depth_2"),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.held_on} {self.slot}"
