"""A term includes its first and its last day; one without end still runs."""

from datetime import date

import pytest
from django.db.models import Q

from danban.kit.terms import in_term, is_in_term
from danban.units.models import Tree
from tests.cast import Cast

FIRST, LAST = date(2022, 7, 1), date(2023, 6, 30)


@pytest.mark.parametrize(
    ("day", "runs", "runs_without_end"),
    [
        (date(2022, 6, 30), False, False),
        (FIRST, True, True),
        (date(2023, 1, 1), True, True),
        (LAST, True, True),
        (date(2023, 7, 1), False, True),
    ],
)
def test_a_term_runs_the_same_for_one_row_and_in_the_database(
    cast: Cast, day: date, runs: bool, runs_without_end: bool
) -> None:
    ended = Tree.objects.create(scheme=cast.tree.scheme, name="Có ngày cuối", starts_on=FIRST, ends_on=LAST)
    open_tree = Tree.objects.create(scheme=cast.tree.scheme, name="Chưa có ngày cuối", starts_on=FIRST)

    found = set(Tree.objects.filter(in_term(day), pk__in=[ended.pk, open_tree.pk]).values_list("pk", flat=True))

    assert is_in_term(day, FIRST, LAST) == runs == (ended.pk in found)
    assert is_in_term(day, FIRST, None) == runs_without_end == (open_tree.pk in found)


def test_the_term_of_a_related_row_is_named_by_its_path() -> None:
    assert in_term(FIRST, of="tree__") == Q(tree__starts_on__lte=FIRST) & (
        Q(tree__ends_on__isnull=True) | Q(tree__ends_on__gte=FIRST)
    )
