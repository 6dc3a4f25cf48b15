"""What a reminder says: how near the day is, never a wrong number, never an endless list."""

from datetime import date, timedelta

import pytest

from danban.campaigns.rules.reminding import MOST_LINES, Thing, hand_words, own_words, superior_words
from danban.campaigns.states import ReminderStep

TODAY = date(2023, 2, 10)


def _thing(days: int, name: str = "Hội nghị", unit: str = "Thôn Đường Yên") -> Thing:
    return Thing(name, unit, TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "step", "subject"),
    [
        ([7], ReminderStep.WEEK, "Còn 7 ngày: Hội nghị"),
        ([0], ReminderStep.DAY, "Đến hạn hôm nay: Hội nghị"),
        ([-2], ReminderStep.LATE, "Quá hạn 2 ngày: Hội nghị"),
        ([1, 1, 1, 1], ReminderStep.DAY, "Bạn có 4 việc còn 1 ngày"),
        ([0, 0], ReminderStep.DAY, "Bạn có 2 việc đến hạn hôm nay"),
        ([3, 5], ReminderStep.WEEK, "Bạn có 2 việc sắp đến hạn"),
        ([-1, -2], ReminderStep.LATE, "Bạn có 2 việc quá hạn"),
    ],
)
def test_the_subject_says_how_near_the_day_is(days: list[int], step: ReminderStep, subject: str) -> None:
    assert own_words([_thing(one) for one in days], step=step, today=TODAY)[0] == subject


def test_a_superior_reads_one_unit_or_how_many() -> None:
    assert superior_words([_thing(-3)], today=TODAY)[0] == "Thôn Đường Yên quá hạn 3 ngày: Hội nghị"
    assert superior_words([_thing(-3), _thing(-9)], today=TODAY)[0] == "2 đơn vị quá hạn: Hội nghị"


def test_a_long_list_is_cut_and_says_how_much_more_there_is() -> None:
    _, body = hand_words([_thing(-1)] * (MOST_LINES + 12), words=" Đề nghị làm ngay. ", sender="Quận", today=TODAY)

    assert body.count("- Hội nghị") == MOST_LINES
    assert "- và 12 việc nữa" in body
    assert body.startswith("Đề nghị làm ngay.\n\n- Hội nghị (Thôn Đường Yên): hạn 09/02/2023, quá hạn 1 ngày")
    assert body.endswith("Nơi đôn đốc: Quận")
