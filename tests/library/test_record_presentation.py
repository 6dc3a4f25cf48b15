"""Where a version was presented is recorded by the unit or one above it."""

from datetime import date
from typing import Any

import pytest

from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.library import actions
from danban.library.models import Presentation
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, TODAY, Cast
from tests.library.factories import draft, present, published, shown


def test_a_village_records_for_itself(cast: Cast) -> None:
    version = published(cast)

    one = present(cast, version, who="head_of_group_1", occasion=" Họp  tổ ")

    assert (one.placement, one.on, one.occasion, one.attended) == (cast.places["00001.01"], TODAY, "Họp tổ", 60)
    assert one.appointment == cast.offices["head_of_group_1"]
    assert last_event() == ("presentation.recorded", "outline", version.outline_id)
    assert str(one) == f"{version.pk} @ {one.placement_id} #{one.pk}"


def test_a_second_tap_gives_what_is_there(cast: Cast) -> None:
    version = published(cast)
    first = present(cast, version, who="head_of_group_1")

    with no_trace("library"):
        assert present(cast, version, who="head_of_group_1", attended=70) == first
    assert present(cast, version, who="head_of_group_1", occasion="Trên loa") != first


@pytest.mark.parametrize("who", ["phuc_xa", "phuc_xa_committee", "ba_dinh", "mrs_ha"])
def test_whoever_stands_above_records_too(cast: Cast, who: str) -> None:
    assert present(cast, published(cast), who=who).pk


@pytest.mark.parametrize(
    ("who", "code"), [("truc_bach", "00001.01"), ("head_of_group_1", "00001"), ("dong_anh", "001")]
)
def test_others_do_not_see_the_place(cast: Cast, who: str, code: str) -> None:
    version = published(cast)

    with no_trace("library"), pytest.raises(NotFound):
        present(cast, version, code, who)


def test_a_department_records_nothing_and_nothing_is_not_found(cast: Cast) -> None:
    version = published(cast)

    with no_trace("library"):
        for name in ("culture_department", "mr_dung"):
            with pytest.raises(NotYours):
                present(cast, version, who=name)
        for version_id, placement_id in ((0, cast.city.pk), (version.pk, 0)):
            with pytest.raises(NotFound):
                actions.record_presentation(
                    version_id, sheet=shown(cast, placement_id=placement_id), actor=cast.actors["mrs_ha"], at=AT
                )


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"on": date(2023, 2, 11)}, "on"),
        ({"on": date(2023, 1, 9)}, "on"),
        ({"occasion": " "}, "occasion"),
        ({"occasion": "x" * 201}, "occasion"),
        ({"attended": -1}, "attended"),
        ({"attended": 20_001}, "attended"),
    ],
)
def test_what_cannot_be_true_is_named(cast: Cast, values: dict[str, Any], field: str) -> None:
    version = published(cast)

    with no_trace("library"), pytest.raises(BadInput) as refused:
        present(cast, version, **values)
    assert set(refused.value.problems) == {field}


def test_a_day_on_which_the_unit_did_not_stand_there_is_refused(cast: Cast) -> None:
    version = published(cast)
    cast.tree.ends_on = date(2023, 2, 1)
    cast.tree.save()

    with no_trace("library"), pytest.raises(BadInput, match="không đứng trong cơ cấu"):
        present(cast, version)


def test_only_what_is_published_is_presented(cast: Cast) -> None:
    waiting, gone = draft(cast), published(cast)
    actions.withdraw_version(gone.pk, reason="Sai", actor=cast.actors["mrs_ha"], at=AT)

    with no_trace("library"):
        with pytest.raises(NotNow, match="chưa đưa ra dùng"):
            present(cast, waiting)
        with pytest.raises(NotNow, match="đã rút"):
            present(cast, gone)
    assert not Presentation.objects.exists()
