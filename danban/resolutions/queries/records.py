"""The records of a conference's rooms, put into the plain values its minutes are made of."""

from collections.abc import Iterable, Mapping

from django.db.models import Count, Q

from danban.conferences.models import AgendaEntry, Conference, Officer
from danban.delegates.models import Attendance, Tally
from danban.delegates.queries import PresenceCount
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
from danban.sittings.models import HandCount, Opinion, Poll, Target, Turn
from danban.sittings.states import Outcome, PollStatus

BLANK = -1
"""The box of ballots on which nothing was chosen."""
_AGREEING = ("dong y", "tan thanh", "nhat tri")


def absent_of(conference: Conference, presence: PresenceCount) -> tuple[int, int]:
    """How many are named, and how many of them did not come: a count, never who. One query.

    Where nobody was ticked off one by one, those counted on paper are taken to be among the named.
    """
    named = sum(one.named for one in presence.by_group)
    rows = Attendance.objects.filter(conference=conference, taken_back_at=None)
    came = rows.aggregate(all=Count("pk"), named=Count("delegate", filter=Q(delegate__dropped_at=None)))
    return named, max(named - (came["named"] if came["all"] else presence.present), 0)


def groups_of(presence: PresenceCount) -> tuple[GroupPresence, ...]:
    """Group by group."""
    return tuple(GroupPresence(one.label, one.planned or 0, one.named, one.present) for one in presence.by_group)


def villages_of(presence: PresenceCount) -> tuple[VillagePresence, ...]:
    """Village by village."""
    return tuple(VillagePresence(one.name, one.present, one.households, one.roll) for one in presence.by_village)


def tallies_of(conference: Conference) -> tuple[tuple[str, int], ...]:
    """Counts that belong to no group: women, age bands; those of several villages together."""
    found: dict[str, int] = {}
    rows = Tally.objects.filter(conference=conference, group="").exclude(label="").order_by("label", "pk")
    for label, count in rows.values_list("label", "count"):
        found[label] = found.get(label, 0) + count
    return tuple(found.items())


def officers_of(rows: Iterable[Officer]) -> tuple[OfficerLine, ...]:
    """Presidium and secretary, in order."""
    return tuple(OfficerLine(one.role, one.full_name, one.title) for one in rows)


def items_of(rows: Iterable[AgendaEntry]) -> tuple[ItemLine, ...]:
    """The agenda as it was treated."""
    return tuple(
        ItemLine(one.pk, one.title, one.presenter, one.started_at, one.ended_at, one.note) for one in rows
    )  # fmt: skip


def opinions_of(rows: Iterable[Opinion], names: Mapping[int, str]) -> tuple[OpinionLine, ...]:
    """Opinions in the order they were said; ``names`` are those of the villages served."""
    return tuple(
        OpinionLine(
            id=one.pk, item_id=one.entry_id, speaker=one.speaker, village=names.get(one.village_id or 0, ""),
            text=one.text, field=one.field, answer=one.answer, answered_by=one.answered_by,
            answer_due_on=one.answer_due_on, is_settled=one.is_settled, is_petition=one.is_petition,
        )
        for one in rows
    )  # fmt: skip


def speakers_of(rows: Iterable[Turn]) -> tuple[str, ...]:
    """Who had the floor, in order, each once."""
    had = sorted((one.began_at, one.pk, one.speaker) for one in rows if one.began_at is not None)
    return tuple(dict.fromkeys(speaker for _, _, speaker in had))


def counts_of(rows: Iterable[HandCount], names: Mapping[int, str]) -> tuple[CountLine, ...]:
    """Hands and paper ballots, in the order they were counted."""
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


def polls_of(rows: Iterable[Poll]) -> tuple[PollLine, ...]:
    """Secret electronic votes that were closed; polls come with their boxes."""
    return tuple(_poll(one) for one in rows if one.status == PollStatus.CLOSED)


def _poll(one: Poll) -> PollLine:
    boxes = {box.choice: box.count for box in one.boxes.all()}
    return PollLine(
        id=one.pk, item_id=one.entry_id, target_id=one.target_id, question=one.question, eligible=one.eligible or 0,
        voted=one.voted or 0, results=tuple((text, boxes.get(at, 0)) for at, text in enumerate(one.options)),
        blank=boxes.get(BLANK, 0),
    )  # fmt: skip


def targets_of(
    rows: Iterable[Target], counts: tuple[CountLine, ...], polls: tuple[PollLine, ...]
) -> tuple[TargetLine, ...]:  # fmt: skip
    """Targets with what became of each by its own votes."""
    return tuple(
        TargetLine(
            id=one.pk, indicator=one.indicator, unit_label=one.unit_label, base=one.base, value=one.value,
            first_value=one.first_value, denominator=one.denominator, measure=one.measure, owner=one.owner,
            standing=_standing(one.pk, counts, polls),
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
