"""The days a unit's own plan sets for what is owed at and under it. Called by the room of plans, at issue."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from danban.audit.actions import record
from danban.campaigns import rules
from danban.campaigns.actions.locks import lock_campaign, lock_place
from danban.campaigns.actions.redate import redate
from danban.campaigns.models import Campaign, LocalDate
from danban.campaigns.queries.ground import root_of
from danban.campaigns.queries.local_dates import KindAbove, days_of, kinds_above
from danban.campaigns.rules.local_dates import Days, check_inside
from danban.kit.actor import Actor
from danban.kit.refusals import BadInput
from danban.units.models import Placement


@dataclass(frozen=True)
class LocalDay:
    """The days a unit sets for one kind; ``steps`` are the sentences that explain them."""

    kind_id: int
    starts_on: date | None
    due_on: date
    steps: tuple[str, ...] = ()

    @property
    def days(self) -> Days:
        """The two days."""
        return Days(self.starts_on, self.due_on)


@transaction.atomic
def set_local_dates(
    *, campaign_id: int, placement_id: int, dates: Sequence[LocalDay], actor: Actor, at: datetime
) -> int:
    """Replace all days a unit has set, and re-date what is open at and under it; the nearest unit decides.

    Returns how many obligations got another day; the same dates again leave no trace. Raises ``NotFound``
    (outside the actor's area), ``NotNow`` (closed) or ``BadInput`` (a kind not owed there, days outside those
    above, with the name of the thing).
    """
    campaign, place = lock_place(campaign_id, placement_id)
    rules.check_can_set_local_dates(actor, campaign, place.path, at=at)
    above = {one.kind.pk: one for one in kinds_above(campaign, place)}
    _check_dates(dates, above)
    had = list(LocalDate.objects.filter(campaign=campaign, placement=place).order_by("kind_id"))
    if _as_set(had) == {(one.kind_id, one.days, one.steps) for one in dates}:
        return 0
    LocalDate.objects.filter(pk__in=[local.pk for local in had]).delete()
    LocalDate.objects.bulk_create(_row(campaign, place.pk, one) for one in dates)
    touched = {local.kind_id for local in had} | {one.kind_id for one in dates}
    kinds = [one.kind for kind_id, one in above.items() if kind_id in touched]
    moved = redate(campaign, kinds, under=place)
    record(
        actor=actor,
        event="local_dates.set",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=place.unit_id,
        changes={"placement": place.pk, "days": _told(had, dates), "moved": moved},
    )
    return moved


@dataclass(frozen=True)
class LocalRow:
    """The days one unit sets for one kind, to be brought in with many others."""

    placement_id: int
    day: LocalDay


@transaction.atomic
def load_local_dates(campaign_id: int, rows: Iterable[LocalRow], *, actor: Actor, at: datetime) -> int:
    """Bring in the days of many units that have set none, re-dating once, with one diary entry.

    Days outside those above them rest. Returns how many obligations got another day. Raises ``NotFound``,
    ``NotYours``, ``NotNow`` (closed) or ``BadInput`` (a kind or a unit of another campaign).
    """
    campaign = lock_campaign(campaign_id)
    rules.check_can_load_deeds(actor, campaign, at=at)
    root = root_of(campaign.tree)
    kinds = {kind.pk: kind for kind in campaign.obligation_kinds.select_related("level")}
    places = dict(Placement.objects.filter(tree_id=campaign.tree_id).values_list("pk", "path"))
    wanted = list(rows)
    if any(row.day.kind_id not in kinds or row.placement_id not in places for row in wanted) or root is None:
        raise BadInput("Có ngày của đơn vị hoặc của việc không thuộc năm này nên không nạp dòng nào.")
    LocalDate.objects.bulk_create((_row(campaign, row.placement_id, row.day) for row in wanted), batch_size=500)
    moved = redate(campaign, [kinds[pk] for pk in {row.day.kind_id for row in wanted}], under=root)
    record(
        actor=actor,
        event="local_dates.loaded",
        subject="campaign",
        subject_id=campaign.pk,
        at=at,
        unit_id=actor.unit_id,
        changes={"rows": len(wanted), "moved": moved},
    )
    return moved


def _check_dates(dates: Sequence[LocalDay], above: Mapping[int, KindAbove]) -> None:
    if len({one.kind_id for one in dates}) < len(dates) or any(one.kind_id not in above for one in dates):
        raise BadInput("Mỗi việc chỉ đặt một thời gian, và chỉ cho việc của đơn vị và cấp dưới trong năm này.")
    for one in dates:
        there = above[one.kind_id]
        check_inside(there.kind.name, one.days, there.bound)


def _row(campaign: Campaign, placement_id: int, one: LocalDay) -> LocalDate:
    return LocalDate(
        campaign=campaign, kind_id=one.kind_id, placement_id=placement_id, starts_on=one.starts_on, due_on=one.due_on,
        steps=list(one.steps),
    )  # fmt: skip


def _as_set(rows: Iterable[LocalDate]) -> set[tuple[int, Days, tuple[str, ...]]]:
    return {(row.kind_id, days_of(row), tuple(row.steps)) for row in rows}


def _told(had: Iterable[LocalDate], dates: Iterable[LocalDay]) -> dict[str, list[list[date | None] | None]]:
    """Old and new days by kind, for the diary."""
    old = {row.kind_id: [row.starts_on, row.due_on] for row in had}
    new = {one.kind_id: [one.starts_on, one.due_on] for one in dates}
    return {str(kind_id): [old.get(kind_id), new.get(kind_id)] for kind_id in sorted(old.keys() | new.keys())}
