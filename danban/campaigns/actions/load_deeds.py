"""Bring in what was done, in bulk: the state of a demonstration, or of a year begun on paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_campaign
from danban.campaigns.models import Campaign, Obligation
from danban.kit import clock
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput

_CHUNK = 800  # ids in one statement; SQLite may be built with a limit of 999


@dataclass(frozen=True)
class Deed:
    """One deed: of an obligation by its id, or of what a placement owes of a kind; ``on`` its civil day."""

    on: date
    event: str
    obligation_id: int | None = None
    placement_id: int | None = None
    kind_code: str = ""


@transaction.atomic
def load_deeds(campaign_id: int, rows: Iterable[Deed], *, actor: Actor, at: datetime) -> int:
    """Fulfil open obligations of a campaign in bulk, with one diary entry; returns how many.

    What is done already stays as it is. Raises ``NotFound``, ``NotYours``, ``NotNow`` (closed) or ``BadInput``
    (a deed in the future, or one that no unit of this campaign owes); then nothing is written.
    """
    campaign = lock_campaign(campaign_id)
    rules.check_can_load_deeds(actor, campaign, at=at)
    deeds = list(rows)
    if any(deed.on > clock.day_of(at) for deed in deeds):
        raise BadInput("Có việc ghi ngày hoàn thành ở phía trước. Hãy sửa ngày rồi nạp lại.")
    done = sum(_fulfil(campaign, day, event, ids) for (day, event), ids in _by_day(campaign, deeds).items())
    record(
        actor=actor,
        event="deeds.loaded",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"rows": len(deeds), "fulfilled": done},
    )
    return done


def _by_day(campaign: Campaign, deeds: Sequence[Deed]) -> dict[tuple[date, str], list[int]]:
    """Obligation ids by day and event."""
    owed = Obligation.objects.filter(campaign=campaign).order_by("pk")
    by_place: dict[tuple[int, str], list[int]] = {}
    known: set[int] = set()
    for pk, placement_id, code in owed.values_list("pk", "placement_id", "kind__code"):
        known.add(pk)
        by_place.setdefault((placement_id, code), []).append(pk)
    groups: dict[tuple[date, str], list[int]] = {}
    for deed in deeds:
        found = (
            [deed.obligation_id] if deed.obligation_id else by_place.get((deed.placement_id or 0, deed.kind_code), [])
        )
        if not found or found[0] not in known:
            raise BadInput("Có việc không thuộc nghĩa vụ nào của năm này nên không nạp dòng nào.")
        groups.setdefault((deed.on, deed.event), []).extend(found)
    return groups


def _fulfil(campaign: Campaign, day: date, event: str, ids: Sequence[int]) -> int:
    values = {"fulfilled_on": day, "fulfilled_at": clock.moment(day, 17), "fulfilled_by": event}
    return sum(
        Obligation.objects.filter(campaign=campaign, pk__in=chunk).open().update(**values) for chunk in _chunks(ids)
    )


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
