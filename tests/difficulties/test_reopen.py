"""The unit that had a difficulty asks again."""

from datetime import date

import pytest

from danban.difficulties import actions
from danban.difficulties.models import Difficulty
from danban.difficulties.states import DifficultyStatus
from danban.kit import clock
from danban.kit.refusals import BadInput, NotNow, NotYours
from danban.notices.models import Notice
from tests.campaigns.traces import last_event, no_trace
from tests.cast import AT, Cast
from tests.difficulties.factories import answered

ROOMS = ("difficulties", "notices")
LATER = clock.moment(date(2023, 2, 20), 20)


@pytest.mark.parametrize("is_closed", [True, False])
def test_it_lies_again_where_it_was_answered(cast: Cast, asked: Difficulty, *, is_closed: bool) -> None:
    head = cast.actors["head_of_group_1"]
    answered(cast, asked)
    if is_closed:
        actions.close_difficulty(asked.pk, actor=head, at=AT)

    actions.reopen_difficulty(asked.pk, reason="Hội trường đã có người đặt", actor=head, at=LATER)

    asked.refresh_from_db()
    assert (asked.status, asked.holder) == (DifficultyStatus.ASKED, cast.places["00001"])
    assert (asked.answered_at, asked.closed_at, asked.answer_due_on) == (None, None, date(2023, 2, 23))
    assert last_event() == ("difficulty.reopened", "difficulty", asked.pk)
    told = Notice.objects.filter(channel="inbox", account=cast.people["phuc_xa"]).order_by("-pk")[0]
    assert told.subject == f"Tổ dân phố số 1 hỏi lại: {asked.title}"


def test_no_reason_others_and_one_still_waiting_are_refused(cast: Cast, asked: Difficulty) -> None:
    head = cast.actors["head_of_group_1"]
    with no_trace(*ROOMS), pytest.raises(NotNow, match="Chờ tiếp nhận"):
        actions.reopen_difficulty(asked.pk, reason="Vì thế", actor=head, at=AT)

    answered(cast, asked)
    with no_trace(*ROOMS):
        for reason, sentence in ((" ", "lý do"), ("x" * 4_001, "4000")):
            with pytest.raises(BadInput, match=sentence):
                actions.reopen_difficulty(asked.pk, reason=reason, actor=head, at=AT)
        with pytest.raises(NotYours):
            actions.reopen_difficulty(asked.pk, reason="Vì thế", actor=cast.actors["phuc_xa"], at=AT)
