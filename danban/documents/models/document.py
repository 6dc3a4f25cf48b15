"""An official paper from its draft to what was issued, with who signs it and what it replaces."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Appointment
from danban.documents.models.file import StoredFile
from danban.documents.models.register import RegisterEntry
from danban.documents.models.signer import Signer
from danban.documents.states import DocumentStatus
from danban.kit import paths
from danban.kit.actor import Actor
from danban.papers.paper import Profile
from danban.units.models import Body, Placement, new_public_code


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents by who asks."""

    def public(self) -> DocumentQuerySet:
        """What the public check answers about: papers that were issued, whatever has become of them."""
        return self.filter(issued_at__isnull=False)

    def visible_to(self, actor: Actor) -> DocumentQuerySet:
        """Papers of the own unit in any state; of the units below and those sent to the own unit once issued.

        Minutes of a conference say who said what, so of the units below only the one right above reads them.
        """
        if not actor.may("document:see"):
            return self.none()
        mine = Q(body__unit_id=actor.unit_id) | Q(second_body__unit_id=actor.unit_id)
        if actor.unit_id is None:
            return self.none()
        below, right_below = Q(pk__in=[]), Q(pk__in=[])
        for tree_id, path in actor.paths.items():
            low, high = paths.bounds(path)
            units = Placement.objects.filter(tree_id=tree_id, path__gte=low, path__lt=high).values("unit")
            below |= Q(body__unit__in=units)
            right_below |= Q(body__unit__in=Placement.objects.filter(tree_id=tree_id, parent__path=path).values("unit"))
        received = Q(pk__in=self.model.objects.filter(deliveries__unit_id=actor.unit_id).values("pk"))
        was_issued = Q(issued_at__isnull=False)
        names_people = Q(origin="resolutions", kind="minutes")
        return self.filter(mine | was_issued & (below & ~names_people | right_below | received))


class Document(models.Model):
    """One official paper. ``body`` issues and numbers it, ``second_body`` issues a joint paper with it.

    ``origin`` names the room that composed it ("plans"); "" for papers drafted here, by the verbs of this room.
    ``kind`` is a kind of ``papers`` ("dispatch", "plan", "report"); ``series`` and ``symbol_pattern`` give the
    number. ``sheet`` is what was typed (``documents.rules.sheet.Sheet``); ``content`` the whole paper as issued
    (``papers.stored``), empty before. Papers of villages have no ``entry``: they carry no number.

    ``pdf`` is made from ``content`` when first asked for (``render_document``). ``signed_file`` is the signed and
    sealed scan or the digitally signed file. ``public_code`` stands in the QR. ``is_public``: whether the public
    check page may show the subject and the paper itself. ``replaces`` is the paper this one takes the place of
    once issued.
    """

    PROFILES = [(profile.value, profile.value) for profile in Profile]

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="documents")
    second_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=20, blank=True)
    profile = models.CharField(max_length=8, choices=PROFILES)
    kind = models.CharField(max_length=30)
    series = models.SlugField(max_length=20)
    symbol_pattern = models.CharField(max_length=60, blank=True)
    subject = models.CharField(max_length=300)
    folded = models.CharField(max_length=720)
    sheet = models.JSONField(default=dict)
    content = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=DocumentStatus.choices, default=DocumentStatus.DRAFTING)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    content_checked_at = models.DateTimeField(null=True, blank=True)
    content_checked_by = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    form_checked_at = models.DateTimeField(null=True, blank=True)
    form_checked_by = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    return_reason = models.TextField(blank=True)
    entry = models.OneToOneField(
        RegisterEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="document"
    )
    issued_on = models.DateField(null=True, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    public_code = models.CharField(max_length=10, unique=True, default=new_public_code)
    is_public = models.BooleanField(default=False)
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replacements")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoke_reason = models.TextField(blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True, issued_on__isnull=True, entry__isnull=True)
                | Q(issued_at__isnull=False, issued_on__isnull=False),
                name="a_document_is_issued_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["issued", "replaced", "revoked"], issued_at__isnull=False)
                | Q(status__in=["drafting", "checking", "dropped"], issued_at__isnull=True),
                name="what_was_issued_says_when",
            ),
            models.CheckConstraint(
                condition=Q(issued_at__isnull=True) | Q(entry__isnull=False) | Q(profile="village"),
                name="only_villages_issue_without_a_number",
            ),
            models.CheckConstraint(
                condition=Q(status="revoked", revoked_at__isnull=False)
                | ~Q(status="revoked") & Q(revoked_at__isnull=True),
                name="a_revoked_document_says_when",
            ),
            models.CheckConstraint(
                condition=Q(content_checked_at__isnull=True, content_checked_by__isnull=True)
                | Q(content_checked_at__isnull=False, content_checked_by__isnull=False),
                name="a_content_check_has_a_person",
            ),
            models.CheckConstraint(
                condition=Q(form_checked_at__isnull=True, form_checked_by__isnull=True)
                | Q(form_checked_at__isnull=False, form_checked_by__isnull=False),
                name="a_form_check_has_a_person",
            ),
            models.CheckConstraint(
                condition=Q(second_body__isnull=True) | ~Q(second_body=F("body")), name="two_bodies_issue_together"
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                condition=Q(replaces__isnull=False) & ~Q(status="dropped"),
                name="a_document_is_replaced_once",
            ),
        ]
        indexes = [models.Index(fields=["body", "status", "-id"], name="document_desk")]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"


class Signature(models.Model):
    """Who signs a paper for one of its bodies: lines of power and position, name, both as printed.

    ``signed_at``: when an office of the body recorded that it is signed, with ``appointment`` who did.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="signatures")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    signer = models.ForeignKey(Signer, on_delete=models.PROTECT, null=True, blank=True, related_name="signatures")
    position = models.PositiveSmallIntegerField()
    lines = models.JSONField(default=list)
    name = models.CharField(max_length=120)
    signed_at = models.DateTimeField(null=True, blank=True)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "position"], name="one_signature_a_place"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, appointment__isnull=True) | Q(signed_at__isnull=False),
                name="a_signature_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} ✎ {self.name}"
