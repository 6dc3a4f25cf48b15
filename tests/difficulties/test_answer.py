"""The unit a difficulty lies with answers."""

import pytest

from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.kit.refusals import BadInput, NotFound, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.difficulties.factories import answered

ROOMS = ("difficulties", "notices")


def test_an_answer_reaches_the_village(cast: Cast, asked: Difficulty) -> None:
    actions.answer_difficulty(asked.pk, text=" Mượn hội trường phường. ", actor=cast.actors["phuc_xa"], at=AT)

    asked.refresh_from_db()
    assert (asked.status, asked.answered_at) == (DifficultyStatus.ANSWERED, AT)
    assert asked.steps.get(verb="answer").text == "Mượn hội trường phường."
    assert last_event() == ("difficulty.answered", "difficulty", asked.pk)
    told = Notice.objects.get(channel="inbox", account=cast.people["head_of_group_1"])
    assert told.body.startswith("Mượn hội trường phường.")
    assert (told.subject_type, told.subject_id) == ("difficulty", asked.pk)


def test_whoever_passed_it_up_hears_the_answer_too(cast: Cast, asked: Difficulty) -> None:
    actions.pass_up_difficulty(asked.pk, reason="Hội trường của quận", actor=cast.actors["phuc_xa"], at=AT)
    answered(cast, asked, "ba_dinh")

    told = Notice.objects.filter(channel="inbox", account=cast.people["phuc_xa"]).order_by("-pk")[0]
    assert told.subject == f"Quận Ba Đình đã trả lời Tổ dân phố số 1: {asked.title}"


def test_no_words_others_and_a_second_answer_are_refused(cast: Cast, asked: Difficulty) -> None:
    with no_trace(*ROOMS):
        for nothing in ("", " \u200b\n"):
            with pytest.raises(BadInput, match="câu trả lời"):
                actions.answer_difficulty(asked.pk, text=nothing, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(BadInput, match="4000"):
            actions.answer_difficulty(asked.pk, text="x" * 4_001, actor=cast.actors["phuc_xa"], at=AT)
        with pytest.raises(NotYours):
            actions.answer_difficulty(asked.pk, text="Được", actor=cast.actors["ba_dinh"], at=AT)
        with pytest.raises(NotFound):
            actions.answer_difficulty(asked.pk, text="Được", actor=cast.actors["truc_bach"], at=AT)

    answered(cast, asked)
    with no_trace(*ROOMS), pytest.raises(NotNow):
        answered(cast, asked)
