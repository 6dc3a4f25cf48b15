"""Petitions that wait for the office: to be sorted, answered, read back; and last year's promises to be settled."""

from collections.abc import Iterator

from django.db.models import Count, Min, Q

from danban.commitments.models import Commitment
from danban.commitments.states import CommitmentStatus
from danban.overviews.queries.waiting.look import Look, Wait, day_or_none
from danban.overviews.texts import counted
from danban.petitions import rules
from danban.petitions.models import Petition
from danban.petitions.queries import answering_for
from danban.petitions.states import PetitionStatus


def petitions(look: Look) -> Iterator[Wait]:
    """On our desk, with our body, answered to our people. One query."""
    actor, place = look.actor, look.year.place.pk
    if not actor.may("petition:list"):
        return
    sorting, answering = rules.IS_SORTING & Q(holder_id=place), answering_for(actor)
    confirming = Q(status=PetitionStatus.ANSWERED, seat_id=place)
    near = Petition.objects.filter(sorting | answering | confirming, book_id=look.year.campaign.pk)
    found = near.aggregate(
        sorting=Count("pk", filter=sorting), sorting_since=Min("recorded_at", filter=sorting),
        answering=Count("pk", filter=answering), answering_pk=Min("pk", filter=answering),
        answering_due=Min("answer_due_on", filter=answering),
        confirming=Count("pk", filter=confirming), confirming_pk=Min("pk", filter=confirming),
    )  # fmt: skip
    if actor.may("petition:sort") and found["sorting"]:
        since = day_or_none(found["sorting_since"])
        yield Wait(
            "mine",
            "petition.sorting",
            counted(found["sorting"], "kiến nghị chờ phân loại"),
            found["sorting"],
            since=since,
        )
    if actor.may("petition:answer") and found["answering"]:
        only = found["answering_pk"] if found["answering"] == 1 else None
        sentence = counted(found["answering"], "kiến nghị chờ mình trả lời")
        yield Wait("mine", "petition.answering", sentence, found["answering"], due=found["answering_due"], thing=only)
    if actor.may("petition:confirm") and found["confirming"]:
        sentence = counted(found["confirming"], "kiến nghị đã có trả lời, chờ đọc lại cho bà con")
        yield Wait("mine", "petition.confirming", sentence, found["confirming"])


def promises(look: Look) -> Iterator[Wait]:
    """Last year's promises of the own unit that nobody has settled. One query."""
    if not look.actor.may("commitment:settle"):
        return
    waiting = (CommitmentStatus.OPEN, CommitmentStatus.DISPUTED)
    last = Commitment.objects.filter(
        unit_id=look.year.place.unit_id, year=look.year.campaign.year - 1, status__in=waiting
    )
    if count := last.count():
        yield Wait("mine", "commitment.settle", counted(count, "chỉ tiêu năm trước chờ đánh giá"), count)
