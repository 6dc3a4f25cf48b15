"""An edition of the tree is opened empty."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import BadInput, NotYours
from danban.units import actions
from danban.units.models import Tree
from tests.cast import AT, Cast


def test_the_city_front_opens_an_edition_and_the_diary_says_so(cast: Cast) -> None:
    tree = actions.open_tree(
        scheme_code="test-2023", name="  Hà Nội   2026 ", starts_on=date(2026, 1, 1), actor=cast.actors["mrs_ha"], at=AT
    )

    assert (tree.name, tree.starts_on, tree.ends_on) == ("Hà Nội 2026", date(2026, 1, 1), None)
    assert Entry.objects.get(event="tree.opened").changes == {"scheme": "test-2023", "starts_on": "2026-01-01"}


def test_a_shipped_scheme_is_brought_in_with_its_first_edition(cast: Cast) -> None:
    mrs_ha = cast.actors["mrs_ha"]

    tree = actions.open_tree(scheme_code="hanoi-2026", name="Mới", starts_on=date(2026, 1, 1), actor=mrs_ha, at=AT)

    assert tree.scheme.levels.count() == 3
    assert [e.event for e in Entry.objects.order_by("pk")] == ["scheme.loaded", "tree.opened"]


def test_a_commune_may_not_open_an_edition_and_nothing_is_written(cast: Cast) -> None:
    with pytest.raises(NotYours):
        actions.open_tree(
            scheme_code="test-2023", name="Riêng", starts_on=date(2026, 1, 1), actor=cast.actors["phuc_xa"], at=AT
        )

    assert Tree.objects.count() == 1
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("scheme", "name", "sentence"),
    [
        ("sao-hoa", "Mới", "Không có mô hình"),
        ("test-2023", "   ", "từ 1 đến 160"),
        ("test-2023", "x" * 161, "từ 1 đến 160"),
        ("test-2023", "Hà Nội thử nghiệm", "Đã có bản cơ cấu"),
    ],
)
def test_a_bad_edition_is_refused_with_a_sentence(cast: Cast, scheme: str, name: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        actions.open_tree(scheme_code=scheme, name=name, starts_on=date(2026, 1, 1), actor=cast.actors["mrs_ha"], at=AT)

    assert Tree.objects.count() == 1
