"""Which body a petition is for: field × place × level, under the scheme in force."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.sittings.fields import FIELDS
from danban.units.models import BodyKind, Scheme, Unit


class RoutingRule(models.Model):
    """A petition of ``field`` goes to the body of ``body_kind`` at the level ``level_code`` above its seat.

    ``unit``: only for petitions from it and below; ``words`` (folded): only where the text holds them. The narrower
    rule wins: words before unit before neither. ``reason`` is shown with the proposal.
    """

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="petition_routes")
    field = models.CharField(max_length=24, choices=list(FIELDS.items()))
    level_code = models.SlugField(max_length=20)
    body_kind = models.ForeignKey(BodyKind, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "field", "words"], condition=Q(unit__isnull=True), name="one_route_a_field"
            ),
            models.UniqueConstraint(
                fields=["scheme", "field", "unit", "words"],
                condition=Q(unit__isnull=False),
                name="one_route_a_field_and_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} → {self.level_code} {self.body_kind_id}"
