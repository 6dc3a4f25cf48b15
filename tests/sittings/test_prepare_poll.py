"""A secret vote has a question and options of its own, and never touches what the law reserves."""

import pytest

from danban.conferences.models import Conference
from danban.kit.refusals import BadInput
from danban.sittings import actions
from danban.sittings.rules import PollSheet
from danban.sittings.states import Matter
from tests.campaigns.traces import no_trace
from tests.cast import Cast
from tests.sittings.factories import EVENING, HEAD, ROOMS


def test_it_is_prepared_before_the_conference_opens(cast: Cast, ready: Conference) -> None:
    sheet = PollSheet("Chọn hai việc làm trước", ("Đèn ngõ", "Sân chơi", "Rãnh nước"), most=2)
    poll = actions.prepare_poll(ready.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
    assert (poll.status, poll.options, poll.most) == ("prepared", ["Đèn ngõ", "Sân chơi", "Rãnh nước"], 2)


def test_reserved_matters_and_odd_options_are_refused(cast: Cast, ready: Conference) -> None:
    good = PollSheet("Chọn", ("A", "B"))
    for changed in (
        {"matter": Matter.CONTRIBUTION}, {"options": ("A",)}, {"options": ("A", "A")}, {"options": ("A", " ")},
        {"most": 3}, {"most": 0}, {"question": ""},
    ):  # fmt: skip
        sheet = PollSheet(**(good.__dict__ | changed))
        with no_trace(*ROOMS), pytest.raises(BadInput):
            actions.prepare_poll(ready.pk, sheet=sheet, actor=cast.actors[HEAD], at=EVENING)
