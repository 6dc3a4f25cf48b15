"""What every unit owes. Missing is a row, not an absence."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.campaigns.models.campaign import Campaign, Clause, Milestone
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Body, BodyKind, Level, Placement


class ObligationKind(models.Model):
    """One kind of thing owed by every unit of a level, as data of the campaign.

    ``due_on`` None: the plan names no day and no office has set one. ``steps`` explain the day.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="obligation_kinds")
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=300)
    short = models.CharField(max_length=60)
    level = models.ForeignKey(Level, on_delete=models.PROTECT)
    body_kind = models.ForeignKey(BodyKind, on_delete=models.PROTECT, null=True, blank=True)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT)
    milestone = models.ForeignKey(Milestone, on_delete=models.PROTECT, null=True, blank=True)
    offset_days = models.SmallIntegerField(default=0)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    steps = models.JSONField(default=list)
    is_set_by_office = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "level", "code"], name="one_obligation_kind_per_level_and_code")
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.code}"


class ObligationQuerySet(models.QuerySet["Obligation"]):
    """Obligations by place, by time, by who asks."""

    def visible_to(self, actor: Actor) -> ObligationQuerySet:
        """In each campaign's tree: what the actor's unit and the units below it owe."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(campaign__tree_id=tree_id, placement__path__gte=low, placement__path__lt=high)
        return self.filter(seen)

    def open(self) -> ObligationQuerySet:
        """Not fulfilled."""
        return self.filter(fulfilled_on__isnull=True)


class Obligation(models.Model):
    """What one unit (or one body of it) owes once. Fulfilled only by the deed itself.

    ``at_1``…``at_3`` copy the placement's ancestor ids. ``fulfilled_by`` names the event of the diary
    that fulfilled it, ``fulfilled_on`` the civil day it counts for; lateness is computed, never stored.
    ``excused_on``: the unit above accepted why it was late or not done, by the event ``excused_by``.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="obligations")
    kind = models.ForeignKey(ObligationKind, on_delete=models.PROTECT, related_name="obligations")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="obligations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True)
    occurrence = models.PositiveSmallIntegerField(default=0)
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    fulfilled_on = models.DateField(null=True, blank=True)
    fulfilled_at = models.DateTimeField(null=True, blank=True)
    fulfilled_by = models.CharField(max_length=80, blank=True)
    excused_on = models.DateField(null=True, blank=True)
    excused_by = models.CharField(max_length=80, blank=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "placement", "kind", "occurrence"],
                condition=Q(body__isnull=True),
                name="a_unit_owes_a_thing_once",
            ),
            models.UniqueConstraint(
                fields=["campaign", "placement", "kind", "occurrence", "body"],
                condition=Q(body__isnull=False),
                name="a_body_owes_a_thing_once",
            ),
            models.CheckConstraint(
                condition=Q(fulfilled_on__isnull=True, fulfilled_at__isnull=True, fulfilled_by="")
                | Q(fulfilled_on__isnull=False, fulfilled_at__isnull=False) & ~Q(fulfilled_by=""),
                name="a_fulfilled_obligation_says_when_and_by_what",
            ),
            models.CheckConstraint(
                condition=Q(excused_on__isnull=True, excused_by="") | Q(excused_on__isnull=False) & ~Q(excused_by=""),
                name="an_excused_obligation_says_when_and_by_what",
            ),
        ]
        indexes = [
            models.Index(fields=["campaign", "at_1", "kind", "fulfilled_on"], name="obligation_by_depth_1"),
            models.Index(fields=["campaign", "at_2", "kind", "fulfilled_on"], name="obligation_by_depth_2"),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id}@{self.placement_id}#{self.occurrence}"


class LocalDate(models.Model):
    """The days a unit's own plan sets for what is owed under it, inside the days of the plan above.

    The nearest unit on the way up from an obligation decides. A local date outside the days above it (they
    were moved later) rests: the days above count until the unit sets new ones. ``steps`` explain the day.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="local_dates")
    kind = models.ForeignKey(ObligationKind, on_delete=models.CASCADE, related_name="local_dates")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="local_dates")
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    steps = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "placement", "kind"], name="a_unit_sets_a_date_once"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="local_date_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id}@{self.placement_id} {self.due_on}"
