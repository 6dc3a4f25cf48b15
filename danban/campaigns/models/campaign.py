"""The campaign and what its plan fixes: clauses, milestones, assignments, agendas, grants."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.campaigns.states import CampaignStatus
from danban.kit.actor import Actor
from danban.units.models import Body, Level, Tree


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Campaigns by who asks."""

    def visible_to(self, actor: Actor) -> CampaignQuerySet:
        """Campaigns of the trees in which the actor's unit stands."""
        return self.filter(tree_id__in=list(actor.paths))


class Campaign(models.Model):
    """One yearly cycle, run over one tree. ``number`` stays None where the plan gives none."""

    tree = models.ForeignKey(Tree, on_delete=models.PROTECT, related_name="campaigns")
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    theme = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=10, choices=CampaignStatus.choices, default=CampaignStatus.RUNNING)
    doc_type = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=60, null=True, blank=True)
    place = models.CharField(max_length=80, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    issuers = models.JSONField(default=list)
    plan_text = models.TextField(blank=True)
    report_mailbox = models.EmailField(blank=True)
    launched_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tree", "year", "name"], name="a_campaign_is_launched_once"),
            models.CheckConstraint(
                condition=Q(status="running", closed_at__isnull=True) | Q(status="closed", closed_at__isnull=False),
                name="a_closed_campaign_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"


class Clause(models.Model):
    """A headed part of the plan; ``start``/``end`` are offsets into ``Campaign.plan_text``."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="clauses")
    path = models.CharField(max_length=40)
    label = models.CharField(max_length=40)
    title = models.TextField()
    depth = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "path"], name="one_clause_per_path")]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.path}"


class Milestone(models.Model):
    """A day or a window of the year. ``due_on`` is the last day in time; a window also has ``starts_on``.

    ``steps`` are the sentences that explain the day; ``is_set_by_office`` marks what the plan leaves out.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="milestones")
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=300)
    level = models.ForeignKey(Level, on_delete=models.PROTECT, null=True, blank=True)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField()
    steps = models.JSONField(default=list)
    is_set_by_office = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "code"], name="one_milestone_per_code"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__gte=F("starts_on")), name="window_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.code}"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments by whether the plan still gives them."""

    def standing(self) -> AssignmentQuerySet:
        """What the plan gives now; what an amendment took back is left out."""
        return self.filter(withdrawn_at__isnull=True)


class Assignment(models.Model):
    """What the plan gives a body to do; ``body`` is None where no such body is known, ``actor`` as written.

    ``level`` is the level the plan speaks to: below the top it means every unit of that level, whose duties
    are obligations. ``due_on`` None means the plan names no day; ``rrule`` (RFC 5545) is set for weekly work.
    ``withdrawn_at``: an amendment took it back; the row stays, since what was done hangs on it.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="assignments")
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True)
    level = models.ForeignKey(Level, on_delete=models.PROTECT, null=True, blank=True)
    actor = models.CharField(max_length=300)
    tasks = models.JSONField(default=list)
    due_on = models.DateField(null=True, blank=True)
    rrule = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "position"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_assignment_per_position",
            )
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.position} {self.actor[:40]}"


class AgendaItem(models.Model):
    """One thing a conference of a level must talk about, in order."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="agenda_items")
    level = models.ForeignKey(Level, on_delete=models.PROTECT)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True)
    title = models.TextField()
    is_mandatory = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "level", "position"], name="one_agenda_item_per_position")
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.level_id}:{self.position}"


class GrantRule(models.Model):
    """``amount`` đồng for each unit of a level."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="grant_rules")
    level = models.ForeignKey(Level, on_delete=models.PROTECT)
    clause = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, blank=True)
    amount = models.BigIntegerField()
    payer = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "level"], name="one_grant_rule_per_level"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="a_grant_is_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.level_id} {self.amount}"


class Citation(models.Model):
    """A document the plan cites."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="citations")
    number = models.CharField(max_length=80, null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    name = models.TextField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "position"], name="one_citation_per_position")]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.number or self.name[:40]}"


class Amendment(models.Model):
    """A change of a running campaign: what differed and how many obligations moved."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="amendments")
    at = models.DateTimeField()
    reason = models.TextField()
    difference = models.JSONField(default=list)
    moved_obligations = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.campaign_id} {self.at:%Y-%m-%d %H:%M} #{self.pk}"
