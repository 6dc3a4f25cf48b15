"""By when petitions are answered: the city's dated terms, days the offices are closed or open, pauses."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.campaigns.models import Campaign
from danban.petitions.models.petition import Petition


class PetitionTerms(models.Model):
    """How many days a body has, for petitions whose clock starts on ``starts_on`` or later.

    ``acknowledge_days`` are working days. ``answer_days`` are working days where ``is_working``, else calendar days
    whose end moves to the next working day. ``basis`` is whose rule it is, as shown to people.
    """

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="petition_terms")
    starts_on = models.DateField()
    acknowledge_days = models.PositiveSmallIntegerField(default=3)
    answer_days = models.PositiveSmallIntegerField(default=30)
    is_working = models.BooleanField(default=False)
    basis = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "starts_on"], name="one_petition_term_a_day"),
            models.CheckConstraint(
                condition=Q(acknowledge_days__gte=1, answer_days__gte=F("acknowledge_days")),
                name="acknowledged_before_answered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id} từ {self.starts_on}: {self.answer_days} ngày"


class ClosedDay(models.Model):
    """A day the offices are closed beyond weekends and public holidays, or, ``is_worked``, open against them."""

    day = models.DateField(unique=True)
    name = models.CharField(max_length=120)
    is_worked = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class Pause(models.Model):
    """Days that do not count, with the reason; ``ends_on`` (the first day that counts again) None while it lasts."""

    petition = models.ForeignKey(Petition, on_delete=models.CASCADE, related_name="pauses")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition"], condition=Q(ends_on__isnull=True), name="one_pause_at_a_time"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="a_pause_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} từ {self.starts_on}"
