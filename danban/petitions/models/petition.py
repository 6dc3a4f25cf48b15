"""A petition, every step of its way, the keys its likes are found by, the group it stands in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.campaigns.models import Campaign
from danban.conferences.models import Conference
from danban.kit import paths
from danban.kit.actor import Actor
from danban.petitions.states import Kind, PetitionStatus, Satisfaction, Source
from danban.sittings.fields import FIELDS
from danban.sittings.models import Opinion
from danban.units.models import Body, Placement

TITLE_LENGTH = 160


class PetitionGroup(models.Model):
    """The same request of several villages: answered together, each voice kept and told. ``book`` as of a petition."""

    book = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="petition_groups")
    title = models.CharField(max_length=TITLE_LENGTH)
    field = models.CharField(max_length=24, choices=list(FIELDS.items()))
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.title[:40]} #{self.pk}"


class PetitionQuerySet(models.QuerySet["Petition"]):
    """Petitions by who asks."""

    def visible_to(self, actor: Actor) -> PetitionQuerySet:
        """Those of the actor's area; of a body without an area of its own, those that came to it. Else none."""
        if actor.is_machine:
            return self.all()
        seen = Q(pk__in=[])
        if actor.may("petition:see"):
            for tree_id, path in actor.paths.items():
                seen |= within(tree_id, path)
        if actor.may("petition:see_own") and actor.body_id:
            own = PetitionStep.objects.filter(body_id=actor.body_id)
            seen |= Q(body_id=actor.body_id) | Q(pk__in=own.values("petition"))
        return self.filter(seen)


def within(tree_id: int, path: str) -> Q:
    """Petitions whose seat lies at or below a path of a tree, by one indexed column."""
    depth = paths.depth(path)
    if not depth:
        return Q(book__tree_id=tree_id)
    here = Placement.objects.filter(tree_id=tree_id, path=path)
    return Q(**{f"at_{depth}__in": here.values("pk")})


class Petition(models.Model):
    """One request of one voice, from the sentence said to the answer read back.

    ``campaign`` and ``village`` say when and where it was made and never change; ``book`` and ``seat`` are the year
    and the unit in whose books it stands now (carried over, it follows its village into the new tree);
    ``at_1``…``at_3`` copy the seat's. ``holder`` is the unit it lies with, ``body`` the body that owes the answer,
    None while the Front sorts. ``text`` are the words as said, ``public_text`` what strangers may read, "" for
    nothing; ``speaker`` is shown to strangers never, to the bodies that answer where ``may_name``.
    ``clock_from`` is the day the deadlines count from; ``waiting_since`` the day a pause began.
    """

    uuid = models.UUIDField(unique=True)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="petitions")
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="petitions")
    book = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="petitions_kept")
    seat = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    at_1 = models.BigIntegerField(null=True)
    at_2 = models.BigIntegerField(null=True)
    at_3 = models.BigIntegerField(null=True)
    source = models.CharField(max_length=8, choices=Source.choices)
    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, null=True, blank=True, related_name="petition")
    conference = models.ForeignKey(
        Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="petitions"
    )
    item = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PETITION)
    title = models.CharField(max_length=TITLE_LENGTH)
    text = models.TextField()
    public_text = models.TextField(blank=True)
    speaker = models.CharField(max_length=160, blank=True)
    may_name = models.BooleanField(default=False)
    folded = models.TextField()
    field = models.CharField(max_length=24, choices=list(FIELDS.items()), blank=True)
    is_complaint = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=PetitionStatus.choices, default=PetitionStatus.RECORDED)
    holder = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="petitions_held")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="petitions")
    group = models.ForeignKey(PetitionGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="petitions")
    split_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="doubles")
    recorded_at = models.DateTimeField()
    clock_from = models.DateField(null=True, blank=True)
    acknowledge_due_on = models.DateField(null=True, blank=True)
    answer_due_on = models.DateField(null=True, blank=True)
    waiting_since = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    read_back_at = models.DateTimeField(null=True, blank=True)
    satisfaction = models.PositiveSmallIntegerField(choices=Satisfaction.choices, null=True, blank=True)
    carried = models.PositiveSmallIntegerField(default=0)
    escalated_on = models.DateField(null=True, blank=True)

    objects = PetitionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["book", "at_1", "status"], name="petition_by_district"),
            models.Index(fields=["book", "at_2", "status"], name="petition_by_commune"),
            models.Index(fields=["at_3", "status"], name="petition_by_village"),
            models.Index(fields=["body", "status", "answer_due_on"], name="petition_by_body"),
            models.Index(fields=["holder", "status"], name="petition_by_holder"),
            models.Index(
                fields=[
                    "book",
                    "field",
                    "at_1",
                    "status",
                    "answer_due_on",
                    "waiting_since",
                    "recorded_at",
                    "read_back_at",
                ],
                name="petition_figures",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["routed", "acknowledged"], body__isnull=False, clock_from__isnull=False)
                | ~Q(status__in=["routed", "acknowledged"]),
                name="a_routed_petition_has_a_body_and_a_clock",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["answered", "confirmed"], answered_at__isnull=False)
                | ~Q(status__in=["answered", "confirmed"]),
                name="an_answered_petition_says_when",
            ),
            models.CheckConstraint(
                condition=Q(status="merged", merged_into__isnull=False)
                | ~Q(status="merged") & Q(merged_into__isnull=True),
                name="a_merged_petition_says_into_which",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title[:40]} #{self.pk}"

    @property
    def code(self) -> str:
        """What people call it by: "KN-000812"."""
        return f"KN-{self.pk:06d}"


class PetitionStep(models.Model):
    """One step of a petition's way, never changed: who did what, where it lay afterwards, why.

    ``holder`` and ``body`` are where it lay after the step, ``book`` the year it stood in. ``text`` is the reason or
    the words; ``is_private``: for officials only.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="steps")
    verb = models.SlugField(max_length=20)
    status = models.CharField(max_length=12, choices=PetitionStatus.choices)
    holder = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    book = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    is_private = models.BooleanField(default=False)
    by_unit_id = models.BigIntegerField(null=True)
    by_body_id = models.BigIntegerField(null=True)
    appointment_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["petition", "id"], name="steps_of_a_petition")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.verb} #{self.pk}"


class PetitionKey(models.Model):
    """A key read from a petition's words; two that may be alike share one in one ``area`` (``petitionreader``).

    ``area`` is the unit id of the commune, which stays through the years, or 0 for what the whole city knows.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="keys")
    area = models.BigIntegerField()
    key = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "key", "petition"], name="a_key_stands_once_a_petition")]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.key}"
