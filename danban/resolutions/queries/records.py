"""The records of a conference's rooms, read for its minutes: presences, agenda, opinions, votes, targets."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from danban.conferences.models import Conference
from danban.delegates.models import Attendance, Delegate, Household, Quota, Tally
from danban.delegates.states import Group, Reply
from danban.kit.vietnamese import fold
from danban.resolutions.rules.facts import (
    CountLine,
    GroupPresence,
    ItemLine,
    OfficerLine,
    OpinionLine,
    PollLine,
    TargetLine,
    VillagePresence,
)
from danban.sittings.models import HandCount, Opinion, Poll, PollBox, Target, Turn
from danban.sittings.states import Outcome, PollStatus
from danban.units.models import Placement

BLANK = -1
_AGREEING = ("dong y", "tan thanh", "nhat tri")


@dataclass(frozen=True)
class Presence:
    """Who came, counted: people, households, of how many named, by group and by village, tallies of nobody."""

    present: int
    households: int
    roll: int | None
    named: int
    named_came: int
    groups: tuple[GroupPresence, ...]
    villages: tuple[VillagePresence, ...]
    tallies: tuple[tuple[str, int], ...]


def presence_of(conference: Conference, places: list[Placement]) -> Presence:
    """Attendances that stand; where there are none, the tallies of a conference entered from paper. Six queries."""
    rows = list(
        Attendance.objects.filter(conference=conference, taken_back_at=None)
        .order_by("pk")
        .values_list("group", "group_label", "village_id", "household_id", "delegate_id", named=False)
    )
    tallies = list(Tally.objects.filter(conference=conference).order_by("group", "label", "village_id", "pk"))
    named = (
        Delegate.objects.filter(conference=conference, dropped_at=None)
        .exclude(reply=Reply.REPLACED)
        .order_by("pk")
        .values_list("group", "group_label")
    )
    by_group = Counter(_label(group, label) for group, label in named)
    came = Counter(_label(group, label) for group, label, *_ in rows)
    if not rows:
        for tally in tallies:
            came[_label(tally.group, tally.label)] += tally.count if tally.group else 0
    present = sum(came.values())
    villages = _villages(places, rows, tallies)
    rolls = [one.roll for one in villages if one.roll is not None]
    households = sum(one.households for one in villages) if rows else came[_label(Group.HOUSEHOLD, "")]
    return Presence(
        present=present,
        households=households,
        roll=sum(rolls) if rolls else None,
        named=sum(by_group.values()),
        named_came=sum(row[4] is not None for row in rows) if rows else min(present, sum(by_group.values())),
        groups=_groups(conference, by_group, came),
        villages=villages,
        tallies=tuple((one.label, one.count) for one in tallies if not one.group),
    )


def _label(group: str, label: str) -> str:
    return label or (Group(group).label if group else "")


def _groups(conference: Conference, named: Counter[str], came: Counter[str]) -> tuple[GroupPresence, ...]:
    planned: Counter[str] = Counter()
    quotas = Quota.objects.filter(conference=conference, village=None).order_by("pk")
    for group, label, count in quotas.values_list("group", "label", "planned"):
        planned[_label(group, label)] += count
    labels = dict.fromkeys([*(str(group.label) for group in Group), *planned, *named, *came])
    return tuple(
        GroupPresence(label, planned[label], named[label], came[label])
        for label in labels
        if planned[label] or named[label] or came[label]
    )


def _villages(
    places: list[Placement], rows: list[tuple[str, str, int | None, int | None, int | None]], tallies: Iterable[Tally]
) -> tuple[VillagePresence, ...]:  # fmt: skip
    units = Household.objects.filter(unit_id__in=[place.unit_id for place in places], left_on=None)
    rolls = Counter(units.order_by("pk").values_list("unit_id", flat=True))
    only = places[0].pk if len(places) == 1 else None
    people, homes = Counter(row[2] or only for row in rows), Counter(row[2] or only for row in rows if row[3])
    if not rows:
        for tally in tallies:
            people[tally.village_id or only] += tally.count if tally.group else 0
            homes[tally.village_id or only] += tally.count if tally.group == Group.HOUSEHOLD else 0
    return tuple(
        VillagePresence(
            place.name, people[place.pk], homes[place.pk], rolls[place.unit_id] or place.households or None
        )
        for place in places
    )  # fmt: skip


def officers_of(conference: Conference) -> tuple[OfficerLine, ...]:
    """Presidium and secretary, in order."""
    rows = conference.officers.order_by("position", "pk")
    return tuple(OfficerLine(one.role, one.full_name, one.title) for one in rows)


def items_of(conference: Conference) -> tuple[ItemLine, ...]:
    """The agenda as it was treated."""
    rows = conference.agenda.order_by("position", "pk")
    return tuple(
        ItemLine(one.pk, one.title, one.presenter, one.started_at, one.ended_at, one.note) for one in rows
    )  # fmt: skip


def opinions_of(conference: Conference, names: dict[int, str]) -> tuple[OpinionLine, ...]:
    """Opinions in the order they were said; ``names`` are those of the villages served."""
    rows = Opinion.objects.filter(conference=conference).order_by("said_at", "pk")
    return tuple(
        OpinionLine(
            id=one.pk, item_id=one.entry_id, speaker=one.speaker, village=names.get(one.village_id or 0, ""),
            text=one.text, field=one.field, answer=one.answer, answered_by=one.answered_by,
            answer_due_on=one.answer_due_on, is_settled=one.is_settled, is_petition=one.is_petition,
        )
        for one in rows
    )  # fmt: skip


def speakers_of(conference: Conference) -> tuple[str, ...]:
    """Who had the floor, in order, each once."""
    turns = Turn.objects.filter(conference=conference, began_at__isnull=False).order_by("began_at", "pk")
    return tuple(dict.fromkeys(turns.values_list("speaker", flat=True)))


def counts_of(conference: Conference, names: dict[int, str]) -> tuple[CountLine, ...]:
    """Hands and paper ballots, in the order they were counted."""
    rows = HandCount.objects.filter(conference=conference).order_by("counted_at", "pk")
    return tuple(
        CountLine(
            id=one.pk, item_id=one.entry_id, target_id=one.target_id, question=one.question,
            village=names.get(one.village_id or 0, ""), chooses=one.chooses, matter=one.matter,
            is_ballot=one.is_ballot, present=one.present, in_favour=one.in_favour, against=one.against,
            other=one.other, gap_reason=one.gap_reason, household_reps=one.household_reps, rule_set=one.rule_set,
            outcome=one.outcome, goes_to=one.goes_to,
        )
        for one in rows
    )  # fmt: skip


def polls_of(conference: Conference) -> tuple[PollLine, ...]:
    """Secret electronic votes that were closed; two queries."""
    polls = list(Poll.objects.filter(conference=conference, status=PollStatus.CLOSED).order_by("closed_at", "pk"))
    boxes = PollBox.objects.filter(poll__in=polls).order_by("pk").values_list("poll_id", "choice", "count")
    found = {(poll_id, choice): count for poll_id, choice, count in boxes}
    return tuple(
        PollLine(
            id=one.pk, item_id=one.entry_id, target_id=one.target_id, question=one.question,
            eligible=one.eligible or 0, voted=one.voted or 0,
            results=tuple((text, found.get((one.pk, at), 0)) for at, text in enumerate(one.options)),
            blank=found.get((one.pk, BLANK), 0),
        )
        for one in polls
    )  # fmt: skip


def targets_of(
    conference: Conference, counts: tuple[CountLine, ...], polls: tuple[PollLine, ...]
) -> tuple[TargetLine, ...]:  # fmt: skip
    """Targets with what became of each by its own votes."""
    rows = Target.objects.filter(conference=conference).order_by("position", "pk")
    return tuple(
        TargetLine(
            id=one.pk, indicator=one.indicator, unit_label=one.unit_label, base=one.base, value=one.value,
            first_value=one.first_value, denominator=one.denominator, measure=one.measure, owner=one.owner,
            standing="dropped" if one.dropped_at else _standing(one.pk, counts, polls),
        )
        for one in rows
    )  # fmt: skip


def _standing(target_id: int, counts: tuple[CountLine, ...], polls: tuple[PollLine, ...]) -> str:
    """The last count of each village decides, and where none was counted the last secret vote; else open."""
    last = {one.village: one.outcome for one in counts if one.target_id == target_id}
    if last:
        worst = (Outcome.FAILED, Outcome.CONSULTED)
        return next((str(bad.value) for bad in worst if bad in last.values()), "agreed")
    votes = [one for one in polls if one.target_id == target_id]
    if not votes:
        return "open"
    for_it = sum(count for text, count in votes[-1].results if fold(text).startswith(_AGREEING))
    return "agreed" if 2 * for_it > votes[-1].eligible else str(Outcome.FAILED.value)
