"""Two offices change the tree at the same time; both engines."""

from datetime import date

import pytest

from danban.audit.models import Entry
from danban.kit.refusals import NotNow
from danban.kit.tables import write_csv
from danban.units import actions
from danban.units.models import Body, Placement, Tree
from danban.units.texts import REQUIRED_HEADINGS
from tests.cast import AT, Cast
from tests.together import together
from tests.units.city import KEEPER


@pytest.mark.django_db(transaction=True)
def test_the_same_table_imported_twice_at_once_makes_each_unit_once(city: Cast) -> None:
    above = city.places["00001"]
    table = write_csv(REQUIRED_HEADINGS, [("00001.77", "Tổ dân phố số 77", "Tổ dân phố", above.code)])

    reports = together(*[lambda: actions.import_units(table, tree_id=city.tree.pk, actor=KEEPER, at=AT)] * 2)

    assert sorted((report.new, report.unchanged) for report in reports) == [(0, 1), (1, 0)]
    assert Placement.objects.filter(tree=city.tree, code="00001.77").count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_edition_closed_twice_at_once_is_closed_once(city: Cast) -> None:
    last = date(2025, 6, 30)

    answers = together(*[lambda: actions.close_tree(city.tree.pk, on=last, actor=KEEPER, at=AT)] * 2)

    assert sorted(isinstance(one, NotNow) for one in answers) == [False, True]
    assert Tree.objects.get(pk=city.tree.pk).ends_on == last
    assert Entry.objects.filter(event="tree.closed").count() == 1


@pytest.mark.django_db(transaction=True)
def test_missing_bodies_established_twice_at_once_are_seated_once(tree: Tree) -> None:
    made = together(*[lambda: actions.establish_bodies(tree.pk, on=tree.starts_on, actor=KEEPER, at=AT)] * 2)

    assert min(made) == 0
    assert Body.objects.count() == max(made) > 0
