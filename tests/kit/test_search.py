"""Search holds every word to the folded column, accents and order aside."""

import pytest
from django.db.models import Q

from danban.kit.search import has_every_word
from danban.units.models import Placement
from tests.cast import Cast


@pytest.mark.parametrize("typed", ["Phúc Xá", "phuc xa", "XÁ   phúc"])
def test_accents_case_and_order_do_not_matter(cast: Cast, typed: str) -> None:
    found = Placement.objects.filter(has_every_word(typed), tree=cast.tree)

    assert cast.places["00001"] in found
    assert cast.places["017"] not in found


def test_one_word_that_stands_nowhere_finds_nothing_and_no_word_narrows_nothing(cast: Cast) -> None:
    everything = Placement.objects.filter(tree=cast.tree)

    assert not everything.filter(has_every_word("Phúc Xá Cần Thơ"))
    assert everything.filter(has_every_word("  ")).count() == everything.count()
    assert has_every_word("Hà", of="account__") == Q(account__folded__contains="ha")
