"""A plan on its way to becoming a year: the document as read, and the lines of the draft year."""

from __future__ import annotations

from django.db import models

from danban.campaigns.models.campaign import Campaign
from danban.campaigns.states import DraftPurpose, DraftStatus, ItemKind, ItemState
from danban.documents.models import StoredFile
from danban.kit.actor import Actor
from danban.units.models import Level, Tree, Unit


class DraftQuerySet(models.QuerySet["Draft"]):
    """Drafts by who asks."""

    def visible_to(self, actor: Actor) -> DraftQuerySet:
        """Drafts made by the actor's unit."""
        return self.filter(unit_id=actor.unit_id or 0)


class Draft(models.Model):
    """A draft year. ``reading`` is the JSON of ``planreader.Reading`` and is never edited.

    ``campaign`` is what an amendment changes, what a clone copies, and what a launch made
    (``launched_campaign``). ``unit`` is the unit whose office works on it.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    tree = models.ForeignKey(Tree, on_delete=models.PROTECT)
    purpose = models.CharField(max_length=10, choices=DraftPurpose.choices, default=DraftPurpose.NEW)
    status = models.CharField(max_length=10, choices=DraftStatus.choices, default=DraftStatus.REVIEWING)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="drafts_about")
    launched_campaign = models.OneToOneField(
        Campaign, on_delete=models.PROTECT, null=True, blank=True, related_name="launched_from"
    )
    reading = models.JSONField(default=dict)
    year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    theme = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    created_by = models.BigIntegerField(null=True)

    objects = DraftQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name} (bản nháp {self.pk})"


class DraftItem(models.Model):
    """One line of a draft year. ``values`` depends on ``kind`` (see ``campaigns.rules.proposals``).

    ``original`` keeps the values first read or proposed; ``start``/``end`` mark the words in the text.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=12, choices=ItemKind.choices)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.READ)
    level = models.ForeignKey(Level, on_delete=models.PROTECT, null=True, blank=True)
    values = models.JSONField(default=dict)
    original = models.JSONField(default=dict)
    section = models.CharField(max_length=40, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "kind", "position"], name="one_draft_line_per_position")
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}:{self.kind}:{self.position}"
