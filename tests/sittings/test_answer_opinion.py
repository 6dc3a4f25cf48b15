"""An answer on the spot: who, what, until when; the asker then says whether it is enough."""

from datetime import date

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotNow
from danban.sittings import actions
from danban.sittings.rules import AnswerSheet
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, opinion

SHEET = AnswerSheet("Thay bóng trong tuần sau", "Chủ tịch UBND phường", date(2023, 2, 24))


def test_the_answer_stands_with_its_day(cast: Cast, meeting: Conference) -> None:
    said = actions.answer_opinion(opinion(cast, meeting).pk, sheet=SHEET, actor=cast.actors[HEAD], at=EVENING)

    assert (said.answered_by, said.answer_due_on, said.is_settled) == (SHEET.answered_by, SHEET.due_on, None)
    assert last_event()[0] == "opinion.answered"


def test_an_answer_needs_words_a_name_and_a_day_ahead(cast: Cast, meeting: Conference) -> None:
    said = opinion(cast, meeting)
    for sheet in (AnswerSheet("", "Ai"), AnswerSheet("Có", " "), AnswerSheet("Có", "Ai", date(2023, 2, 1))):
        with no_trace(*ROOMS), pytest.raises(BadInput):
            actions.answer_opinion(said.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)


def test_not_enough_makes_it_a_petition_and_enough_closes_it(cast: Cast, meeting: Conference) -> None:
    said = opinion(cast, meeting)
    with no_trace(*ROOMS), pytest.raises(NotNow, match="chưa được trả lời"):
        actions.settle_opinion(said.pk, is_enough=True, actor=cast.actors[HEAD], at=EVENING)
    actions.answer_opinion(said.pk, sheet=SHEET, actor=cast.actors[HEAD], at=EVENING)

    unhappy = actions.settle_opinion(said.pk, is_enough=False, actor=cast.actors[HEAD], at=EVENING)
    assert (unhappy.is_settled, unhappy.is_petition) == (False, True)
    happy = actions.settle_opinion(said.pk, is_enough=True, actor=cast.actors[HEAD], at=EVENING)
    assert (happy.is_settled, happy.is_petition) == (True, False)
