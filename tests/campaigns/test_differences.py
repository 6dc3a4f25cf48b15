"""What an amendment changes, line by line."""

from dataclasses import replace
from datetime import date

from danban.campaigns.rules.differences import difference_between
from danban.campaigns.rules.draft_year import draft_year
from danban.campaigns.rules.overlay import keyed, move_to_year, overlay, same_day, shift_years
from danban.campaigns.rules.proposals import AgendaValues, AssignmentValues, Line, MilestoneValues
from danban.campaigns.states import ItemKind, ItemState
from tests.campaigns.readings import CHANGE, reading_of
from tests.campaigns.test_draft_year import FOUR

BEFORE = draft_year(reading_of(), FOUR).lines


def test_the_same_lines_differ_in_nothing() -> None:
    assert difference_between(BEFORE, BEFORE) == ()


def test_a_moved_day_is_said_with_its_old_and_new_value() -> None:
    after = overlay(BEFORE, draft_year(reading_of(CHANGE), FOUR).lines, is_whole=False, prefix="SĐ1.")

    changes = difference_between(BEFORE, after)

    assert [(c.verb, c.code, [(f.label, f.old, f.new) for f in c.fields]) for c in changes] == [
        ("changed", "village-conference", [("Ngày cuối", "28/02/2023", "05/03/2023")]),
        (
            "changed",
            "commune-conference",
            [("Ngày đầu", "01/03/2023", "07/03/2023"), ("Ngày cuối", "10/03/2023", "15/03/2023")],
        ),
    ]


def test_a_switch_a_list_and_nothing_are_said_in_words() -> None:
    talk = Line(ItemKind.AGENDA, AgendaValues("Việc mới", mandatory=True), "village")
    given = AssignmentValues(actor="Sở Y tế", tasks=("Một", "Hai"), body_kind=None, due_on=date(2023, 2, 1))
    work = Line(ItemKind.ASSIGNMENT, given, "city", "III.1")

    changes = difference_between(
        [talk, work],
        [
            replace(talk, values=AgendaValues("Việc mới", mandatory=False)),
            replace(work, values=replace(given, tasks=("Một",), due_on=None)),
        ],
    )

    assert [{f.label: (f.old, f.new) for f in change.fields} for change in changes] == [
        {"Bắt buộc": ("có", "không")},
        {"Việc được giao": ("Một; Hai", "Một"), "Ngày cuối": ("01/02/2023", "chưa có")},
    ]


def test_a_dropped_line_counts_as_removed_and_a_new_one_as_added() -> None:
    new = Line(ItemKind.AGENDA, AgendaValues("Việc mới"), "village")
    after = [replace(BEFORE[0], state=ItemState.DROPPED), *BEFORE[1:], new]

    changes = difference_between(BEFORE, after)

    assert [(c.verb, c.title) for c in changes] == [("removed", "Thành phố triển khai kế hoạch"), ("added", "Việc mới")]


def test_lines_with_the_same_key_are_all_kept() -> None:
    twice = Line(ItemKind.AGENDA, AgendaValues("Một việc"), "village")

    assert len(keyed([twice, twice, twice])) == 3


def test_new_clauses_of_the_amending_document_are_told_apart() -> None:
    new = Line(ItemKind.AGENDA, AgendaValues("Việc mới"), "village", "I")

    (line,) = overlay([], [new], is_whole=False, prefix="SĐ1.")

    assert line.section == "SĐ1.I"


def test_a_leap_day_and_years_in_words_move() -> None:
    assert same_day(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert shift_years("năm 2022, năm 2023, đến năm 2030", 2023, 1) == "năm 2023, năm 2024, đến năm 2030"
    moved = [
        m for line in move_to_year(BEFORE, source=2023, year=2025) if isinstance(m := line.values, MilestoneValues)
    ]
    assert moved[0].due_on == date(2024, 12, 19)
    assert moved[0].set_by_office
