"""A legal basis or Party document is entered by the offices that keep the library."""

from datetime import date
from typing import Any

import pytest

from danban.kit.refusals import BadInput, NotYours
from danban.library import actions
from danban.library.models import Reference
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.library.factories import enter, sheet


def test_it_is_entered_and_found_by_all_its_words(cast: Cast) -> None:
    entered = enter(cast, symbol=" 30/2020/NĐ-CP ", title="Công tác  văn thư")

    entered.refresh_from_db()
    assert (entered.symbol, entered.title) == ("30/2020/NĐ-CP", "Công tác văn thư")
    assert entered.folded == "30/2020/nd-cp nghi dinh cong tac van thu chinh phu"
    assert last_event() == ("reference.entered", "reference", entered.pk)
    assert str(entered) == f"30/2020/NĐ-CP #{entered.pk}"


def test_what_replaces_it_ends_it_the_day_before(cast: Cast) -> None:
    new = enter(cast, symbol="86/2023/NĐ-CP", issued_on=date(2022, 12, 7), in_force_from=date(2024, 1, 30))
    old = enter(cast, symbol="122/2018/NĐ-CP", issued_on=date(2018, 9, 17), replaced_by_id=new.pk)
    told = enter(cast, replaced_by_id=new.pk, in_force_until=date(2023, 6, 30))

    assert old.in_force_until == date(2024, 1, 29)
    assert [old.is_in_force(day) for day in (date(2018, 9, 16), date(2024, 1, 29), date(2024, 1, 30))] == [
        False, True, False,
    ]  # fmt: skip
    assert told.in_force_until == date(2023, 6, 30)


@pytest.mark.parametrize("who", ["mr_dung", "ba_dinh", "phuc_xa", "head_of_group_1", "stranger"])
def test_others_enter_nothing(cast: Cast, who: str) -> None:
    with no_trace("library"), pytest.raises(NotYours, match="MTTQ"):
        actions.enter_reference(sheet(), actor=cast.actors[who], at=AT)
    assert enter(cast).pk
    assert actions.enter_reference(sheet(), actor=cast.actors["culture_department"], at=AT).pk


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind_name": " "}, "kind_name"),
        ({"title": "\u200b"}, "title"),
        ({"symbol": "x" * 81}, "symbol"),
        ({"issued_on": date(2023, 2, 11)}, "issued_on"),
        ({"in_force_from": date(2020, 3, 4)}, "in_force_from"),
        ({"in_force_until": date(2020, 3, 4)}, "in_force_until"),
        ({"replaced_by_id": 0}, "replaced_by_id"),
        ({"replaced_by_id": 987_654}, "replaced_by_id"),
        ({"symbol": "30/2020/NĐ-CP"}, "symbol"),
    ],
)
def test_what_cannot_be_used_is_named(cast: Cast, values: dict[str, Any], field: str) -> None:
    enter(cast, symbol="30/2020/NĐ-CP")

    with no_trace("library"), pytest.raises(BadInput) as refused:
        enter(cast, **values)
    assert set(refused.value.problems) == {field}


def test_the_same_number_of_another_day_is_another_paper(cast: Cast) -> None:
    enter(cast, symbol="08-CTr/TU", issued_on=date(2021, 3, 17))
    enter(cast, symbol="08-CTr/TU", issued_on=date(2016, 4, 26))
    enter(cast, symbol="", title="Chương trình công tác")
    enter(cast, symbol="", title="Chương trình công tác")

    assert Reference.objects.count() == 4
