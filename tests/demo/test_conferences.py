"""The demonstration's conferences: inside the window, sizes as told, the same for the same day, one story with deeds."""

from collections import Counter
from datetime import date

from danban.demo import sittings
from danban.demo.conferences import Meeting

HELD = Meeting(1, "00002.03", "00002", "Tổ dân phố số 3", 1, 240, date(2023, 2, 7), "eve", "held")


def test_sizes_are_those_of_the_real_accounts() -> None:
    groups = [row for row in sittings.tally_rows(HELD) if row[1]]
    assert 65 <= sum(row[3] for row in groups) <= 114
    assert sum(row[3] for row in groups) == sittings.people_at(HELD)
    assert 4 <= len(sittings.opinion_rows(HELD)) <= 7


def test_hands_add_up_and_the_draw_is_the_same_again() -> None:
    for count in sittings.count_rows(HELD):
        assert 0 <= count.against + count.other < count.present
    assert sittings.opinion_rows(HELD) == sittings.opinion_rows(HELD)


def test_no_sentence_is_said_twice_at_one_conference_and_all_are_known() -> None:
    said = Counter(row.text for row in sittings.opinion_rows(HELD))
    assert set(said.values()) == {1}
    assert len(sittings._sentences()) >= 60
