"""A shelf is loaded whole, by a machine, whatever the order of its rows."""

from datetime import date

import pytest

from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotYours
from danban.library import actions
from danban.library.actions import ReferenceRow
from danban.library.models import Reference
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.library.factories import enter, sheet

LOADER = machine("test", "reference:enter")


def test_what_replaces_a_row_may_stand_behind_it(cast: Cast) -> None:
    rows = [
        ReferenceRow(sheet(symbol="1"), replaced_by="2"),
        ReferenceRow(sheet(symbol="2", issued_on=date(2021, 1, 1)), replaced_by="3"),
        ReferenceRow(sheet(symbol="3", issued_on=date(2022, 1, 1))),
    ]

    assert actions.load_references(rows, actor=LOADER, at=AT) == 3

    first, second, third = (Reference.objects.get(symbol=symbol) for symbol in "123")
    assert (first.replaced_by, second.replaced_by, third.replaced_by) == (second, third, None)
    assert first.in_force_until == date(2020, 12, 31)
    assert last_event() == ("references.loaded", "reference", None)


def test_one_bad_row_and_nothing_is_loaded(cast: Cast) -> None:
    enter(cast, symbol="9")
    good = ReferenceRow(sheet(symbol="1"))

    for bad, words in (
        (ReferenceRow(sheet(symbol="2"), replaced_by="7"), "không tìm thấy"),
        (ReferenceRow(sheet(symbol="2"), replaced_by="2"), "không tìm thấy"),
        (ReferenceRow(sheet(title="")), "trích yếu"),
        (ReferenceRow(sheet(symbol="9")), "đã có"),
    ):
        with no_trace("library"), pytest.raises(BadInput, match=words):
            actions.load_references([good, bad], actor=LOADER, at=AT)


def test_people_load_nothing(cast: Cast) -> None:
    for actor in (cast.actors["mrs_ha"], cast.actors["phuc_xa"], machine("test")):
        with no_trace("library"), pytest.raises(NotYours):
            actions.load_references([ReferenceRow(sheet())], actor=actor, at=AT)
