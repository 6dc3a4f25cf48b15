"""A reading becomes the proposed lines of a year, for schemes with and without districts."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from danban.campaigns.rules.catalogue import known_duties
from danban.campaigns.rules.draft_year import draft_year
from danban.campaigns.rules.proposals import AgendaValues, DutyValues, GrantValues, Line, MilestoneValues
from danban.campaigns.rules.shape import KindOfBody, LevelShape, Shape
from danban.campaigns.states import ItemKind, ItemState
from danban.planreader import read_text
from tests.campaigns.readings import OTHER, PLAN, reading_of

CITY = LevelShape("city", 0, "Thành phố", ("Thành phố",))
DISTRICT = LevelShape("district", 1, "Quận, huyện, thị xã", ("Quận", "Huyện", "Thị xã"))
COMMUNE = LevelShape("commune", 2, "Xã, phường, thị trấn", ("Xã", "Phường", "Thị trấn"))
VILLAGE = LevelShape("village", 3, "Thôn, tổ dân phố", ("Thôn", "Tổ dân phố"))
BODIES = (
    KindOfBody("peoples_committee", "Ủy ban nhân dân", "UBND"),
    KindOfBody("front_committee", "Ủy ban Mặt trận Tổ quốc Việt Nam", "MTTQ"),
    KindOfBody("dept_culture_sports", "Sở Văn hóa và Thể thao", "Sở VHTT"),
)
FOUR = Shape((CITY, DISTRICT, COMMUNE, VILLAGE), MappingProxyType({}), BODIES)
THREE = Shape((CITY, replace(COMMUNE, depth=1), replace(VILLAGE, depth=2)), MappingProxyType({"district": "commune"}))


def _milestones(lines: tuple[Line, ...]) -> dict[str, MilestoneValues]:
    return {v.code: v for line in lines if isinstance(v := line.values, MilestoneValues)}


def _duties(lines: tuple[Line, ...]) -> dict[tuple[str | None, str], Line]:
    return {(line.level, v.code): line for line in lines if isinstance(v := line.values, DutyValues)}


def test_the_five_days_of_the_plan_become_milestones_with_the_last_day_in_time() -> None:
    found = _milestones(draft_year(reading_of(), FOUR).lines)

    assert {code: (m.starts_on, m.due_on) for code, m in found.items()} == {
        "city-plan": (None, date(2022, 12, 19)),
        "plan": (None, date(2022, 12, 30)),
        "village-conference": (date(2023, 1, 2), date(2023, 2, 28)),
        "commune-conference": (date(2023, 3, 1), date(2023, 3, 10)),
        "report": (None, date(2023, 3, 19)),
    }
    assert "20/12/2022" in found["city-plan"].steps[0]


def test_every_duty_of_the_catalogue_is_found_at_a_clause_of_this_plan() -> None:
    year = draft_year(reading_of(), FOUR)

    duties = _duties(year.lines)
    assert year.missing == ()
    assert len(duties) == len(known_duties()) == 9 + 11 + 8 + 5
    assert duties["village", "agenda"].section == "II.1.a"
    assert duties["district", "pilot"].section == "III.3"
    assert duties["commune", "pilot"].section == "III.4"
    assert duties["commune", "settlement"].section == "III.1"


def test_a_duty_whose_words_are_not_in_the_plan_is_not_proposed() -> None:
    without = read_text(PLAN.replace("- Công bố danh sách đăng ký Gia đình văn hóa năm 2023.\n", ""))

    year = draft_year(without, FOUR)

    assert ("village", "families") not in _duties(year.lines)
    assert [(m.level, m.name) for m in year.missing] == [("village", "Công bố danh sách hộ đăng ký Gia đình văn hóa")]


def test_without_districts_their_duties_go_to_the_level_the_scheme_names() -> None:
    year = draft_year(reading_of(), THREE)

    duties = _duties(year.lines)
    assert {level for level, _ in duties} == {"city", "commune", "village"}
    handed = {"leaders_assigned", "funding", "petitions_handled"}
    assert handed <= {code for level, code in duties if level == "commune"}
    assert len([1 for level, _ in duties if level == "commune"]) == 11 + len(handed)


def test_what_the_plan_says_is_read_and_what_we_conclude_is_proposed() -> None:
    states = {(line.kind, line.state) for line in draft_year(reading_of(), FOUR).lines}

    assert (ItemKind.DUTY, ItemState.PROPOSED) in states
    assert {kind for kind, state in states if state == ItemState.READ} == set(ItemKind.values) - {ItemKind.DUTY}


def test_contents_for_all_conferences_come_first_at_each_level() -> None:
    agenda = [line for line in draft_year(reading_of(), FOUR).lines if isinstance(line.values, AgendaValues)]

    first = {level: next(line for line in agenda if line.level == level) for level in ("commune", "village")}
    assert {line.section for line in first.values()} == {"II.1"}
    assert [line.section for line in agenda if line.level == "commune"] == ["II.1", "II.1.b", "II.1.b"]


def test_one_grant_for_each_level_the_plan_names() -> None:
    grants = [line for line in draft_year(reading_of(), FOUR).lines if isinstance(line.values, GrantValues)]

    assert [(line.level, line.values) for line in grants] == [
        ("district", GrantValues(5_000_000, "Ủy ban MTTQ Việt Nam Thành phố")),
        ("commune", GrantValues(5_000_000, "Ủy ban MTTQ Việt Nam Thành phố")),
    ]


def test_weekly_work_is_an_assignment_with_its_rule_and_only_the_top_seats_bodies() -> None:
    given = [line for line in draft_year(reading_of(), FOUR).lines if line.kind == ItemKind.ASSIGNMENT]

    weekly = [line for line in given if getattr(line.values, "rrule", "")]
    assert [(line.level, getattr(line.values, "body_kind", None)) for line in weekly] == [
        ("city", "dept_culture_sports")
    ]
    assert {line.level for line in given if line.section in ("III.3", "III.4")} == {"district", "commune"}


@pytest.mark.parametrize(("shape", "level"), [(FOUR, "district"), (THREE, "commune")])
def test_an_unrelated_plan_gives_one_duty_a_deadline_and_level(shape: Shape, level: str) -> None:
    year = draft_year(reading_of(OTHER), shape)

    duties = _duties(year.lines)
    assert list(duties) == [(level, "deadline-1"), ("commune", "deadline-2")]
    assert year.missing == ()
    assert duties[level, "deadline-1"].section == "I.1"


def test_a_deadline_of_all_levels_falls_to_each_committee_below_the_top() -> None:
    text = OTHER.replace("UBND các quận, huyện, thị xã rà soát", "UBND các cấp rà soát")

    duties = _duties(draft_year(read_text(text), FOUR).lines)

    assert [level for level, code in duties if code == "deadline-1"] == ["district", "commune"]


def test_an_empty_plan_gives_an_empty_year() -> None:
    assert draft_year(replace(reading_of(OTHER), deadlines=(), assignments=(), cited=(), emails=()), FOUR).lines == ()


def test_a_plan_without_any_heading_is_drafted_and_its_lines_stand_in_no_section() -> None:
    bare = read_text("Kế hoạch\n\nUBND các xã nộp báo cáo trước ngày 20/3/2024.\n")

    lines = draft_year(replace(bare, sections=()), FOUR).lines

    assert [(line.kind, line.level, line.section) for line in lines if line.kind == ItemKind.DUTY] == [
        (ItemKind.DUTY, "commune", "")
    ]
