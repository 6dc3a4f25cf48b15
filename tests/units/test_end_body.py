"""A body ends once, on a day of its life."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.units import actions, queries
from tests.cast import AT, Cast

LAST = date(2023, 6, 30)


def test_a_body_stands_on_its_last_day_and_not_on_the_next(cast: Cast) -> None:
    body = cast.bodies["001", "front_committee"]

    actions.end_body(body.pk, on=LAST, actor=cast.actors["mrs_ha"], at=AT)

    unit = cast.places["001"].unit
    assert body in queries.bodies_of(unit, LAST)
    assert body not in queries.bodies_of(unit, date(2023, 7, 1))
    assert Entry.objects.get().changes == {"ends_on": [None, "2023-06-30"]}


def test_a_body_ends_only_once_and_not_before_it_began(cast: Cast) -> None:
    body, mrs_ha = cast.bodies["001", "front_committee"], cast.actors["mrs_ha"]
    with pytest.raises(BadInput, match="01/01/2020"):
        actions.end_body(body.pk, on=date(2019, 1, 1), actor=mrs_ha, at=AT)
    actions.end_body(body.pk, on=LAST, actor=mrs_ha, at=AT)

    with pytest.raises(NotNow, match="đã kết thúc hoạt động ngày 30/06/2023"):
        actions.end_body(body.pk, on=LAST, actor=mrs_ha, at=AT)
    assert Entry.objects.count() == 1


def test_the_district_itself_may_not_end_its_body(cast: Cast) -> None:
    body = cast.bodies["001", "front_committee"]
    with pytest.raises(NotYours):
        actions.end_body(body.pk, on=LAST, actor=cast.actors["ba_dinh"], at=AT)
    with pytest.raises(NotFound):
        actions.end_body(0, on=LAST, actor=cast.actors["mrs_ha"], at=AT)

    body.refresh_from_db()
    assert body.ends_on is None
    assert not Entry.objects.exists()


def test_a_body_is_found_in_the_own_area_only(cast: Cast) -> None:
    body = cast.bodies["001", "front_committee"]

    assert queries.body_for(cast.actors["ba_dinh"], body.pk) == body
    for name in ("dong_anh", "phuc_xa", "stranger"):
        with pytest.raises(NotFound):
            queries.body_for(cast.actors[name], body.pk)
