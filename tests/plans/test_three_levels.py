"""A city without districts: nothing of the cascade is tied to levels, the scheme hands their duties on."""

from datetime import date

import pytest

from danban.accounts.queries import actor_for
from danban.campaigns import actions as campaigns
from danban.campaigns.models import Campaign, Obligation
from danban.kit.actor import Actor, machine
from danban.plans import actions, queries
from danban.plans.models import Plan, PlanDate
from danban.plans.states import PlanStatus
from danban.units import actions as units
from danban.units.models import Body, Placement, Tree
from danban.units.shipped import UnitRow
from tests.accounts.factories import make_appointment
from tests.campaigns.readings import reading_of
from tests.cast import AT, TODAY
from tests.plans.factories import name_signers_of, sheet_of

KEEPER = machine("test", "unit:import", "unit:export", "unit:check", "plan:read", "plan:review", "campaign:launch")
ROWS = [
    UnitRow("01", "Thành phố Hà Nội", "thanh_pho", ""),
    UnitRow("00004", "Phường Ba Đình", "phuong", "01"),
    UnitRow("00454", "Xã Thư Lâm", "xa", "01"),
    UnitRow("00004.01", "Tổ dân phố số 1", "to_dan_pho", "00004"),
    UnitRow("00454.01", "Thôn Đường Yên", "thon", "00454"),
]


@pytest.fixture
def tree(db: None) -> Tree:
    """Two communes right under the city, a village each, all bodies seated."""
    units.load_scheme("hanoi-2026", actor=KEEPER, at=AT)
    tree = units.open_tree(
        scheme_code="hanoi-2026", name="Hà Nội từ 7/2025", starts_on=date(2022, 1, 1), actor=KEEPER, at=AT
    )
    units.load_units(ROWS, tree_id=tree.pk, actor=KEEPER, at=AT)
    units.establish_bodies(tree.pk, on=date(2022, 1, 1), actor=KEEPER, at=AT)
    return tree


@pytest.fixture
def campaign(tree: Tree) -> Campaign:
    """The year over that tree."""
    root = Placement.objects.get(tree=tree, path="")
    board = make_appointment(root.unit, role="movement_board")
    draft = campaigns.start_draft(reading_of(), tree_id=tree.pk, actor=actor_for(board), at=AT)
    return campaigns.launch_draft(draft.pk, actor=actor_for(board), at=AT)


def _officer(place: Placement, side: str, kind: str) -> Actor:
    body = Body.objects.get(unit=place.unit, kind__code=kind)
    return actor_for(make_appointment(place.unit, role=f"commune_{side}_officer", body=body))


def test_a_commune_right_under_the_city_sets_every_day_left_out_and_confirms_the_money(
    tree: Tree, campaign: Campaign
) -> None:
    place = Placement.objects.get(tree=tree, code="00004")
    front, committee = _officer(place, "front", "front_committee"), _officer(place, "committee", "peoples_committee")

    name_signers_of(place.unit_id)
    plan = actions.derive_plan(campaign.pk, placement_id=place.pk, actor=front, at=AT)
    levels = PlanDate.objects.filter(plan=plan, is_required=True).values_list("kind__level__code", flat=True)
    assert set(levels) == {"commune", "village"}
    standing = queries.standing_of(Plan.objects.get(pk=plan.pk), on=TODAY)
    assert standing.owes_funding
    actions.edit_plan(plan.pk, sheet=sheet_of(plan), actor=front, at=AT)
    actions.submit_plan(plan.pk, actor=front, at=AT)
    actions.approve_plan(plan.pk, actor=committee, at=AT)
    edition = actions.issue_plan(plan.pk, issued_on=TODAY, actor=front, at=AT)

    plan.refresh_from_db()
    assert (plan.status, edition.symbol) == (PlanStatus.ISSUED, "01/KHLT-UBND-UBMTTQ")
    done = Obligation.objects.filter(placement=place, fulfilled_on=TODAY).values_list("kind__code", flat=True)
    assert set(done) == {"plan", "funding"}
    city = Placement.objects.get(tree=tree, path="")
    board = make_appointment(city.unit, role="movement_board")
    assert actions.send_back_plan(plan.pk, comment="Sửa", actor=actor_for(board), at=AT).status == PlanStatus.RETURNED


def test_the_city_and_the_villages_draw_up_no_plan(tree: Tree, campaign: Campaign) -> None:
    places = Placement.objects.filter(tree=tree).order_by("path")
    owing = [place.code for place in places if queries.owes_plan(campaign.pk, place.pk)]

    assert owing == ["00004", "00454"]
