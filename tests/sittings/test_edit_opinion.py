"""What was written down of an opinion is put right."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput, NotFound
from danban.sittings import actions
from danban.sittings.rules import OpinionSheet
from tests.campaigns.traces import last_event, no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS, opinion


def test_words_and_speaker_change(cast: Cast, meeting: Conference) -> None:
    said = opinion(cast, meeting, speaker="Ông A")
    sheet = OpinionSheet("Đèn ngõ 21 hỏng")
    edited = actions.edit_opinion(said.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)

    assert (edited.text, edited.speaker) == ("Đèn ngõ 21 hỏng", "")
    assert last_event()[0] == "opinion.edited"


def test_empty_words_and_strangers_are_refused(cast: Cast, meeting: Conference) -> None:
    said = opinion(cast, meeting)
    with no_trace(*ROOMS), pytest.raises(BadInput):
        actions.edit_opinion(said.pk, sheet=OpinionSheet(" "), actor=cast.actors[HEAD], at=EVENING)
    with no_trace(*ROOMS), pytest.raises(NotFound):
        actions.edit_opinion(said.pk, sheet=OpinionSheet("Ý"), actor=cast.actors["truc_bach"], at=EVENING)
