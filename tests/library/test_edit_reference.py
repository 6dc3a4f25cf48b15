"""A reference is put right; what takes its place never leads back to it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotFound, NotYours
from danban.library import actions
from danban.library.models import Reference
from danban.library.rules import check_no_circle
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.library.factories import enter, sheet


def _edit(cast: Cast, one: Reference, who: str = "mrs_ha", **values: object) -> Reference:
    stands = {
        name: getattr(one, name)
        for name in ("kind_name", "symbol", "title", "issuer", "issued_on", "in_force_from", "in_force_until", "note")
    }
    told = replace(sheet(**stands), **values)  # type: ignore[arg-type]  # fields of the sheet
    return actions.edit_reference(one.pk, sheet=told, actor=cast.actors[who], at=AT)


def test_the_end_of_its_force_and_what_replaced_it_are_written(cast: Cast) -> None:
    old, new = enter(cast), enter(cast, in_force_from=date(2022, 7, 1))

    edited = _edit(cast, old, replaced_by_id=new.pk, note="Đã đối chiếu")

    edited.refresh_from_db()
    assert (edited.replaced_by, edited.in_force_until) == (new, date(2022, 6, 30))
    assert last_event() == ("reference.edited", "reference", old.pk)
    assert "Đã đối chiếu" not in Entry.objects.order_by("-pk")[0].canonical


def test_nothing_changed_leaves_no_trace(cast: Cast) -> None:
    one = enter(cast)

    with no_trace("library"):
        _edit(cast, one)


def test_two_never_replace_each_other_however_long_the_way(cast: Cast) -> None:
    first = enter(cast)
    second = enter(cast, replaced_by_id=first.pk)
    third = enter(cast, replaced_by_id=second.pk)

    with no_trace("library"):
        for later in (first, second, third):
            with pytest.raises(BadInput, match="thay thế lẫn nhau"):
                _edit(cast, first, replaced_by_id=later.pk)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=20))
def test_no_order_of_replacements_ever_goes_round(pairs: list[tuple[int, int]]) -> None:
    nexts: dict[int, int | None] = dict.fromkeys(range(1, 7))
    for one, other in pairs:
        try:
            check_no_circle(one, other, nexts)
        except BadInput:
            continue
        nexts[one] = other

    for following in nexts.values():
        step, steps = following, 0
        while step is not None:
            step, steps = nexts[step], steps + 1
            assert steps <= len(nexts)


def test_others_and_nothing_are_refused(cast: Cast) -> None:
    one, taken = enter(cast), enter(cast)

    with no_trace("library"):
        with pytest.raises(NotYours):
            _edit(cast, one, "phuc_xa")
        with pytest.raises(BadInput, match="đã có trong thư viện"):
            _edit(cast, one, symbol=taken.symbol)
        for replaced_by in (None, taken.pk):
            with pytest.raises(NotFound):
                actions.edit_reference(0, sheet=sheet(replaced_by_id=replaced_by), actor=cast.actors["mrs_ha"], at=AT)
