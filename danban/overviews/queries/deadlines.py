"""The days of one office for a calendar program: what it owes, and the windows of the year it works in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Q

from danban.accounts import queries as accounts
from danban.audit.models import Entry
from danban.campaigns.models import Campaign, Milestone, Obligation
from danban.kit import paths
from danban.kit.actor import Actor
from danban.kit.refusals import NotFound
from danban.kit.vietnamese import day, long_day
from danban.overviews.queries.office import assignments_of_office, owed_by_office
from danban.overviews.queries.owed import Owed, list_owed
from danban.overviews.queries.years import Year, year_for
from danban.plans.models import PlanEdition


@dataclass(frozen=True)
class Deadline:
    """One entry of a calendar, whole days from ``starts_on`` to ``ends_on``, both included.

    ``uid`` stays the same however often the day moves. ``obligation`` is the id of what is owed, None for a
    day or window of the year. ``modified_at`` is when it was last made, moved, done or reopened.
    """

    uid: str
    title: str
    lines: tuple[str, ...]
    starts_on: date
    ends_on: date
    is_done: bool
    modified_at: datetime
    obligation: int | None


@dataclass(frozen=True)
class Deadlines:
    """The calendar of one office; ``modified_at`` is the latest change of anything in it."""

    name: str
    entries: tuple[Deadline, ...]
    modified_at: datetime | None


def deadlines(actor: Actor, *, today: date) -> Deadlines:
    """What the office owes in the cycle that runs, with its milestones; empty where none runs. Constant queries.

    A thing without a day has no place in a calendar and is left out.
    """
    year = year_for(actor)
    if year is None:
        return Deadlines(actor.label, (), None)
    owed = list_owed(owed_by_office(year, actor, assignments_of_office(year, actor)), today)
    campaign_at = _amended_at(year.campaign)
    changed = _changed_at([one.pk for one in owed], since=_dated_at(year, campaign_at))
    code = year.place.unit.public_code
    entries = [_of_owed(one, code, changed[one.pk]) for one in owed if one.due_on]
    entries += [_of_milestone(one, year, code, campaign_at) for one in _milestones(year)]
    latest = max((entry.modified_at for entry in entries), default=campaign_at)
    return Deadlines(f"{year.place.name} · {year.campaign.name}", tuple(entries), latest)


def deadlines_of_feed(secret: str, *, today: date) -> Deadlines:
    """The calendar a secret address opens, while its post is held; raises ``NotFound``."""
    office = accounts.office_by_feed(secret, on=today)
    if office is None:
        raise NotFound("Địa chỉ lịch này không có hoặc đã thôi dùng.")
    return deadlines(accounts.actor_for(office), today=today)


def _milestones(year: Year) -> list[Milestone]:
    """Those of the office's level, of the levels below it, and of all levels together."""
    near = Q(level__isnull=True) | Q(level__depth__gte=year.place.depth)
    found = Milestone.objects.filter(near, campaign_id=year.campaign.pk).select_related("clause")
    return list(found.order_by("due_on", "position", "pk"))


def _amended_at(campaign: Campaign) -> datetime:
    latest: datetime | None = campaign.amendments.aggregate(at=Max("at"))["at"]
    return max(campaign.launched_at, latest) if latest else campaign.launched_at


def _dated_at(year: Year, campaign_at: datetime) -> datetime:
    """When the days of the unit's things were last set: by the year, or by a plan on the way down to the unit."""
    way = [paths.ancestor(year.place.path, depth) for depth in range(year.place.depth + 1)]
    editions = PlanEdition.objects.filter(plan__campaign_id=year.campaign.pk, plan__placement__path__in=way)
    found = editions.aggregate(issued=Max("issued_at"), returned=Max("returned_at"))
    return max(at for at in (campaign_at, found["issued"], found["returned"]) if at)


def _changed_at(ids: Collection[int], *, since: datetime) -> Mapping[int, datetime]:
    """When each thing owed was last dated, done or reopened."""
    told = Entry.objects.filter(subject="obligation", subject_id__in=ids).values_list("subject_id")
    deeds = dict(told.annotate(at=Max("at")).order_by("subject_id"))
    done = dict(Obligation.objects.filter(pk__in=ids).order_by("pk").values_list("pk", "fulfilled_at"))
    return {pk: max(at for at in (since, deeds.get(pk), done.get(pk)) if at) for pk in ids}


def _of_owed(owed: Owed, code: str, modified_at: datetime) -> Deadline:
    assert owed.due_on is not None
    lines = [f"Ngày cuối còn kịp: {long_day(owed.due_on)}."]
    if owed.fulfilled_on:
        lines = [f"Đã xong ngày {day(owed.fulfilled_on)}."]
    elif owed.starts_on:
        lines.append(f"Làm được từ {day(owed.starts_on)}.")
    lines += [f"Theo mục {owed.clause_path} · {owed.clause_title}", *owed.steps]
    return Deadline(
        uid=f"viec-{owed.pk}-{code}@danban",
        title=f"✓ Đã xong: {owed.name}" if owed.fulfilled_on else f"Hạn cuối: {owed.name}",
        lines=tuple(lines),
        starts_on=owed.due_on,
        ends_on=owed.due_on,
        is_done=owed.fulfilled_on is not None,
        modified_at=modified_at,
        obligation=owed.pk,
    )


def _of_milestone(milestone: Milestone, year: Year, code: str, modified_at: datetime) -> Deadline:
    clause = milestone.clause
    cited = [f"Theo mục {clause.path} · {clause.title}"] if clause else []
    return Deadline(
        uid=f"moc-{year.campaign.pk}-{milestone.code}-{code}@danban",
        title=milestone.name if milestone.starts_on else f"Mốc: {milestone.name}",
        lines=(*cited, *milestone.steps),
        starts_on=milestone.starts_on or milestone.due_on,
        ends_on=milestone.due_on,
        is_done=False,
        modified_at=modified_at,
        obligation=None,
    )
