"""The list of a conference: the structure beside who is named, invited, coming and came; people page by page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, Sum

from danban.conferences.models import Conference
from danban.conferences.queries import conference_for
from danban.conferences.rules import check_holds
from danban.conferences.rules.heads import heads_of
from danban.delegates import rules
from danban.delegates.models import Attendance, Delegate, Household, Quota, StructureAssent
from danban.delegates.queries.presence import presence_of, standing_delegates
from danban.delegates.states import Group, Reply
from danban.kit.actor import Actor
from danban.kit.clock import day_of
from danban.kit.refusals import NotFound, is_allowed
from danban.kit.search import has_every_word
from danban.units.models import Body

ROWS_A_PAGE = 50
_NOT_SEEING = "Danh sách đại biểu chỉ đơn vị tổ chức và cấp xã xem được; nơi khác xem số lượng."


@dataclass(frozen=True)
class GroupRow:
    """One group: planned, named, invited, accepted, came."""

    group: str
    label: str
    planned: int
    named: int
    invited: int
    accepted: int
    came: int

    @property
    def short(self) -> int:
        """How many are still to be named."""
        return max(self.planned - self.named, 0)


@dataclass(frozen=True)
class DelegatesPage:
    """The page of delegates. ``heads``: the bodies that agree to the structure, each with its assent or None.

    ``unnamed_households`` of the roll have nobody yet; ``untold`` were invited for a day that no longer holds.
    ``verbs``: set, agree, name, invite, elect.
    """

    conference: Conference
    rows: tuple[GroupRow, ...]
    heads: tuple[tuple[Body, StructureAssent | None], ...]
    page: Page[Any]
    words: str
    group: str
    named: int
    invited: int
    unnamed_households: int
    untold: int
    verbs: frozenset[str]

    @property
    def total(self) -> GroupRow:
        """The sum of all groups."""
        of = self.rows
        return GroupRow(
            "", "Cộng", sum(r.planned for r in of), sum(r.named for r in of), sum(r.invited for r in of),
            sum(r.accepted for r in of), sum(r.came for r in of),
        )  # fmt: skip


def structure_of(conference_id: int) -> list[GroupRow]:
    """Group by group: planned, named, invited, accepted, came. Constant queries."""
    standing = Delegate.objects.filter(standing_delegates(conference_id)).values("group", "group_label").order_by()
    counted: dict[tuple[str, str], dict[str, Any]] = {
        (row["group"], row["group_label"]): dict(row)
        for row in standing.annotate(
            named=Count("pk"), invited=Count("invited_at"), accepted=Count("pk", filter=Q(reply=Reply.ACCEPTED))
        )
    }
    planned: dict[tuple[str, str], int] = {}
    for one in Quota.objects.filter(conference_id=conference_id, village__isnull=True).order_by("pk"):
        planned[one.group, one.label] = one.planned
    came = {
        (one["group"], one["group_label"]): one["n"]
        for one in Attendance.objects.filter(conference_id=conference_id, taken_back_at__isnull=True)
        .values("group", "group_label").order_by().annotate(n=Count("pk"))
    }  # fmt: skip
    if not came:
        tallied = {one.label: one.present for one in presence_of(conference_id).by_group if one.present}
        came = {(code, ""): tallied[str(Group(code).label)] for code in Group.values if Group(code).label in tallied}
    rank = {code: place for place, code in enumerate(Group.values)}
    keys = sorted({*counted, *planned, *came}, key=lambda key: (rank[key[0]], key[1]))
    return [
        GroupRow(
            key[0], key[1] or str(Group(key[0]).label), planned.get(key, 0), counted.get(key, {}).get("named", 0),
            counted.get(key, {}).get("invited", 0), counted.get(key, {}).get("accepted", 0), came.get(key, 0),
        )
        for key in keys
    ]  # fmt: skip


def delegates_page(
    actor: Actor, pk: int, *, words: str = "", group: str = "", number: int = 1, at: datetime
) -> DelegatesPage:  # fmt: skip
    """The page; names only to whoever holds the conference. Raises ``NotFound`` or ``NotYours``. Constant queries."""
    one = conference_for(actor, pk)
    check_holds(actor, one, "delegate:see", _NOT_SEEING)
    found = Delegate.objects.filter(standing_delegates(pk)).filter(has_every_word(words))
    if group in Group.values:
        found = found.filter(group=group)
    came = Attendance.objects.filter(delegate=OuterRef("pk"), taken_back_at__isnull=True)
    found = found.select_related("household", "village").annotate(has_come=Exists(came)).order_by("sort_key", "pk")
    assents = {row.body_id: row for row in StructureAssent.objects.filter(conference=one)}
    rows = structure_of(pk)
    invited = sum(row.invited for row in rows)
    return DelegatesPage(
        conference=one,
        rows=tuple(rows),
        heads=tuple((body, assents.get(body.pk)) for body in heads_of(one, on=day_of(at)).bodies),
        page=Paginator(found, ROWS_A_PAGE).get_page(number),
        words=words,
        group=group,
        named=sum(row.named for row in rows),
        invited=invited,
        unnamed_households=_unnamed(one),
        untold=_untold(one),
        verbs=_verbs(actor, one, at),
    )


def _unnamed(one: Conference) -> int:
    units = one.places.values("placement__unit_id")
    taken = Delegate.objects.filter(standing_delegates(one.pk), household__isnull=False).values("household_id")
    return Household.objects.filter(unit_id__in=units, left_on__isnull=True).exclude(pk__in=taken).count()


def _untold(one: Conference) -> int:
    """Those invited before the conference was announced for its present day."""
    if one.announced_at is None:
        return 0
    return Delegate.objects.filter(standing_delegates(one.pk), invited_at__lt=one.announced_at).count()


def _verbs(actor: Actor, one: Conference, at: datetime) -> frozenset[str]:
    agreed = rules.is_agreed(one, on=at)
    checks = {
        "name": lambda: rules.check_can_name(actor, one, at=at),
        "agree": lambda: rules.check_can_agree_structure(actor, one, at=at),
        "invite": lambda: rules.check_can_invite(actor, one, is_agreed=agreed, at=at),
        "elect": lambda: rules.check_can_elect(actor, one, at=at),
    }
    return frozenset(verb for verb, check in checks.items() if is_allowed(check))


def delegate_for(actor: Actor, pk: int) -> Delegate:
    """A person of a conference the actor holds; raises ``NotFound`` or ``NotYours``."""
    found = Delegate.objects.select_related("household").filter(pk=pk).first()
    if found is None:
        raise NotFound
    found.conference = conference_for(actor, found.conference_id)
    check_holds(actor, found.conference, "delegate:see")
    return found


def quotas_of(conference: Conference) -> list[rules.QuotaLine]:
    """The structure as it stands; what conferences of its level usually are where none was set."""
    rows = Quota.objects.filter(conference=conference, village__isnull=True).order_by("pk")
    found = [rules.QuotaLine(row.group, row.planned, row.label) for row in rows]
    kind = "village" if conference.level.code == "village" else "commune"
    return found or [rules.QuotaLine(group, planned) for group, planned in rules.usual_shares(kind)]


def quota_of_village(village: Conference) -> int | None:
    """How many the commune gave this village to elect; None where it said nothing."""
    given = Quota.objects.filter(
        conference__campaign_id=village.campaign_id, conference__placement=village.placement.parent,
        village_id=village.placement_id,
    ).aggregate(n=Sum("planned"))  # fmt: skip
    total: int | None = given["n"]
    return total


def elected_by(village: Conference) -> int:
    """How many this village conference has elected."""
    return Delegate.objects.filter(elected_by=village, dropped_at__isnull=True).exclude(reply=Reply.REPLACED).count()


def untold_of(actor: Actor, pk: int) -> list[int]:
    """Ids of those invited for a day that no longer holds; raises ``NotFound`` or ``NotYours``."""
    one = conference_for(actor, pk)
    check_holds(actor, one, "delegate:see", _NOT_SEEING)
    if one.announced_at is None:
        return []
    found = Delegate.objects.filter(standing_delegates(pk), invited_at__lt=one.announced_at)
    return list(found.order_by("sort_key", "pk").values_list("pk", flat=True))


def everybody(conference: Conference) -> list[Delegate]:
    """Everybody expected, by group and name."""
    rank = {code: place for place, code in enumerate(Group.values)}
    found = Delegate.objects.filter(standing_delegates(conference.pk)).select_related("household")
    return sorted(found.order_by("sort_key", "pk"), key=lambda one: rank[one.group])
