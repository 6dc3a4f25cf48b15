"""A unit's plan of the year: its lines, its two approvals, its issued editions, who has received it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Appointment
from danban.campaigns.models import Amendment, Campaign, ObligationKind
from danban.documents.models import Document
from danban.kit import paths
from danban.kit.actor import Actor
from danban.plans.states import LineSource, PlanStatus
from danban.units.models import Body, Placement


class PlanQuerySet(models.QuerySet["Plan"]):
    """Plans by who asks."""

    def visible_to(self, actor: Actor) -> PlanQuerySet:
        """In each tree: the plans of the actor's own unit and of the units below it."""
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            seen |= Q(campaign__tree_id=tree_id, placement__path__gte=low, placement__path__lt=high)
        return self.filter(seen)


class Plan(models.Model):
    """The plan of one unit in one campaign, as it is being worked on; what was issued stands in its editions.

    ``base_edition`` is the edition of the unit above it was derived from, None for the campaign's own plan
    (the city's); ``base_amendment`` the last amendment of the campaign it has taken in or confirmed.
    ``base`` is what stood above it then, as plain JSON (``plans.rules.content.Above``): what has changed above
    since is the difference between it and now. ``funding_amount`` in đồng. ``numbering_body`` gives the number of
    the joint paper, written by ``symbol_pattern``. ``return_comment``: why it came back, from above or from the
    other chairing body; empty once it is submitted again.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="plans")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="plans")
    status = models.CharField(max_length=10, choices=PlanStatus.choices, default=PlanStatus.DRAFTING)
    title = models.CharField(max_length=300)
    base_edition = models.ForeignKey(
        "PlanEdition", on_delete=models.PROTECT, null=True, blank=True, related_name="derived"
    )
    base_amendment = models.ForeignKey(
        Amendment, on_delete=models.PROTECT, null=True, blank=True, related_name="taken_in"
    )
    base = models.JSONField(default=dict)
    party_body = models.CharField(max_length=200, blank=True)
    party_consulted_on = models.DateField(null=True, blank=True)
    party_how = models.TextField(blank=True)
    funding_amount = models.BigIntegerField(null=True, blank=True)
    funding_source = models.CharField(max_length=300, blank=True)
    funding_confirmed = models.BooleanField(default=False)
    kickoff_on = models.DateField(null=True, blank=True)
    kickoff_place = models.CharField(max_length=200, blank=True)
    kickoff_attended = models.PositiveIntegerField(null=True, blank=True)
    kickoff_note = models.TextField(blank=True)
    numbering_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    symbol_pattern = models.CharField(max_length=60, blank=True)
    return_comment = models.TextField(blank=True)
    derived_at = models.DateTimeField()
    derived_by = models.BigIntegerField(null=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "placement"], name="one_plan_a_unit_and_campaign"),
            models.CheckConstraint(
                condition=Q(funding_amount__isnull=True) | Q(funding_amount__gte=0), name="funding_is_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} #{self.pk}"


class PlanDate(models.Model):
    """A day or window this plan sets for a kind of thing owed under the unit, inside the days above.

    ``is_required``: the plan above leaves the day out, so this one must set it.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="dates")
    kind = models.ForeignKey(ObligationKind, on_delete=models.CASCADE, related_name="+")
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    is_required = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind"], name="a_plan_sets_a_date_once"),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="plan_date_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}:{self.kind_id}"


class PlanItem(models.Model):
    """A content or task of the plan. Lines from above (``origin`` names the line there) that are mandatory stay.

    An own item may be made mandatory for the units below; it then comes down with their plans.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    source = models.CharField(max_length=6, choices=LineSource.choices)
    origin = models.CharField(max_length=40, blank=True)
    title = models.TextField()
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    doer = models.CharField(max_length=200, blank=True)
    is_mandatory = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="one_plan_item_a_position"),
            models.UniqueConstraint(
                fields=["plan", "origin"], condition=~Q(origin=""), name="a_line_from_above_comes_once"
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(due_on__isnull=True) | Q(due_on__gte=F("starts_on")),
                name="plan_item_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}:{self.position}"


class Approval(models.Model):
    """One of the two chairing bodies agrees to the plan as it stands; withdrawn with the plan's next change."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="approvals")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "body"], name="a_body_approves_a_plan_once")]

    def __str__(self) -> str:
        return f"{self.plan_id} ✓ {self.body_id}"


class PlanEdition(models.Model):
    """A plan as issued, frozen: its paper, its day, its content then. A later edition replaces it.

    ``document`` is the paper, with the number. ``content`` is the plan's title, dates, items, party consultation,
    funding and approvals as plain JSON (see ``plans.rules.content``). ``returned_at`` and ``return_comment`` are
    set when the unit above sends it back.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    edition = models.PositiveSmallIntegerField()
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="edition_of_plan")
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    content = models.JSONField(default=dict)
    returned_at = models.DateTimeField(null=True, blank=True)
    return_comment = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "edition"], name="one_edition_a_number")]

    def __str__(self) -> str:
        return f"{self.plan_id} lần {self.edition}"

    @property
    def symbol(self) -> str:
        """The number as printed; needs the document with its entry loaded."""
        return self.document.entry.symbol if self.document.entry else ""


class Receipt(models.Model):
    """A unit has received a plan: an edition of the unit above (or below), or the campaign's own where it is None."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="receipts")
    edition = models.ForeignKey(PlanEdition, on_delete=models.PROTECT, null=True, blank=True, related_name="receipts")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "placement"], condition=Q(edition__isnull=False), name="an_edition_is_received_once"
            ),
            models.UniqueConstraint(
                fields=["campaign", "placement"],
                condition=Q(edition__isnull=True),
                name="a_campaign_is_received_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}:{self.edition_id} ✓ {self.placement_id}"
