"""A whole register brought in at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from danban.audit.models import Entry
from danban.documents import actions
from danban.documents.models import Counter, RegisterEntry
from danban.kit.actor import machine
from danban.kit.refusals import BadInput, NotYours
from tests.cast import AT, TODAY, Cast
from tests.documents.factories import take


def _trace() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Counter, RegisterEntry, Entry)]


def test_a_whole_register_is_loaded_in_order_with_one_entry_of_the_diary(cast: Cast) -> None:
    front, committee = (cast.bodies["00001", kind].pk for kind in ("front_committee", "peoples_committee"))
    rows = [
        actions.NumberRow(body_id, "plan", "{number:02d}/KH", f"Việc {number}", TODAY - timedelta(days=9 - number))
        for number, body_id in enumerate([front, committee, front])
    ]

    loaded = actions.load_numbers(rows, actor=machine("demo"), at=AT)

    assert [(entry.symbol, entry.counter.body_id) for entry in loaded] == [
        ("01/KH", front), ("01/KH", committee), ("02/KH", front),
    ]  # fmt: skip
    assert Entry.objects.filter(event="numbers.loaded").count() == 1
    assert take(cast).number == 3


def test_a_register_in_use_out_of_order_or_brought_by_a_person_is_not_loaded(cast: Cast) -> None:
    front = cast.bodies["00001", "front_committee"].pk
    later, earlier = (
        actions.NumberRow(front, "plan", "{number}/KH", "Việc", TODAY - timedelta(days=ago)) for ago in (0, 1)
    )
    before = _trace()

    with pytest.raises(NotYours):
        actions.load_numbers([later], actor=cast.actors["phuc_xa"], at=AT)
    with pytest.raises(BadInput, match="Số gần nhất"), transaction.atomic():
        actions.load_numbers([later, earlier], actor=machine("demo"), at=AT)
    assert _trace() == before
    take(cast)
    with pytest.raises(BadInput, match="đã cấp số"):
        actions.load_numbers([later], actor=machine("demo"), at=AT)
