"""Entries nobody can change, and seals that would show it if somebody did."""

from django.db import models


class Entry(models.Model):
    """One deed. Holds ids and non-personal old → new values, never names or texts about people.

    ``canonical`` is the stored text the seal is computed over, so that a seal can be checked without
    knowing how this version of the program writes JSON.
    """

    at = models.DateTimeField()
    user_id = models.BigIntegerField(null=True)
    appointment_id = models.BigIntegerField(null=True)
    role = models.CharField(max_length=40)
    event = models.CharField(max_length=80, db_index=True)
    subject = models.CharField(max_length=60)
    subject_id = models.BigIntegerField(null=True)
    unit_id = models.BigIntegerField(null=True)
    changes = models.JSONField(default=dict)
    canonical = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_id"]), models.Index(fields=["unit_id", "-id"])]

    def __str__(self) -> str:
        return f"{self.pk} {self.event}"


class Seal(models.Model):
    """The link of one entry into the chain: ``link`` = SHA-256(previous link + canonical text).

    The chain runs in order of sealing, not of entry: on PostgreSQL a lower id may be committed later.
    """

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT)
    previous = models.CharField(max_length=64, unique=True)  # unique: the chain can never fork
    link = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.entry_id} {self.link[:12]}"
