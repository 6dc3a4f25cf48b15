"""Accounts are people; appointments are the offices they hold, each for a term."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from danban.accounts.roles import name_of
from danban.kit.actor import Actor
from danban.kit.terms import in_term
from danban.kit.vietnamese import fold
from danban.units.models import Body, Placement, Unit


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by what people type."""

    def get_by_natural_key(self, username: str | None) -> Account:
        """By e-mail, whatever its case."""
        return self.get(email=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """A person who can sign in, by e-mail (lower case) or phone (E.164, +84…); at least one is given."""

    email = models.EmailField(unique=True, null=True, blank=True)
    phone = models.CharField(max_length=16, unique=True, null=True, blank=True)
    full_name = models.CharField(max_length=120)
    folded = models.CharField(max_length=240)
    sort_key = models.CharField(max_length=360)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(phone__isnull=False), name="an_account_can_be_reached"
            ),
            models.CheckConstraint(
                condition=Q(phone__isnull=True) | Q(phone__startswith="+"), name="phones_are_international"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.full_name} #{self.pk}"

    def get_full_name(self) -> str:
        """The name as written."""
        return self.full_name

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ARG002
        """Nobody has Django permissions; offices carry permissions (``accounts.roles``)."""
        return False


def post_text(title: str, role: str) -> str:
    """What search compares of a post: its title, "|", and what its role is called, without accents."""
    return f"{fold(title)} | {fold(name_of(role))}"[:400]


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by day and by area."""

    def held_on(self, day: date) -> AppointmentQuerySet:
        """Offices held on a day."""
        return self.filter(in_term(day))

    def overlapping(self, starts_on: date, ends_on: date | None) -> AppointmentQuerySet:
        """Offices whose term shares a day with a term; None is a term without end."""
        found = self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on))
        return found if ends_on is None else found.filter(starts_on__lte=ends_on)

    def visible_to(self, actor: Actor) -> AppointmentQuerySet:
        """Offices in the actor's own unit and in the units below it, in any tree; all of them for a machine."""
        if actor.is_machine:
            return self.all()
        if not actor.may("unit:see"):
            return self.none()
        return self.filter(unit__in=Placement.objects.visible_to(actor).values("unit"))


class Appointment(models.Model):
    """A person holds a role in a unit (and a body of it) from a day to a day, both included.

    A deputy holds an appointment of their own, ``stands_in_for`` the holder's, for a period. ``succeeds`` is
    the appointment this one took over from; open work belongs to the unit and body, so it moves with the post.
    ``work_phone`` and ``work_email`` are for the directory, not for signing in. ``folded`` is ``post_text``.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=40)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="appointments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    title = models.CharField(max_length=160)
    folded = models.CharField(max_length=400)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    work_phone = models.CharField(max_length=16, blank=True)
    work_email = models.EmailField(blank=True)
    stands_in_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deputies")
    succeeds = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="successor")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "role", "unit", "body", "starts_on"], name="an_office_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="appointment_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(ends_on__isnull=False), name="a_deputy_has_a_last_day"
            ),
            models.CheckConstraint(
                condition=Q(work_phone="") | Q(work_phone__startswith="+"), name="work_phones_are_international"
            ),
        ]
        indexes = [models.Index(fields=["unit", "role"])]

    def __str__(self) -> str:
        return f"{self.role} #{self.pk}"


class Handover(models.Model):
    """A post passed from one holder to the next: the last day of the one, a note, and what was open then.

    ``open_work`` counts what the post had to do at that moment, by a word people read: {"Việc quá hạn": 3}.
    """

    outgoing = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="handed_over_by")
    incoming = models.OneToOneField(Appointment, on_delete=models.PROTECT, related_name="handed_over_to")
    last_day = models.DateField()
    note = models.TextField(blank=True)
    open_work = models.JSONField(default=dict)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.outgoing_id} → {self.incoming_id} ({self.last_day})"


class SignInCard(models.Model):
    """A printed card that lets the holder of one post in: a secret in its QR, a PIN chosen at first use, one device.

    Only hashes are kept. The first use, until ``first_use_until``, binds the device (``bound_at``); five wrong
    PINs in a row lock the card until the office that gave it gives a new one. One live card a post.
    """

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="cards")
    secret_hash = models.CharField(max_length=64, unique=True)
    pin_hash = models.CharField(max_length=160, blank=True)
    device_hash = models.CharField(max_length=64, blank=True)
    issued_at = models.DateTimeField()
    issued_by = models.BigIntegerField(null=True)
    first_use_until = models.DateField()
    bound_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_because = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appointment"], condition=Q(revoked_at__isnull=True), name="one_live_card_a_post"
            ),
            models.CheckConstraint(
                condition=Q(bound_at__isnull=True, device_hash="", pin_hash="")
                | Q(bound_at__isnull=False) & ~Q(device_hash="") & ~Q(pin_hash=""),
                name="a_bound_card_has_a_device_and_a_pin",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id} #{self.pk}"


class CalendarFeed(models.Model):
    """A secret address at which a post's deadlines can be read by a calendar program; only its hash is kept."""

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="feeds")
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appointment"], condition=Q(revoked_at__isnull=True), name="one_live_feed_a_post"
            )
        ]

    def __str__(self) -> str:
        return f"{self.appointment_id} #{self.pk}"
