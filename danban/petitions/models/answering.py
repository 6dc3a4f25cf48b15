"""What a body answered."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.documents.models import Document, StoredFile
from danban.petitions.models.petition import Petition
from danban.petitions.states import Decision
from danban.units.models import Body


class Answer(models.Model):
    """One answer of one body; a disputed one stays beside the next.

    ``text`` is public, ``private_text`` for officials. ``done_by`` (in words) does it by ``due_on`` or did it on
    ``done_on``; a refusal names its ``legal_ground``. ``disputed_at``: those who asked did not accept it.
    """

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="answers")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    text = models.TextField()
    private_text = models.TextField(blank=True)
    legal_ground = models.CharField(max_length=300, blank=True)
    done_by = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    evidence = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    appointment_id = models.BigIntegerField(null=True)
    answered_at = models.DateTimeField()
    disputed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["petition", "id"], name="answers_of_a_petition")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(decision="refused") | ~Q(legal_ground=""), name="a_refusal_names_its_ground"
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=["agreed", "partly"])
                | ~Q(done_by="") & (Q(due_on__isnull=False) | Q(done_on__isnull=False)),
                name="a_promise_says_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.decision} #{self.pk}"
