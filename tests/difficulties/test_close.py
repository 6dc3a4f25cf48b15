"""The unit that had a difficulty says that it is over."""

import pytest

from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.difficulties.factories import answered, head_of

ROOMS = ("difficulties", "notices")


@pytest.mark.parametrize("is_answered", [True, False])
def test_the_village_closes_answered_or_not(cast: Cast, asked: Difficulty, *, is_answered: bool) -> None:
    if is_answered:
        answered(cast, asked)

    actions.close_difficulty(asked.pk, actor=head_of(cast, "00001.01"), at=AT)

    asked.refresh_from_db()
    assert (asked.status, asked.closed_at) == (DifficultyStatus.CLOSED, AT)
    assert last_event() == ("difficulty.closed", "difficulty", asked.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["phuc_xa"]).order_by("-pk")[0]
    assert told.subject == f"Tổ dân phố số 1 đã khép lại: {asked.title}"


def test_nobody_else_closes_and_nobody_twice(cast: Cast, asked: Difficulty) -> None:
    with no_trace(*ROOMS):
        for name in ("phuc_xa", "ba_dinh", "mrs_ha", "culture_department"):
            with pytest.raises(NotYours, match="nơi đã hỏi"):
                actions.close_difficulty(asked.pk, actor=cast.actors[name], at=AT)
        with pytest.raises(NotFound):
            actions.close_difficulty(asked.pk, actor=cast.actors["truc_bach"], at=AT)

    actions.close_difficulty(asked.pk, actor=cast.actors["head_of_group_1"], at=AT)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Đã khép lại"):
        actions.close_difficulty(asked.pk, actor=cast.actors["head_of_group_1"], at=AT)
