"""Difficulties that lie with the office's unit, and those it has put to its superior (IV.6)."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Max, Min, Q

from danban.difficulties.models import Difficulty
from danban.difficulties.rules import IS_WAITING
from danban.difficulties.states import DifficultyStatus
from danban.overviews.queries.waiting.look import Look, Wait, day_or_none
from danban.overviews.texts import counted


def difficulties(look: Look) -> Iterator[Wait]:
    """To be answered by us, answered to us, asked by us; what we answered of late. One query."""
    found = _count(look)
    if look.actor.may("difficulty:answer"):
        if found["held"]:
            sentence = counted(found["held"], "khó khăn chờ mình trả lời")
            since, due = day_or_none(found["held_since"]), found["held_due"]
            only = found["held_pk"] if found["held"] == 1 else None
            yield Wait("mine", "difficulty.held", sentence, found["held"], since=since, due=due, thing=only)
        if found["settled"]:
            sentence = counted(found["settled"], "khó khăn mình đã trả lời")
            done_on = day_or_none(found["settled_at"])
            yield Wait("done", "difficulty.settled", sentence, found["settled"], done_on=done_on)
    if look.actor.may("difficulty:ask"):
        if found["answered"]:
            sentence = counted(found["answered"], "khó khăn mình báo đã có trả lời, chờ khép lại")
            since = day_or_none(found["answered_since"])
            only = found["answered_pk"] if found["answered"] == 1 else None
            yield Wait("mine", "difficulty.answered", sentence, found["answered"], since=since, thing=only)
        if found["asked"]:
            who = found["asked_holder"] if found["asked_holders"] == 1 else "cấp trên"
            sentence = counted(found["asked"], f"khó khăn mình báo chờ {who} trả lời")
            since, due = day_or_none(found["asked_since"]), found["asked_due"]
            only = found["asked_pk"] if found["asked"] == 1 else None
            yield Wait("theirs", "difficulty.asked", sentence, found["asked"], since=since, due=due, thing=only)


def _count(look: Look) -> dict[str, Any]:
    place = look.year.place.pk
    held, asked = Q(holder_id=place) & IS_WAITING, Q(placement_id=place) & IS_WAITING
    answered = Q(placement_id=place, status=DifficultyStatus.ANSWERED)
    settled = Q(holder_id=place, answered_at__date__gte=look.since) & ~IS_WAITING
    near = Difficulty.objects.filter(Q(holder_id=place) | Q(placement_id=place), campaign_id=look.year.campaign.pk)
    return near.aggregate(
        held=Count("pk", filter=held),
        held_pk=Min("pk", filter=held),
        held_since=Min("asked_at", filter=held),
        held_due=Min("answer_due_on", filter=held),
        settled=Count("pk", filter=settled),
        settled_at=Max("answered_at", filter=settled),
        answered=Count("pk", filter=answered),
        answered_pk=Min("pk", filter=answered),
        answered_since=Min("answered_at", filter=answered),
        asked=Count("pk", filter=asked),
        asked_pk=Min("pk", filter=asked),
        asked_since=Min("asked_at", filter=asked),
        asked_due=Min("answer_due_on", filter=asked),
        asked_holders=Count("holder", filter=asked, distinct=True),
        asked_holder=Min("holder__name", filter=asked),
    )
