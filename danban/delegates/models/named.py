"""Who is named for a conference, invited, and what they replied."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.conferences.models import Conference
from danban.delegates.models.roll import Household
from danban.delegates.states import Group, Reply
from danban.units.models import Placement


class Delegate(models.Model):
    """One person named for a conference: name, group, household, phone if given; nothing else.

    ``token_hash`` is the SHA-256 of the 128 random bits of their QR and link, "" until invited. ``village`` is the
    village they count for: that of their household where a conference serves several, the one that elected them
    (``elected_by``, its conference) at a commune conference. ``replaced_by``: who comes instead; a household has
    one delegate who is not replaced. ``dropped_at``: taken off the list before being invited.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="delegates")
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    group = models.CharField(max_length=16, choices=Group.choices)
    group_label = models.CharField(max_length=120, blank=True)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, null=True, blank=True, related_name="delegates")
    full_name = models.CharField(max_length=120)
    phone = models.CharField(max_length=16, blank=True)
    email = models.EmailField(blank=True)
    note = models.CharField(max_length=200, blank=True)
    folded = models.CharField(max_length=480)
    sort_key = models.CharField(max_length=360)
    elected_by = models.ForeignKey(Conference, on_delete=models.PROTECT, null=True, blank=True, related_name="elected")
    token_hash = models.CharField(max_length=64, blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    reply = models.CharField(max_length=8, choices=Reply.choices, default=Reply.NONE)
    replied_at = models.DateTimeField(null=True, blank=True)
    replaced_by = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces"
    )  # fmt: skip
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "household"],
                condition=Q(household__isnull=False, dropped_at__isnull=True) & ~Q(reply="replaced"),
                name="a_household_sends_one_delegate",
            ),
            models.UniqueConstraint(
                fields=["token_hash"], condition=~Q(token_hash=""), name="an_invitation_opens_by_one_token"
            ),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True, reply="none") | Q(replied_at__isnull=False) & ~Q(reply="none"),
                name="a_reply_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(reply="replaced", replaced_by__isnull=False)
                | ~Q(reply="replaced") & Q(replaced_by__isnull=True),
                name="who_is_replaced_names_who_comes",
            ),
        ]
        indexes = [models.Index(fields=["conference", "sort_key"], name="delegates_by_name")]

    def __str__(self) -> str:
        return f"{self.conference_id} {self.group} #{self.pk}"
