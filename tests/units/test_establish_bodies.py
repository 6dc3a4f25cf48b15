"""The scheme seats bodies in every unit, once."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.units import actions, queries
from danban.units.models import Body, Tree
from danban.units.shipped import UnitRow
from tests.cast import AT, Cast
from tests.units.city import KEEPER, place_of

START = date(2020, 1, 1)


def _kinds(tree: Tree, code: str, day: date) -> list[str]:
    return [body.kind.code for body in queries.bodies_of(place_of(tree, code).unit, day)]


def test_every_unit_gets_the_bodies_of_its_level_and_kind(tree: Tree) -> None:
    made = actions.establish_bodies(tree.pk, on=START, actor=KEEPER, at=AT)

    assert made == Body.objects.count()
    assert _kinds(tree, "00475.01", START) == ["party_cell", "front_work_committee", "village_head"]
    assert "peoples_council" in _kinds(tree, "00475", START)
    assert "peoples_council" not in _kinds(tree, "00190", START)
    assert {"movement_board", "dept_finance", "city_police", "emulation_board"} <= set(_kinds(tree, "01", START))
    assert {"culture_office", "health_office"} <= set(_kinds(tree, "006", START))
    names = Body.objects.filter(unit=place_of(tree, "00190").unit).values_list("kind__code", "name")
    assert dict(names)["front_committee"] == "Ủy ban Mặt trận Tổ quốc Việt Nam phường Văn Miếu"


def test_parts_know_the_body_they_belong_to(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=START, actor=KEEPER, at=AT)
    bodies = {body.kind.code: body for body in queries.bodies_of(place_of(tree, "01").unit, START)}

    assert bodies["front_standing_committee"].parent == bodies["front_committee"]
    assert bodies["movement_board"].parent == bodies["front_committee"]
    assert bodies["emulation_board"].parent == bodies["dept_home_affairs"]
    assert bodies["dept_home_affairs"].parent == bodies["peoples_committee"]
    assert bodies["party_committee"].parent is None


def test_seating_again_makes_only_what_is_missing(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=START, actor=KEEPER, at=AT)
    Body.objects.filter(kind__code="village_head", unit=place_of(tree, "00475.01").unit).delete()

    assert actions.establish_bodies(tree.pk, on=date(2021, 1, 1), actor=KEEPER, at=AT) == 1
    assert actions.establish_bodies(tree.pk, on=date(2021, 1, 1), actor=KEEPER, at=AT) == 0
    assert Entry.objects.filter(event="body.established").count() == 3


def test_the_next_scheme_ends_what_it_drops_or_words_otherwise(tree: Tree) -> None:
    actions.establish_bodies(tree.pk, on=START, actor=KEEPER, at=AT)
    actions.load_scheme("hanoi-2026", actor=KEEPER, at=AT)
    new_day = date(2025, 7, 1)
    newer = actions.open_tree(scheme_code="hanoi-2026", name="Mới", starts_on=new_day, actor=KEEPER, at=AT)
    city = place_of(tree, "01")
    actions.load_units(
        [
            UnitRow("01", city.name, "thanh_pho", "", public_code=city.unit.public_code),
            UnitRow("00199", "Phường Văn Miếu - Quốc Tử Giám", "phuong", "01"),
        ],
        tree_id=newer.pk, actor=KEEPER, at=AT,
    )  # fmt: skip

    actions.establish_bodies(newer.pk, on=new_day, actor=KEEPER, at=AT)

    before, after = ({b.kind.code: b for b in queries.bodies_of(city.unit, d)} for d in (date(2025, 6, 30), new_day))
    assert set(before) - set(after) == {"dept_environment", "dept_transport"}
    assert before["dept_agriculture"].name == "Sở Nông nghiệp và Phát triển nông thôn Hà Nội"
    assert after["dept_agriculture"].name == "Sở Nông nghiệp và Môi trường Hà Nội"
    assert after["dept_finance"] == before["dept_finance"]
    assert "peoples_council" in _kinds(newer, "00199", new_day)


def test_a_day_outside_the_edition_is_refused(tree: Tree) -> None:
    with pytest.raises(BadInput, match="31/12/2019"):
        actions.establish_bodies(tree.pk, on=date(2019, 12, 31), actor=KEEPER, at=AT)
    with pytest.raises(NotFound):
        actions.establish_bodies(0, on=START, actor=KEEPER, at=AT)

    assert not Body.objects.exists()


def test_a_district_may_not_seat_bodies(cast: Cast, tree: Tree) -> None:
    before = Body.objects.count()

    for name in ("ba_dinh", "phuc_xa", "stranger"):
        with pytest.raises(NotYours):
            actions.establish_bodies(tree.pk, on=START, actor=cast.actors[name], at=AT)

    assert Body.objects.count() == before
