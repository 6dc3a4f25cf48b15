"""The conference chooses its chair and its secretary."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from danban.conferences.models import Conference, Officer
from danban.kit.refusals import BadInput, Refused
from danban.sittings import actions
from danban.sittings.models import HandCount
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, hands


def _choose(cast: Cast, one: Conference, name: str, *, who: str = HEAD, uuid: UUID | None = None, **more: Any) -> None:
    actions.choose_officers(
        one.pk, uuid=uuid or uuid4(), people=[(name, "")] if name else [], sheet=hands(**more), actor=cast.actors[who],
        at=EVENING,
    )  # fmt: skip


def _officers(one: Conference) -> list[tuple[str, str]]:
    return list(Officer.objects.filter(conference=one).order_by("position").values_list("role", "full_name"))


def test_who_is_chosen_takes_the_place_and_the_others_keep_theirs(cast: Cast, meeting: Conference) -> None:
    _choose(cast, meeting, "Ông Ba", chooses="secretary")
    _choose(cast, meeting, "Bà Tư", chooses="chair")
    _choose(cast, meeting, "Ông Năm", chooses="chair")

    assert _officers(meeting) == [("chair", "Ông Năm"), ("secretary", "Ông Ba")]


def test_a_replay_with_another_name_changes_nothing(cast: Cast, meeting: Conference) -> None:
    uuid = uuid4()
    _choose(cast, meeting, "Bà Tư", uuid=uuid, chooses="chair")
    _choose(cast, meeting, "Ông Năm", uuid=uuid, chooses="chair")

    assert _officers(meeting) == [("chair", "Bà Tư")]
    assert HandCount.objects.count() == 1


def test_who_is_voted_down_does_not_take_the_place(cast: Cast, meeting: Conference) -> None:
    _choose(cast, meeting, "Bà Tư", chooses="chair", in_favour=2, against=8)

    assert _officers(meeting) == []
    assert HandCount.objects.get().outcome == "failed"


@pytest.mark.parametrize(("name", "chooses"), [("", "chair"), ("Bà Tư", ""), ("Bà Tư", "delegates")])
def test_nobody_named_or_nothing_chosen_is_refused(cast: Cast, meeting: Conference, name: str, chooses: str) -> None:
    with pytest.raises(BadInput):
        _choose(cast, meeting, name, chooses=chooses)
    assert not HandCount.objects.exists()


def test_the_city_may_not(cast: Cast, meeting: Conference) -> None:
    with pytest.raises(Refused):
        _choose(cast, meeting, "Bà Tư", who="mrs_ha", chooses="chair")
    assert not HandCount.objects.exists()
