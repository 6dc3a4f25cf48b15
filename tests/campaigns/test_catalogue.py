"""Duties of the catalogue are found in a plan, or said to be missing where the scheme has their level."""

from dataclasses import replace
from datetime import date

import pytest

from danban.campaigns.rules.catalogue import find_clause, known_duties, propose_duties
from danban.campaigns.rules.draft_year import draft_year, propose_milestones
from danban.campaigns.rules.proposals import Line, MilestoneValues
from danban.campaigns.rules.shape import Shape
from danban.campaigns.rules.stored_reading import passages_of
from danban.campaigns.states import ItemKind
from danban.planreader.reading import Contents, Deadline
from tests.campaigns.readings import PLAN, reading_of
from tests.campaigns.test_draft_year import CITY, FOUR, THREE

EMPTY = replace(reading_of(), text="", sections=())
DEADLINE = Deadline(
    "trước ngày 20/12", "before", None, date(2022, 12, 20), False, None, None, "UBND các xã", "Gửi báo cáo", "I",
    (0, 9),
)  # fmt: skip


@pytest.mark.parametrize("shape", [FOUR, THREE])
def test_a_plan_that_asks_for_nothing_lacks_the_duties_of_the_levels_there_are(shape: Shape) -> None:
    lines, missing = propose_duties(EMPTY, shape, {})

    there = [duty for duty in known_duties() if shape.has(duty.level)]
    assert lines == ()
    assert [(one.level, one.name, one.lacks) for one in missing] == [
        (duty.level, duty.values.name, "mốc thời gian") for duty in there
    ]


def test_a_duty_at_a_milestone_without_words_stands_in_its_clause_only() -> None:
    duty = next(duty for duty in known_duties() if duty.hints[0].at_milestone)
    typed = Line(ItemKind.MILESTONE, MilestoneValues("m", "Mốc", None, date(2023, 1, 1)), "city", "II.1")

    found = find_clause(reading_of(), FOUR, duty, typed)

    assert found is not None
    assert (found.section, found.span) == ("II.1", None)


def test_words_of_a_level_that_nobody_took_over_name_no_level() -> None:
    alone = Shape((CITY,), {}, ())

    (line,) = propose_milestones(replace(reading_of(), deadlines=(DEADLINE,)), alone)

    assert line.level is None


@pytest.mark.parametrize(
    ("deadline", "due_on", "step"),
    [
        (DEADLINE, date(2022, 12, 19), "ngày cuối là 19/12/2022"),
        (replace(DEADLINE, kind="on", inclusive=True), date(2022, 12, 20), "vẫn còn kịp"),
        (replace(DEADLINE, inferred="Văn bản không ghi năm."), date(2022, 12, 19), "Văn bản không ghi năm."),
    ],
)
def test_a_milestone_explains_its_day(deadline: Deadline, due_on: date, step: str) -> None:
    (line,) = propose_milestones(replace(reading_of(), deadlines=(deadline,)), FOUR)

    assert isinstance(line.values, MilestoneValues)
    assert line.values.due_on == due_on
    assert step in line.values.steps[-1]


@pytest.mark.parametrize(
    ("task", "code"),
    [
        ("Hoàn thành hội nghị ở thôn, tổ dân phố", "village-conference"),
        ("Báo cáo kết quả hội nghị ở thôn, tổ dân phố", "report"),
    ],
)
def test_only_holding_a_conference_makes_its_milestone(task: str, code: str) -> None:
    (line,) = propose_milestones(replace(reading_of(), deadlines=(replace(DEADLINE, task=task),)), FOUR)

    assert isinstance(line.values, MilestoneValues)
    assert line.values.code.startswith(code)


def test_empty_lines_of_a_plan_say_nothing() -> None:
    passages = passages_of(replace(EMPTY, text="Một\n\n  \nHai"))

    assert [(passage.text, passage.span) for passage in passages] == [("Một", (0, 3)), ("Hai", (8, 11))]


def test_an_agenda_item_without_words_is_no_line() -> None:
    talk = Contents("thôn, tổ dân phố", ("Việc chung", " \u00a0 "), "II.1", (0, 10))

    lines = draft_year(replace(reading_of(PLAN), contents=(talk,)), FOUR).lines

    assert [line.section for line in lines if line.kind == ItemKind.AGENDA] == ["II.1"]
