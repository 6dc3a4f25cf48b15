"""An office for a term."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from danban.accounts import actions
from danban.accounts.models import Appointment
from danban.accounts.queries import place_on
from danban.audit.models import Entry
from danban.kit.actor import Actor, machine
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours, Refused
from danban.units.models import Level, Placement, Scheme, Tree
from tests.cast import AT, TODAY, Cast

ROLE = "commune_front_officer"


def _appoint(cast: Cast, *, actor: Actor | None = None, **changes: Any) -> Appointment:
    terms: dict[str, Any] = {
        "role": ROLE,
        "unit_id": cast.places["00001"].unit_id,
        "body_id": cast.bodies["00001", "front_committee"].pk,
        "title": "Phó Chủ tịch Ủy ban MTTQ phường",
        "starts_on": TODAY,
    }
    return actions.appoint_account(
        cast.stranger.pk, **{**terms, **changes}, actor=actor or cast.actors["mrs_ha"], at=AT
    )


def test_an_office_is_given_and_the_diary_says_which(cast: Cast) -> None:
    appointment = _appoint(cast, ends_on=date(2023, 12, 31))

    assert appointment in Appointment.objects.held_on(TODAY)
    assert appointment in Appointment.objects.held_on(date(2023, 12, 31))
    assert appointment not in Appointment.objects.held_on(date(2024, 1, 1))
    entry = Entry.objects.get()
    assert (entry.event, entry.subject_id) == ("account.appointed", cast.stranger.pk)
    assert entry.changes["appointment"] == appointment.pk


def test_only_offices_that_appoint_may_and_only_inside_their_area(cast: Cast) -> None:
    before = Appointment.objects.count()
    narrow = replace(cast.actors["mrs_ha"], paths=cast.actors["dong_anh"].paths)

    with pytest.raises(NotYours, match="Ban Phong trào"):
        _appoint(cast, actor=cast.actors["mr_dung"])
    with pytest.raises(NotYours, match="chính đơn vị bạn"):
        _appoint(cast, actor=cast.actors["phuc_xa"])
    for elsewhere in (narrow, cast.actors["truc_bach"], cast.actors["dong_anh"]):
        with pytest.raises(NotFound):
            _appoint(cast, actor=elsewhere)
    assert Appointment.objects.count() == before
    assert not Entry.objects.exists()

    _appoint(cast, actor=cast.actors["ba_dinh"])


@pytest.mark.parametrize(
    ("who", "code", "role"),
    [
        ("mrs_ha", "01", "department_officer"),
        ("mrs_ha", "00001.01", "village_head"),
        ("ba_dinh", "00004", "commune_committee_officer"),
        ("ba_dinh_committee", "00004.02", "front_work_head"),
        ("phuc_xa_committee", "00001.02", "village_head"),
    ],
)
def test_the_city_gives_offices_everywhere_and_a_unit_below_itself(cast: Cast, who: str, code: str, role: str) -> None:
    appointment = _appoint(cast, actor=cast.actors[who], unit_id=cast.places[code].unit_id, role=role, body_id=None)

    assert (appointment.role, appointment.unit_id) == (role, cast.places[code].unit_id)


def test_nobody_gives_an_office_to_themselves(cast: Cast) -> None:
    own = replace(cast.actors["mrs_ha"], user_id=cast.stranger.pk)

    with pytest.raises(NotYours, match="tự giao"):
        _appoint(cast, actor=own)


def test_a_locked_account_gets_no_office(cast: Cast) -> None:
    cast.stranger.is_active = False
    cast.stranger.save()

    with pytest.raises(NotNow, match="mở lại"):
        _appoint(cast)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"role": "king"}, "role"),
        ({"role": "district_front_officer"}, "role"),
        ({"ends_on": TODAY - timedelta(days=1)}, "ends_on"),
        ({"title": "x" * 161}, "title"),
        ({"body_id": 10**9}, "body_id"),
    ],
)
def test_an_office_that_does_not_fit_is_named_by_field(cast: Cast, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as refused:
        _appoint(cast, **changes)

    assert list(refused.value.problems) == [field]
    assert not Entry.objects.exists()


def test_the_body_belongs_to_the_unit_and_stands_on_the_first_day(cast: Cast) -> None:
    other = cast.bodies["00004", "front_committee"]
    closed = cast.bodies["00001", "front_committee"]
    closed.ends_on = TODAY - timedelta(days=1)
    closed.save()

    with pytest.raises(BadInput, match="không thuộc"):
        _appoint(cast, body_id=other.pk)
    with pytest.raises(BadInput, match="không hoạt động"):
        _appoint(cast)
    _appoint(cast, body_id=None)


@pytest.mark.parametrize("body", [True, False])
def test_the_same_office_is_never_held_twice_at_once(cast: Cast, body: bool) -> None:
    body_id = cast.bodies["00001", "front_committee"].pk if body else None
    _appoint(cast, body_id=body_id, ends_on=date(2023, 12, 31))

    with pytest.raises(BadInput, match="đã giữ đúng vị trí"):
        _appoint(cast, body_id=body_id, starts_on=date(2023, 12, 31))
    _appoint(cast, body_id=body_id, starts_on=date(2024, 1, 1))


def test_the_level_is_that_of_the_tree_in_force_when_the_office_begins(cast: Cast) -> None:
    """From 1 July 2025 a commune stands right below the city and there is no district any more."""
    cast.tree.ends_on = date(2025, 6, 30)
    cast.tree.save()
    scheme = Scheme.objects.create(code="test-2026", name="Ba cấp", hands={"district": "commune"})
    tree = Tree.objects.create(scheme=scheme, name="Hà Nội ba cấp", starts_on=date(2025, 7, 1))
    for depth, (code, old) in enumerate((("city", "01"), ("commune", "00001"))):
        level = Level.objects.create(scheme=scheme, depth=depth, code=code, name=code)
        place = cast.places[old]
        parent = Placement.objects.filter(tree=tree).first()
        Placement.objects.create(
            tree=tree, unit=place.unit, parent=parent, level=level, kind=place.kind, path="" if not depth else "0000",
            code=old, name=f"{place.name} mới", folded="", sort_key="",
        )  # fmt: skip
    tree_paths = {cast.tree.pk: "", tree.pk: ""}
    actor = replace(cast.actors["mrs_ha"], paths=tree_paths)

    district = cast.places["001"].unit_id
    _appoint(cast, actor=actor, role="district_front_officer", unit_id=district, body_id=None)
    with pytest.raises(NotFound):
        _appoint(
            cast, actor=actor, role="district_front_officer", unit_id=district, body_id=None, starts_on=date(2025, 7, 1)
        )
    appointment = _appoint(cast, actor=actor, starts_on=date(2025, 7, 1), title="")

    assert appointment.title.endswith("Phường Phúc Xá mới")
    assert place_on(district, date(2025, 7, 1)) is None


def test_a_machine_covers_every_place_but_still_needs_the_permission(cast: Cast) -> None:
    with pytest.raises(Refused):
        _appoint(cast, actor=machine("thử"))

    _appoint(cast, actor=machine("thử", "appointment:appoint"))
