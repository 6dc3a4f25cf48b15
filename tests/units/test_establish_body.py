"""One body is entered in one unit."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.units import actions
from danban.units.models import Body
from tests.cast import AT, Cast

DAY = date(2023, 1, 1)


def test_the_city_front_enters_a_body_of_a_district(cast: Cast) -> None:
    unit = cast.places["001"].unit

    body = actions.establish_body(
        unit.pk, kind_code="department", name=" Phòng  Y tế quận Ba Đình", on=DAY, actor=cast.actors["mrs_ha"], at=AT,
        parent_id=cast.bodies["001", "peoples_committee"].pk,
    )  # fmt: skip

    assert (body.name, body.unit, body.starts_on) == ("Phòng Y tế quận Ba Đình", unit, DAY)
    assert body.folded == "phong y te quan ba dinh | so"
    assert body.parent == cast.bodies["001", "peoples_committee"]
    assert Entry.objects.get().event == "body.established"


def test_a_body_that_stands_or_a_wrong_part_is_refused(cast: Cast) -> None:
    unit, mrs_ha = cast.places["001"].unit, cast.actors["mrs_ha"]
    actions.establish_body(unit.pk, kind_code="department", name="Phòng", on=DAY, actor=mrs_ha, at=AT)
    count = Body.objects.count()

    with pytest.raises(BadInput, match="đang hoạt động"):
        actions.establish_body(unit.pk, kind_code="department", name="Phòng", on=DAY, actor=mrs_ha, at=AT)
    with pytest.raises(BadInput, match="loại cơ quan"):
        actions.establish_body(unit.pk, kind_code="lạ", name="Phòng", on=DAY, actor=mrs_ha, at=AT)
    with pytest.raises(BadInput, match="từ 1 đến 200"):
        actions.establish_body(unit.pk, kind_code="department", name=" ", on=DAY, actor=mrs_ha, at=AT)
    with pytest.raises(BadInput, match="chủ quản"):
        actions.establish_body(
            unit.pk, kind_code="department", name="Khác", on=DAY, actor=mrs_ha, at=AT,
            parent_id=cast.bodies["017", "peoples_committee"].pk,
        )  # fmt: skip
    assert Body.objects.count() == count


def test_only_who_keeps_the_tree_enters_bodies_and_only_inside_it(cast: Cast) -> None:
    unit = cast.places["001"].unit
    with pytest.raises(NotYours):
        actions.establish_body(unit.pk, kind_code="department", name="P", on=DAY, actor=cast.actors["ba_dinh"], at=AT)
    with pytest.raises(NotFound):
        actions.establish_body(0, kind_code="department", name="P", on=DAY, actor=cast.actors["mrs_ha"], at=AT)

    assert not Entry.objects.exists()
