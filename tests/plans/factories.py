"""Plans on their way, moved through the real actions."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from danban.accounts.queries import actor_for
from danban.campaigns.models import Campaign
from danban.documents import actions as documents
from danban.kit.actor import Actor, machine
from danban.plans import actions, queries
from danban.plans.actions import GivenDate, PlanSheet
from danban.plans.models import Plan, PlanEdition
from danban.units.models import Body
from tests.accounts.factories import make_appointment
from tests.cast import AT, TODAY, Cast

CONSULTED_ON = date(2023, 2, 8)
_KNOWN = {
    ("001", "front"): "ba_dinh", ("001", "committee"): "ba_dinh_committee", ("017", "front"): "dong_anh",
    ("00001", "front"): "phuc_xa", ("00001", "committee"): "phuc_xa_committee", ("00004", "front"): "truc_bach",
}  # fmt: skip
_BODIES = {"front": "front_committee", "committee": "peoples_committee"}


def officer(cast: Cast, code: str, side: str = "front") -> Actor:
    """The officer of the Front or of the People's Committee in a unit: somebody of the cast, else a new one."""
    name = _KNOWN.get((code, side), f"{code} {side}")
    if name not in cast.actors:
        place = cast.places[code]
        office = make_appointment(
            place.unit, role=f"{place.level.code}_{side}_officer", body=cast.bodies[code, _BODIES[side]]
        )
        cast.actors[name] = actor_for(office)
    return cast.actors[name]


def derive(cast: Cast, campaign: Campaign, code: str, *, at: datetime = AT) -> Plan:
    """The plan of a unit, just derived by its Front."""
    return actions.derive_plan(campaign.pk, placement_id=cast.places[code].pk, actor=officer(cast, code), at=at)


def sheet_of(plan: Plan, **changed: Any) -> PlanSheet:
    """The sheet of a plan as it stands, complete but for what is changed."""
    plan = Plan.objects.select_related("campaign__tree", "placement__level").get(pk=plan.pk)
    standing = queries.standing_of(plan, on=TODAY)
    complete: dict[str, Any] = {
        "party_body": "Đảng ủy phường", "party_consulted_on": CONSULTED_ON, "party_how": "Họp Ban Thường vụ",
        "funding_confirmed": standing.owes_funding,
    }  # fmt: skip
    return replace(standing.sheet, **complete | changed)


def with_date(sheet: PlanSheet, kind_id: int, starts_on: date | None, due_on: date | None) -> PlanSheet:
    """The sheet with one kind's days."""
    others = tuple(one for one in sheet.dates if one.kind_id != kind_id)
    return replace(sheet, dates=(*others, GivenDate(kind_id, starts_on, due_on)))


def kind_id(campaign: Campaign, level: str, code: str) -> int:
    """A kind of obligation by level and code."""
    return campaign.obligation_kinds.get(level__code=level, code=code).pk


def submitted(cast: Cast, campaign: Campaign, code: str, *dates: GivenDate, at: datetime = AT, **changed: Any) -> Plan:
    """A complete plan of a unit, submitted by its Front; both bodies have named who signs."""
    name_signers(cast, code)
    plan = derive(cast, campaign, code, at=at)
    sheet = sheet_of(plan, **changed)
    for one in dates:
        sheet = with_date(sheet, one.kind_id, one.starts_on, one.due_on)
    actions.edit_plan(plan.pk, sheet=sheet, actor=officer(cast, code), at=at)
    return actions.submit_plan(plan.pk, actor=officer(cast, code), at=at)


def name_signers(cast: Cast, code: str) -> None:
    """Chairs who sign for the two bodies of a unit of the cast."""
    name_signers_of(cast.places[code].unit_id)


def name_signers_of(unit_id: int) -> None:
    """Chairs who sign for the two bodies of a unit, people without an account; once."""
    for kind, name in (("peoples_committee", "Đỗ Văn Lâm"), ("front_committee", "Trịnh Thị Sen")):
        body = Body.objects.filter(unit_id=unit_id, kind__code=kind).order_by("pk").first()
        if body is not None:
            documents.name_signer(
                body_id=body.pk, full_name=name, position="Chủ tịch", power="tm", starts_on=date(2022, 1, 1),
                actor=machine("test"), at=AT,
            )  # fmt: skip


def approved(cast: Cast, campaign: Campaign, code: str, *dates: GivenDate, at: datetime = AT, **changed: Any) -> Plan:
    """The same, approved by the People's Committee too."""
    plan = submitted(cast, campaign, code, *dates, at=at, **changed)
    return actions.approve_plan(plan.pk, actor=officer(cast, code, "committee"), at=at)


def issued(
    cast: Cast, campaign: Campaign, code: str, *dates: GivenDate, on: date = TODAY, at: datetime = AT, **changed: Any
) -> PlanEdition:
    """The same, issued."""
    plan = approved(cast, campaign, code, *dates, at=at, **changed)
    return actions.issue_plan(plan.pk, issued_on=on, actor=officer(cast, code), at=at)
