"""The city's own lines of the catalogue of indicators, promises with their results, what residents said of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Appointment
from danban.commitments.states import CommitmentStatus, Direction, Outcome, RollUp, Source
from danban.conferences.models import Conference
from danban.documents.models import StoredFile
from danban.kit import paths
from danban.kit.actor import Actor
from danban.units.models import Placement, Unit


class Indicator(models.Model):
    """A line of the catalogue the city wrote or changed; it stands before the line of that code shipped with us.

    ``numerator`` of ``denominator`` (both in words) for a ratio, whose unit is "%". Values outside ``low``…``high`` are
    asked about, not refused. ``measured_by`` says who measures.
    """

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=240)
    unit_label = models.CharField(max_length=40)
    direction = models.CharField(max_length=4, choices=Direction.choices, default=Direction.UP)
    roll_up = models.CharField(max_length=5, choices=RollUp.choices, default=RollUp.RATIO)
    numerator = models.CharField(max_length=120, blank=True)
    denominator = models.CharField(max_length=120, blank=True)
    measured_by = models.CharField(max_length=160, blank=True)
    low = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    is_retired = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.code} {self.name[:40]}"


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    """Promises by who asks."""

    def visible_to(self, actor: Actor) -> CommitmentQuerySet:
        """Those of the actor's area, in whatever year and tree they were made; none without leave."""
        if actor.is_machine:
            return self.all()
        if not actor.may("commitment:see"):
            return self.none()
        seen = Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            depth = paths.depth(path)
            here = Placement.objects.filter(tree_id=tree_id, path=path)
            seen |= Q(**{f"at_{depth}__in": here.values("pk")}) if depth else Q(tree_id=tree_id)
        return self.filter(seen)


class Commitment(models.Model):
    """One promise of a unit for a year: what, from where, to where, by whom; and what became of it.

    ``placement`` is where the unit stood that year, ``at_1``…``at_3`` copy its ancestors. ``indicator`` is a code of
    the catalogue, "" for a free promise. ``value`` is the target in ``unit_label``; of a ratio also ``of_count``,
    what it is counted on ("số hộ đăng ký"). ``result_count`` of ``result_of`` give ``result`` where they are known.
    ``doubt`` is the sentence of a figure that was asked about and stood by.
    """

    year = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="commitments")
    tree_id = models.BigIntegerField()
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="commitments")
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments"
    )
    position = models.PositiveSmallIntegerField()
    indicator = models.SlugField(max_length=40, blank=True)
    title = models.CharField(max_length=240)
    unit_label = models.CharField(max_length=40, blank=True)
    of_count = models.CharField(max_length=120, blank=True)
    base = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    value = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    measure = models.TextField(blank=True)
    owner = models.CharField(max_length=160, blank=True)
    source = models.CharField(max_length=10, choices=Source.choices)
    status = models.CharField(max_length=9, choices=CommitmentStatus.choices, default=CommitmentStatus.OPEN)
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    result = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    result_count = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    result_of = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    limits = models.TextField(blank=True)
    causes = models.TextField(blank=True)
    remedy = models.TextField(blank=True)
    doubt = models.CharField(max_length=300, blank=True)
    evidence = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    adopted_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["tree_id", "year", "indicator", "at_1"], name="promises_by_district"),
            models.Index(fields=["at_2", "year", "indicator"], name="promises_by_commune"),
            models.Index(fields=["at_3", "year"], name="promises_by_village"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "position"], name="one_promise_a_position"),
            models.CheckConstraint(
                condition=Q(status__in=["settled", "disputed"], settled_at__isnull=False) & ~Q(outcome="")
                | ~Q(status__in=["settled", "disputed"]),
                name="a_settled_promise_says_how_and_when",
            ),
            models.CheckConstraint(
                condition=Q(result_of__isnull=True)
                | Q(result_count__isnull=True)
                | Q(result_count__lte=F("result_of")),
                name="no_more_than_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.title[:40]} #{self.pk}"


class CommitmentDispute(models.Model):
    """What residents said against a result, and what was answered when it was settled again."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="disputes")
    text = models.TextField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.commitment_id} chưa đồng ý #{self.pk}"
