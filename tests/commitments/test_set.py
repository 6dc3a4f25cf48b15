"""The city keeps the catalogue."""

from dataclasses import replace

import pytest

from danban.commitments import actions, queries
from danban.commitments.queries import Measure
from danban.kit.refusals import BadInput, NotYours
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast


def test_a_new_line_a_changed_one_and_a_retired_one(cast: Cast) -> None:
    city = cast.actors["mrs_ha"]
    actions.set_indicator(Measure("", "Hộ có bình chữa cháy", "%"), actor=city, at=AT)
    known = queries.catalogue()
    assert known["ho-co-binh-chua-chay"].is_own
    assert last_event()[0] == "indicator.set"

    actions.set_indicator(replace(known["poor_households"], name="Hộ nghèo"), actor=city, at=AT)
    assert queries.catalogue()["poor_households"].name == "Hộ nghèo"
    actions.set_indicator(known["lit_lanes"], is_retired=True, actor=city, at=AT)
    assert "lit_lanes" not in queries.catalogue()


def test_others_and_nonsense_are_refused(cast: Cast) -> None:
    line = queries.catalogue()["lit_lanes"]
    with no_trace("commitments"):
        with pytest.raises(NotYours):
            actions.set_indicator(line, actor=cast.actors["phuc_xa"], at=AT)
        for bad in (replace(line, name=""), replace(line, direction="x"), replace(line, low=line.high, high=line.low)):
            with pytest.raises(BadInput):
                actions.set_indicator(bad, actor=cast.actors["mrs_ha"], at=AT)
