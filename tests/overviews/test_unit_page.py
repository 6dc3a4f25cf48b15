"""One unit."""

from datetime import date

import pytest

from danban.kit.refusals import NotFound
from danban.overviews.queries import unit_page
from danban.units.models import Body, Placement, Succession, Tree, Unit
from tests.cast import TODAY, Cast, run_campaign
from tests.overviews.growing import done, owed_by


def test_a_unit_shows_what_it_is_owes_and_who_sits_there(cast: Cast) -> None:
    run_campaign(cast)
    done(owed_by(cast, "00001.01", "conference"), TODAY)
    Body.objects.filter(unit=cast.places["00001"].unit, kind__code="front_committee").update(ends_on=date(2022, 1, 1))

    found = unit_page(cast.actors["mrs_ha"], cast.places["00001"].pk, today=TODAY)

    assert found.place.name == "Phường Phúc Xá"
    assert [crumb.name for crumb in found.crumbs] == ["Thành phố Hà Nội", "Quận Ba Đình"]
    assert [owed.kind_code for owed in found.pile.everything] == ["plan", "conference", "synthesis"]
    assert (found.below_count, found.below.total, found.below.done) == (2, 4, 1)
    assert [body.kind.code for body in found.bodies] == ["peoples_committee"]
    assert [(holder.name, holder.role) for holder in found.holders] == [
        ("Đặng Minh Châu", "UBND cấp xã"), ("Hoàng Thị Lan", "Ủy ban MTTQ cấp xã"),
    ]  # fmt: skip


def test_names_of_holders_are_for_those_who_may_see_them(cast: Cast) -> None:
    commune, village = cast.places["00001"].pk, cast.places["00001.01"].pk

    department = unit_page(cast.actors["culture_department"], commune, today=TODAY)
    own = unit_page(cast.actors["head_of_group_1"], village, today=TODAY)

    may = cast.actors["culture_department"].may("appointment:see")
    assert bool(department.holders[0].name) is may
    assert own.holders[0].name == "Bùi Thị Mai"


def test_a_unit_without_a_running_year_still_has_a_page(cast: Cast) -> None:
    found = unit_page(cast.actors["phuc_xa"], cast.places["00001.01"].pk, today=TODAY)

    assert found.year is None
    assert found.pile.everything == ()
    assert found.below_count == 0


def test_other_editions_and_successions_are_its_past(cast: Cast) -> None:
    place = cast.places["00001"]
    other = Tree.objects.create(scheme=cast.tree.scheme, name="Hà Nội mới", starts_on=date(2025, 7, 1))
    Placement.objects.create(
        tree=other, unit=place.unit, level=cast.levels["city"], kind=cast.city.kind, path="", code="x",
        name="Phường Hồng Hà", folded="", sort_key="",
    )  # fmt: skip
    old = Unit.objects.create(name="Phường Cũ")
    Succession.objects.create(from_unit=old, to_unit=place.unit, on=date(2021, 1, 1), share="full")
    Succession.objects.create(from_unit=place.unit, to_unit=old, on=date(2025, 7, 1), share="part")

    found = unit_page(cast.actors["phuc_xa"], place.pk, today=TODAY)

    assert [(past.on.year, past.text) for past in found.past] == [
        (2021, "Nhận từ Phường Cũ"), (2025, "Phường Hồng Hà"), (2025, "Thành Phường Cũ")
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["01", "001", "00004", "00004.01", "017"])
def test_a_unit_above_or_beside_does_not_exist(cast: Cast, code: str) -> None:
    with pytest.raises(NotFound):
        unit_page(cast.actors["phuc_xa"], cast.places[code].pk, today=TODAY)
