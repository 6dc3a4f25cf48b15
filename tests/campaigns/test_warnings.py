"""What a reviewer is told to look at, and only that."""

from dataclasses import replace
from datetime import date
from typing import Any

from danban.campaigns.rules.draft_year import draft_year
from danban.campaigns.rules.proposals import GrantValues, Line, MilestoneValues
from danban.campaigns.rules.warnings import DraftWarning, list_warnings
from danban.campaigns.rules.year import Ground
from danban.campaigns.states import ItemKind, ItemState
from danban.planreader import read_text
from danban.planreader.reading import Reading
from tests.campaigns.readings import OTHER, PLAN, reading_of
from tests.campaigns.test_draft_year import FOUR

HANOI = Ground(FOUR, {"city": 1, "district": 30, "commune": 579, "village": 5_401})


def _lines(reading: Reading, **changed: dict[str, Any]) -> list[Line]:
    lines = []
    for number, line in enumerate(draft_year(reading, FOUR).lines):
        values = line.values
        if isinstance(values, MilestoneValues) and values.code.replace("-", "_") in changed:
            values = replace(values, **changed[values.code.replace("-", "_")])
        lines.append(replace(line, values=values, item_id=number))
    return lines


def _said(reading: Reading, lines: list[Line] | None = None) -> dict[str, list[DraftWarning]]:
    said: dict[str, list[DraftWarning]] = {}
    for warning in list_warnings(reading, _lines(reading) if lines is None else lines, HANOI):
        said.setdefault(warning.code, []).append(warning)
    return said


def test_the_grant_is_said_aloud_as_one_for_each_unit() -> None:
    (warning,) = _said(reading_of())["grant_per_unit"]

    assert "(30 + 579) = 609 đơn vị" in warning.sentence
    assert "609 × 5.000.000 đ = 3.045.000.000 đ" in warning.sentence
    assert len(warning.items) == 2


def test_tet_takes_days_from_the_window() -> None:
    (warning,) = _said(reading_of())["overlaps_tet"]

    assert "20/01/2023–26/01/2023 mất 7 ngày; còn 51 ngày" in warning.sentence


def test_one_night_between_the_windows_is_too_little_and_none_is_worse() -> None:
    assert "một đêm" in _said(reading_of())["one_night"][0].sentence

    overlapping = _lines(reading_of(), village_conference={"due_on": date(2023, 3, 2)})
    apart = _lines(reading_of(), village_conference={"due_on": date(2023, 2, 20)})
    assert "windows_overlap" in _said(reading_of(), overlapping)
    assert not {"one_night", "windows_overlap"} & set(_said(reading_of(), apart))


def test_a_day_off_a_day_before_the_plan_and_a_report_too_early_are_named() -> None:
    lines = _lines(reading_of(), report={"due_on": date(2023, 3, 10)}, city_plan={"due_on": date(2022, 12, 15)})

    said = _said(reading_of(), lines)

    assert "Chủ nhật 19/03/2023" in _said(reading_of())["due_on_day_off"][0].sentence
    assert "10/03/2023" in said["ends_after_report"][0].sentence
    assert "16/12/2022" in said["before_issue"][0].sentence


def test_dropped_lines_are_not_warned_about() -> None:
    lines = [replace(line, state=ItemState.DROPPED) for line in _lines(reading_of())]

    codes = set(_said(reading_of(), lines))

    assert not codes & {"overlaps_tet", "one_night", "grant_per_unit", "due_on_day_off", "unknown_body"}


def test_a_duty_the_plan_does_not_ask_for_is_named_until_somebody_adds_it() -> None:
    reading = read_text(PLAN.replace("- Công bố danh sách đăng ký Gia đình văn hóa năm 2023.\n", ""))
    families = next(line for line in _lines(reading_of()) if getattr(line.values, "code", "") == "families")

    (warning,) = _said(reading)["duty_without_clause"]

    assert "Công bố danh sách hộ đăng ký" in warning.sentence
    assert "duty_without_clause" not in _said(reading, [*_lines(reading), families])


def test_bodies_nobody_knows_and_facts_the_plan_lacks_are_named() -> None:
    said = _said(reading_of())

    assert {w.sentence.split("”")[0].strip("“") for w in said["unknown_body"]} >= {"Sở Văn hóa và Thể thao"}
    assert "unknown_number" in said


def test_a_deadline_that_hangs_on_another_event_and_money_for_nobody_are_named() -> None:
    reading = reading_of(OTHER)
    hanging = replace(reading.deadlines[0], end=None, relative="sau hội nghị 3 ngày")
    money = replace(reading_of().money[0], per=())
    nobody = replace(reading.deadlines[1], actor="Ban Tổ chức", task="nghiệm thu")

    said = _said(replace(reading, deadlines=(hanging, nobody), money=(money,)))

    assert "sau hội nghị 3 ngày" in said["undated"][0].sentence
    assert "chưa rõ dành cho cấp nào" in said["money_without_level"][0].sentence
    assert "Chưa rõ cấp nào" in said["no_level"][0].sentence


def test_a_year_the_calendar_does_not_know_is_passed_over() -> None:
    far = {"starts_on": date(2300, 1, 1), "due_on": date(2300, 2, 28)}

    assert "overlaps_tet" not in _said(reading_of(), _lines(reading_of(), village_conference=far))


def test_grants_of_different_amounts_are_summed_apart() -> None:
    lines = [
        replace(line, values=GrantValues(7_000_000))
        if line.kind == ItemKind.GRANT and line.level == "commune"
        else line
        for line in _lines(reading_of())
    ]

    sentences = [w.sentence for w in _said(reading_of(), lines)["grant_per_unit"]]

    assert [s.split(". ")[-1] for s in sentences] == [
        "30 × 5.000.000 đ = 150.000.000 đ.",
        "579 × 7.000.000 đ = 4.053.000.000 đ.",
    ]
