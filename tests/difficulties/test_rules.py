"""Who sees a difficulty, and by when it is to be answered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danban.campaigns.models import Campaign
from danban.difficulties import rules
from danban.difficulties.models import Difficulty
from danban.difficulties.rules import answering
from danban.kit import clock
from danban.kit.actor import machine
from danban.kit.calendar import is_day_off
from danban.kit.refusals import is_allowed
from tests.cast import AT, Cast
from tests.difficulties.factories import ask, head_of

DAYS = st.dates(date(2022, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_urgent", "due_on"),
    [
        (date(2023, 2, 6), True, date(2023, 2, 7)),
        (date(2023, 2, 6), False, date(2023, 2, 9)),
        (date(2023, 2, 10), True, date(2023, 2, 13)),
        (date(2023, 2, 10), False, date(2023, 2, 15)),
        (date(2023, 2, 11), True, date(2023, 2, 13)),
        (date(2023, 1, 19), True, date(2023, 1, 27)),
        (date(2023, 1, 19), False, date(2023, 1, 31)),
    ],
)
def test_an_answer_takes_working_days(day: date, *, is_urgent: bool, due_on: date) -> None:
    assert rules.answer_due(clock.moment(day, 20), is_urgent=is_urgent).due_on == due_on


def test_the_day_of_an_answer_explains_itself() -> None:
    due = rules.answer_due(clock.moment(date(2023, 1, 19), 23, 59), is_urgent=True)

    assert due.steps[0] == "Việc gấp: trả lời trong 1 ngày làm việc, tính từ ngày sau Thứ Năm 19/01/2023."
    assert due.steps[1].startswith("Không tính ngày nghỉ: 20/01–26/01 (")
    assert due.steps[2] == "Ngày cuối để trả lời là Thứ Sáu 27/01/2023."
    assert "không nêu số ngày" in due.steps[3]
    assert len(rules.answer_due(clock.moment(date(2023, 2, 6)), is_urgent=True).steps) == 3
    alone = rules.answer_due(clock.moment(date(2025, 1, 1) - timedelta(days=1)), is_urgent=True)
    assert "01/01 (" in alone.steps[1]


@given(day=DAYS, hour=st.integers(0, 23), is_urgent=st.booleans())
def test_the_last_day_is_a_working_day_with_as_many_before_it_as_the_rule_says(
    day: date, hour: int, *, is_urgent: bool
) -> None:
    due = rules.answer_due(clock.moment(day, hour, 30), is_urgent=is_urgent)

    between = [day + timedelta(days=n) for n in range(1, (due.due_on - day).days + 1)]
    assert sum(not is_day_off(one) for one in between) == (1 if is_urgent else 3)
    assert not is_day_off(due.due_on)


def test_the_rule_in_force_is_the_last_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    faster = answering.AnswerTime(date(2023, 3, 1), days=2, urgent_days=1, basis="Quy định mới.")
    monkeypatch.setattr(answering, "RULES", (*answering.RULES, faster))

    assert answering.rule_on(date(2023, 2, 28)).days == 3
    assert answering.rule_on(date(2023, 3, 1)) is faster
    assert answering.rule_on(date(1999, 1, 1)).days == 3


def test_lists_and_the_rule_for_one_always_agree(cast: Cast, campaign: Campaign) -> None:
    asked = [ask(cast, campaign, head_of(cast, code)) for code in cast.places if code != "01"]
    for actor in (*cast.actors.values(), machine("job", "difficulty:see"), machine("job")):
        seen = set(Difficulty.objects.visible_to(actor).values_list("pk", flat=True))
        for one in asked:
            assert is_allowed(rules.check_can_see, actor, one, at=AT) == (one.pk in seen)
