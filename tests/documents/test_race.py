"""Numbers taken at the same moment: each its own, none left out."""

from functools import partial

import pytest

from danban.documents.models import Counter, RegisterEntry
from tests.cast import Cast
from tests.documents.factories import take
from tests.together import together


@pytest.mark.django_db(transaction=True)
def test_six_papers_at_once_get_six_numbers_of_a_counter_nobody_had_begun(city: Cast) -> None:
    taken = together(*(partial(take, city, subject=f"Kế hoạch {number}") for number in range(6)))

    assert sorted(entry.number for entry in taken) == [1, 2, 3, 4, 5, 6]
    assert Counter.objects.get().last == 6
    assert RegisterEntry.objects.count() == 6


@pytest.mark.django_db(transaction=True)
def test_two_bodies_number_at_once_without_waiting_for_each_other(city: Cast) -> None:
    bodies = [city.bodies["00001", kind].pk for kind in ("front_committee", "peoples_committee")]

    taken = together(*(partial(take, city, body_id=body_id) for body_id in bodies * 3))

    assert sorted((entry.counter.body_id, entry.number) for entry in taken) == sorted(
        (body_id, number) for body_id in bodies for number in (1, 2, 3)
    )
