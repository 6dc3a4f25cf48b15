"""Notices: the outbox and the inbox are the same rows. Each fact is told once to a person or mailbox by a channel."""

from __future__ import annotations

from datetime import time

from django.db import models
from django.db.models import Q

from danban.accounts.models import Account, Appointment
from danban.kit.actor import Actor
from danban.notices.states import Channel, Digest, NoticeStatus


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices by who asks."""

    def visible_to(self, actor: Actor) -> NoticeQuerySet:
        """What a person was told, whatever office they act for now."""
        return self.filter(account_id=actor.user_id or 0)


class Notice(models.Model):
    """One fact told by one channel to one person, or to a mailbox (``address``) that is nobody's account.

    ``fact`` names the fact so that telling it again is harmless ("obligation:812:7d"); ``subject_type`` and
    ``subject_id`` say what it is about. ``appointment`` is the office the person was told for. ``not_before``
    is when it may leave (quiet hours, retries); a digest is a notice of its own that gathers others
    (``gathered_in``). ``tries`` counts attempts to send; ``error`` is the last one's reason, without addresses.
    ``attachments`` go with a mail: kept files as ``{"name", "media_type", "sha256"}`` (``queries.letters``).
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="notices")
    address = models.EmailField(blank=True)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    topic = models.CharField(max_length=60)
    fact = models.CharField(max_length=120)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    status = models.CharField(max_length=10, choices=NoticeStatus.choices, default=NoticeStatus.WAITING)
    is_urgent = models.BooleanField(default=False)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    href = models.CharField(max_length=200, blank=True)
    attachments = models.JSONField(default=list)
    subject_type = models.CharField(max_length=40, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    told_at = models.DateTimeField()
    not_before = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    gathered_in = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="gathers")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "fact", "channel"], name="a_fact_is_told_once_a_channel"),
            models.UniqueConstraint(
                fields=["address", "fact", "channel"],
                condition=~Q(address=""),
                name="a_mailbox_is_told_a_fact_once",
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=False, address="") | Q(account__isnull=True) & ~Q(address=""),
                name="a_notice_has_one_recipient",
            ),
            models.CheckConstraint(
                condition=Q(status="sent", sent_at__isnull=False) | ~Q(status="sent") & Q(sent_at__isnull=True),
                name="a_sent_notice_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "not_before"], name="notice_waiting"),
            models.Index(fields=["account", "channel", "-id"], name="notice_inbox"),
            models.Index(fields=["subject_type", "subject_id"], name="notice_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.fact} → {self.account_id or self.address} ({self.channel}) #{self.pk}"


class Preference(models.Model):
    """How a person wants to be told. From ``quiet_from`` to ``quiet_to`` (Hanoi time) nothing leaves for them."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="preference")
    by_email = models.BooleanField(default=True)
    by_sms = models.BooleanField(default=False)
    digest = models.CharField(max_length=8, choices=Digest.choices, default=Digest.NONE)
    quiet_from = models.TimeField(default=time(21, 0))
    quiet_to = models.TimeField(default=time(6, 30))

    def __str__(self) -> str:
        return f"{self.account_id} #{self.pk}"
