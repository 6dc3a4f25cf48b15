"""Levels, kinds of units and kinds of bodies come from the package."""

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import NotFound, NotYours
from danban.units import actions, shipped
from danban.units.models import BodyKind, Level, Scheme, UnitKind
from tests.cast import AT, Cast
from tests.units.city import KEEPER


def test_a_scheme_brings_its_levels_and_kinds_and_loading_again_adds_nothing(db: None) -> None:
    scheme = actions.load_scheme("hanoi-2023", actor=KEEPER, at=AT)
    before = (Level.objects.count(), UnitKind.objects.count(), BodyKind.objects.count())

    again = actions.load_scheme("hanoi-2023", actor=KEEPER, at=AT)

    assert again == scheme
    assert (Level.objects.count(), UnitKind.objects.count(), BodyKind.objects.count()) == before
    assert [level.code for level in scheme.levels.order_by("depth")] == ["city", "district", "commune", "village"]
    assert before == (4, 10, len(shipped.body_kinds()))
    assert Entry.objects.filter(event="scheme.loaded").count() == 2


def test_the_scheme_of_2026_has_no_district_and_says_who_takes_its_duties(db: None) -> None:
    scheme = actions.load_scheme("hanoi-2026", actor=KEEPER, at=AT)

    assert [level.code for level in scheme.levels.order_by("depth")] == ["city", "commune", "village"]
    assert scheme.hands == {"district": "commune"}


def test_an_unknown_scheme_is_not_found_and_leaves_no_trace(db: None) -> None:
    with pytest.raises(NotFound, match="Các mô hình có sẵn"):
        actions.load_scheme("sao-hoa", actor=KEEPER, at=AT)

    assert not Scheme.objects.exists()
    assert not Entry.objects.exists()


def test_a_district_may_not_bring_in_a_scheme(cast: Cast) -> None:
    with pytest.raises(NotYours, match="Ban Phong trào"):
        actions.load_scheme("hanoi-2026", actor=cast.actors["ba_dinh"], at=AT)

    assert not Scheme.objects.filter(code="hanoi-2026").exists()
    assert actions.load_scheme("hanoi-2026", actor=cast.actors["mrs_ha"], at=AT).pk
