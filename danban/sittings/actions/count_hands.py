"""Count hands, or paper ballots, and say what that decides."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from danban.conferences.actions.locks import lock_conference
from danban.conferences.models import Conference
from danban.delegates.queries import presence_of
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.vietnamese import squeeze
from danban.sittings import rules
from danban.sittings.actions.locks import check_belongs, lock_of
from danban.sittings.actions.steps import write_down
from danban.sittings.models import HandCount
from danban.sittings.states import Matter, Outcome

_COLUMNS = [
    "village_id", "entry_id", "target_id", "question", "chooses", "matter", "is_ballot", "present", "in_favour",
    "against", "other", "gap_reason", "household_reps", "rule_set", "outcome", "goes_to", "photo_id",
]  # fmt: skip


@transaction.atomic
def count_hands(
    conference_id: int, *, uuid: UUID, sheet: rules.HandSheet, actor: Actor, at: datetime
) -> HandCount:  # fmt: skip
    """The same ``uuid`` again hands back what stands.

    A matter the law reserves is measured against every household on the roll; short of quorum or majority it is
    a consultation and goes to a community meeting or to clusters. Raises ``NotFound``, ``NotYours``, ``NotNow`` or
    ``BadInput`` (the numbers do not add up and nobody says why).
    """
    conference = lock_conference(conference_id)
    rules.check_can_record(actor, conference, at=at)
    known = HandCount.objects.filter(conference=conference, uuid=uuid).first()
    if known is not None:
        return known
    count = HandCount(uuid=uuid, conference=conference, counted_at=at, appointment_id=actor.appointment_id)
    _write(count, conference, sheet, at)
    count.save(force_insert=True)
    write_down(count, "hand_count.counted", actor, at, outcome=count.outcome, matter=count.matter)
    return count


@transaction.atomic
def correct_count(hand_count_id: int, *, sheet: rules.HandSheet, actor: Actor, at: datetime) -> HandCount:
    """A count typed wrong, put right until the minutes are confirmed; the diary keeps both."""
    count = lock_of(HandCount, hand_count_id)
    rules.check_can_correct_count(actor, count, at=at)
    before = [count.present, count.in_favour, count.against, count.other]
    _write(count, count.conference, sheet, at)
    count.save(update_fields=_COLUMNS)
    after = [count.present, count.in_favour, count.against, count.other]
    write_down(count, "hand_count.corrected", actor, at, numbers=[before, after])
    return count


def _write(count: HandCount, conference: Conference, sheet: rules.HandSheet, at: datetime) -> None:
    rules.check_hands(sheet)
    check_belongs(conference, entry_id=sheet.entry_id, target_id=sheet.target_id, village_id=sheet.village_id)
    for name in (
        "village_id", "entry_id", "target_id", "chooses", "matter", "is_ballot", "present", "in_favour", "against",
        "other", "photo_id",
    ):  # fmt: skip
        setattr(count, name, getattr(sheet, name))
    count.question, count.gap_reason = squeeze(sheet.question), squeeze(sheet.gap_reason)[:300]
    day = conference.day or day_of(at)
    is_reserved = sheet.matter != Matter.ORDINARY
    count.household_reps = _households(conference, sheet.village_id) if is_reserved else None
    count.rule_set = rules.rule_set_on(day).code if is_reserved else ""
    count.outcome = rules.judge(
        sheet.matter, day, present=sheet.present, in_favour=sheet.in_favour, against=sheet.against,
        households=count.household_reps,
    )  # fmt: skip
    count.goes_to = (sheet.goes_to or "meeting") if count.outcome == Outcome.CONSULTED else ""


def _households(conference: Conference, village_id: int | None) -> int | None:
    found = presence_of(conference.pk)
    if village_id is None:
        return found.roll
    return next((one.roll for one in found.by_village if one.placement_id == village_id), None)
