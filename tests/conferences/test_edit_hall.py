"""What is written about a hall is corrected."""

import pytest

from danban.conferences import actions
from danban.conferences.models import Hall
from danban.kit.refusals import BadInput, NotFound, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.conferences.factories import hall_of


def test_name_address_and_seats_change(cast: Cast, hall: Hall) -> None:
    actions.edit_hall(hall.pk, name="Nhà họp", address="Ngõ 5", seats=None, actor=cast.actors["phuc_xa"], at=AT)

    hall.refresh_from_db()
    assert (hall.name, hall.address, hall.seats) == ("Nhà họp", "Ngõ 5", None)
    assert hall.folded.startswith("nha hop ngo 5")
    assert last_event() == ("hall.edited", "hall", hall.pk)


def test_strangers_a_name_taken_and_no_hall_are_refused(cast: Cast, hall: Hall) -> None:
    hall_of(cast, name="Đình làng")
    with no_trace("conferences"):
        with pytest.raises(BadInput):
            actions.edit_hall(hall.pk, name="Đình làng", actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotFound):
            actions.edit_hall(hall.pk, name="A", actor=cast.actors["truc_bach"], at=AT)
        with pytest.raises(NotYours):
            actions.edit_hall(hall.pk, name="A", actor=cast.actors["mr_dung"], at=AT)
        with pytest.raises(NotFound):
            actions.edit_hall(0, name="A", actor=cast.actors["phuc_xa"], at=AT)
