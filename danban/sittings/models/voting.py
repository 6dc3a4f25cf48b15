"""What is decided: hands counted, and secret votes whose box holds counts only."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from danban.accounts.models import Appointment
from danban.conferences.models import AgendaEntry, Conference
from danban.delegates.models import Attendance
from danban.documents.models import StoredFile
from danban.sittings.models.floor import Target
from danban.sittings.states import Matter, Outcome, PollStatus
from danban.units.models import Placement


class HandCount(models.Model):
    """A count of hands, or of paper ballots (``is_ballot``). For + against + other = present, or ``gap_reason``.

    ``chooses``: "chair" or "secretary", the vote that opens a conference; "delegates": those sent to the commune
    conference. ``matter`` other than ordinary is reserved by law: then ``household_reps`` (all of them on the roll)
    is the ground of quorum and majority under ``rule_set``, and short of it the outcome is ``CONSULTED``.
    ``village``: counted for one village of a conference that serves several.
    """

    uuid = models.UUIDField(unique=True)
    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="hand_counts")
    village = models.ForeignKey(Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.ForeignKey(AgendaEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="hand_counts")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, null=True, blank=True, related_name="hand_counts")
    question = models.CharField(max_length=400)
    chooses = models.CharField(max_length=12, blank=True)
    matter = models.CharField(max_length=16, choices=Matter.choices, default=Matter.ORDINARY)
    is_ballot = models.BooleanField(default=False)
    present = models.PositiveIntegerField()
    in_favour = models.PositiveIntegerField()
    against = models.PositiveIntegerField()
    other = models.PositiveIntegerField()
    gap_reason = models.CharField(max_length=300, blank=True)
    household_reps = models.PositiveIntegerField(null=True, blank=True)
    rule_set = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    goes_to = models.CharField(max_length=12, blank=True)
    counted_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    photo = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(present=F("in_favour") + F("against") + F("other")) | ~Q(gap_reason=""),
                name="hands_add_up_or_say_why_not",
            ),
            models.CheckConstraint(
                condition=Q(matter="ordinary") | Q(outcome="consulted") | Q(household_reps__isnull=False),
                name="reserved_matters_count_all_households",
            ),
            models.CheckConstraint(
                condition=Q(outcome="consulted") | Q(goes_to=""), name="only_a_consultation_goes_elsewhere"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} giơ tay #{self.pk}"


class Poll(models.Model):
    """A secret electronic vote of those present on an ordinary matter. ``options`` are texts; ``most`` may be chosen.

    ``eligible`` is how many were present when it closed, ``voted`` how many voted; counted at closing.
    """

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="polls")
    entry = models.ForeignKey(AgendaEntry, on_delete=models.PROTECT, null=True, blank=True, related_name="polls")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, null=True, blank=True, related_name="polls")
    question = models.CharField(max_length=400)
    options = models.JSONField(default=list)
    most = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=9, choices=PollStatus.choices, default=PollStatus.PREPARED)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    eligible = models.PositiveIntegerField(null=True, blank=True)
    voted = models.PositiveIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference"], condition=Q(status="open"), name="one_poll_is_open_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(voted__isnull=True) | Q(voted__lte=F("eligible")), name="no_more_votes_than_voters"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.conference_id} phiếu kín #{self.pk}"


class PollVoter(models.Model):
    """That somebody present has voted, never what. Bears no time."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="voters")
    attendance = models.ForeignKey(Attendance, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "attendance"], name="one_voter_one_vote")]

    def __str__(self) -> str:
        return f"{self.poll_id} ✓ {self.attendance_id}"


class PollBox(models.Model):
    """How often one option was chosen: the box holds counts, not ballots, so no ballot can be joined to a voter.

    ``choice`` is the option's index, or -1 for ballots on which nothing was chosen.
    """

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="boxes")
    choice = models.SmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "choice"], name="one_box_an_option")]

    def __str__(self) -> str:
        return f"{self.poll_id} [{self.choice}]"
