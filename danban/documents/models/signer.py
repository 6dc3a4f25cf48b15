"""People who sign for a body, for a term: whose name and power stand at the foot of its papers."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Account
from danban.documents.states import Power
from danban.kit.terms import in_term
from danban.units.models import Body


class SignerQuerySet(models.QuerySet["Signer"]):
    """Signers by day."""

    def standing_on(self, day: date) -> SignerQuerySet:
        """Those who may sign on a day."""
        return self.filter(in_term(day))


class Signer(models.Model):
    """One person who signs for a body. ``position`` as printed: "Chủ tịch", "Phó Chủ tịch".

    ``head_position`` is whom a deputy signs for (KT.) or who gave the order (TL., TUQ.): "Chủ tịch". ``account``
    is the person here, where known; whoever drafted a paper may not be its signer. The first standing signer of
    a body by ``rank``, then id, is proposed.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="signers")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    full_name = models.CharField(max_length=120)
    position = models.CharField(max_length=120)
    power = models.CharField(max_length=4, choices=Power.choices, default=Power.FOR_BODY)
    head_position = models.CharField(max_length=120, blank=True)
    rank = models.PositiveSmallIntegerField(default=0)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = SignerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="signer_ends_after_starting"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.body_id}) #{self.pk}"
