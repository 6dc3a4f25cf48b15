"""Papers on their way: sent to units and mailboxes, read there, and entered in the register of what came in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from danban.accounts.models import Appointment
from danban.documents.models.document import Document
from danban.documents.models.file import StoredFile
from danban.documents.models.register import Counter
from danban.units.models import Unit


class Delivery(models.Model):
    """A paper sent to a unit's inbox, or to a mailbox (``address``). ``read_at``: when an office there opened it."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="deliveries")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="deliveries")
    address = models.EmailField(blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, address="") | Q(unit__isnull=True) & ~Q(address=""),
                name="a_delivery_has_one_place",
            ),
            models.UniqueConstraint(
                fields=["document", "unit"], condition=Q(unit__isnull=False), name="a_unit_gets_a_document_once"
            ),
            models.UniqueConstraint(
                fields=["document", "address"], condition=~Q(address=""), name="a_mailbox_gets_a_document_once"
            ),
        ]
        indexes = [models.Index(fields=["unit", "-id"], name="delivery_inbox")]

    def __str__(self) -> str:
        return f"{self.document_id} → {self.unit_id or self.address} #{self.pk}"


class IncomingEntry(models.Model):
    """A line of a body's register of papers that came in (số đến), its counter's series being "incoming".

    ``delivery`` where it came through here; else what stands on the paper was typed and its scan may be kept.
    ``handed_to``: who is to deal with it, as the office calls them.
    """

    counter = models.ForeignKey(Counter, on_delete=models.PROTECT, related_name="incoming")
    number = models.PositiveIntegerField()
    received_on = models.DateField()
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, null=True, blank=True, related_name="entries")
    symbol = models.CharField(max_length=60, blank=True)
    issuer = models.CharField(max_length=200)
    issued_on = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=300)
    folded = models.CharField(max_length=1120)
    handed_to = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entered_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["counter", "number"], name="an_incoming_number_is_given_once"),
            models.UniqueConstraint(
                fields=["counter", "delivery"], condition=Q(delivery__isnull=False), name="a_delivery_is_entered_once"
            ),
        ]

    def __str__(self) -> str:
        return f"đến {self.number} ({self.counter_id}) #{self.pk}"
