"""The unit a difficulty lies with says that it has seen it."""

import pytest

from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.kit.refusals import NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.difficulties.factories import answered

ROOMS = ("difficulties", "notices")


def test_either_office_of_the_commune_acknowledges_and_the_village_is_told(cast: Cast, asked: Difficulty) -> None:
    actions.acknowledge_difficulty(asked.pk, actor=cast.actors["phuc_xa_committee"], at=AT)

    asked.refresh_from_db()
    assert asked.status == DifficultyStatus.ACKNOWLEDGED
    assert last_event() == ("difficulty.acknowledged", "difficulty", asked.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["head_of_group_1"])
    assert [notice.subject for notice in told] == [f"Phường Phúc Xá đã tiếp nhận: {asked.title}"]


def test_others_and_a_second_time_are_refused(cast: Cast, asked: Difficulty) -> None:
    with no_trace(*ROOMS):
        for name in ("truc_bach", "dong_anh", "stranger"):
            with pytest.raises(NotFound):
                actions.acknowledge_difficulty(asked.pk, actor=cast.actors[name], at=AT)
        for name in ("ba_dinh", "mrs_ha"):
            with pytest.raises(NotYours, match="đang ở Phường Phúc Xá"):
                actions.acknowledge_difficulty(asked.pk, actor=cast.actors[name], at=AT)
        for name in ("head_of_group_1", "culture_department"):
            with pytest.raises(NotYours, match="việc của UBND và Ủy ban MTTQ"):
                actions.acknowledge_difficulty(asked.pk, actor=cast.actors[name], at=AT)
        with pytest.raises(NotFound):
            actions.acknowledge_difficulty(0, actor=cast.actors["phuc_xa"], at=AT)

    answered(cast, asked)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Đã trả lời"):
        actions.acknowledge_difficulty(asked.pk, actor=cast.actors["phuc_xa"], at=AT)
