"""Halls are written down by those who look after them."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Hall
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_village_and_its_commune_write_one_down(cast: Cast) -> None:
    unit = cast.places["00001.01"].unit
    hall = actions.add_hall(unit.pk, name=" Nhà  văn hóa ", seats=80, actor=cast.actors["head_of_group_1"], at=AT)
    actions.add_hall(unit.pk, name="Đình làng", address="Ngõ 5", actor=cast.actors["phuc_xa"], at=AT)

    assert (hall.name, hall.seats, hall.is_in_use) == ("Nhà văn hóa", 80, True)
    assert hall.folded == "nha van hoa to dan pho so 1"
    assert last_event()[0] == "hall.added"
    assert Hall.objects.count() == 2


def test_strangers_and_a_bad_sheet_are_refused(cast: Cast) -> None:
    unit = cast.places["00001.01"].unit_id
    actions.add_hall(unit, name="Nhà văn hóa", actor=cast.actors["phuc_xa"], at=AT)
    with no_trace("conferences"):
        for name, seats, field in (("", None, "name"), ("Nhà văn hóa", None, "name"), ("A", 0, "seats")):
            with pytest.raises(BadInput) as refusal:
                actions.add_hall(unit, name=name, seats=seats, actor=cast.actors["phuc_xa"], at=AT)
            assert set(refusal.value.problems) == {field}
        with pytest.raises(BadInput, match="160"):
            actions.add_hall(unit, name="x" * 161, address="y" * 201, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.add_hall(unit, name="A", actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotYours):
            actions.add_hall(unit, name="A", actor=cast.actors["mrs_ha"], at=AT)
        with pytest.raises(NotFound):
            actions.add_hall(0, name="A", actor=cast.actors["phuc_xa"], at=AT)
