"""What ``docs/source-plan.md`` says of the plan for 2023 is what the program makes of it."""

import re
from functools import lru_cache
from importlib.resources import files
from typing import TypeVar

import pytest

from danban.campaigns.rules.catalogue import known_duties
from danban.campaigns.rules.draft_year import DraftYear, draft_year
from danban.campaigns.rules.proposals import (
    AgendaValues,
    AssignmentValues,
    CitationValues,
    DutyValues,
    GrantValues,
    Line,
    MailboxValues,
    MilestoneValues,
)
from danban.campaigns.rules.shape import KindOfBody, LevelShape, SeatedBody, Shape
from danban.campaigns.rules.warnings import list_warnings
from danban.campaigns.rules.year import Ground, plan_year
from danban.planreader import read_text
from danban.planreader.reading import Reading
from danban.units import shipped
from tests.house.walk import ROOT

V = TypeVar("V")
SCHEME = "hanoi-2023"
ORIGINAL = ROOT.parent / "shared" / "plan-hanoi-2023.txt"
CITY_BODIES = frozenset(
    {
        "front_committee", "peoples_committee", "dept_culture_sports", "dept_agriculture", "ntm_office", "dept_health",
        "dept_environment", "dept_construction", "dept_transport", "city_police", "dept_finance", "emulation_board",
        "labour_federation", "womens_union", "veterans_association", "farmers_union", "youth_union",
    }
)  # fmt: skip


@lru_cache(maxsize=1)
def _reading() -> Reading:
    plan = files("danban.demo").joinpath("data/plan-2023.txt").read_text(encoding="utf-8")
    return read_text(plan)


@lru_cache(maxsize=1)
def _ground() -> Ground:
    """Hà Nội in 2023 without a database: its levels, how many units each has, the bodies of the city."""
    scheme = shipped.scheme(SCHEME)
    levels = tuple(
        LevelShape(level.code, depth, level.name, tuple(kind.name for kind in level.kinds))
        for depth, level in enumerate(scheme.levels)
    )
    kinds = tuple(KindOfBody(kind.code, kind.name, kind.short) for kind in shipped.body_kinds())
    bodies = tuple(
        SeatedBody(number, body.kind, body.name_for("Thành phố Hà Nội", unit_kind="thanh_pho", kind_name="Thành phố"))
        for number, body in enumerate(scheme.bodies_of("city"), start=1)
    )
    units = {"city": 1, "district": 30, "commune": 579, "village": 5_400}
    return Ground(Shape(levels, scheme.hands, kinds), units, bodies)


@lru_cache(maxsize=1)
def _draft() -> DraftYear:
    return draft_year(_reading(), _ground().shape)


def _lines(kind: type[V]) -> list[tuple[Line, V]]:
    return [(line, line.values) for line in _draft().lines if isinstance(line.values, kind)]


def _rows() -> list[list[str]]:
    """The cells of every clause of the table."""
    text = (ROOT / "docs/source-plan.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("|") and line.count("|") == 7]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if re.fullmatch(r"[HP]|[IV]+\..*", row[0])]


def _duties_named() -> dict[str, str]:
    """Each ``level/code`` of the table and the clause it stands at."""
    levels = "|".join(level.code for level in _ground().shape.levels)
    return {token: row[0] for row in _rows() for token in re.findall(rf"`((?:{levels})/\w+)`", row[3])}


def test_every_kind_of_duty_the_program_knows_stands_in_the_table_once() -> None:
    known = {f"{duty.level}/{duty.values.code}" for duty in known_duties()}

    assert set(_duties_named()) == known
    assert sum(row[3].count(f"`{name}`") for row in _rows() for name in known) == len(known)


def test_every_duty_of_the_table_is_found_in_its_clause() -> None:
    found = _duties_of(_draft())
    elsewhere = {
        name: (clause, found.get(name))
        for name, clause in _duties_named().items()
        if not clause.startswith(found.get(name, "nowhere"))
    }

    assert elsewhere == {}
    assert _draft().missing == ()


def _duties_of(draft: DraftYear) -> dict[str, str]:
    """``level/code`` of every duty and the clause it was found in."""
    return {f"{one.level}/{one.values.code}": one.section for one in draft.lines if isinstance(one.values, DutyValues)}


def test_the_dates_of_the_plan_become_five_milestones() -> None:
    days = {v.code: (str(v.starts_on or ""), str(v.due_on)) for _, v in _lines(MilestoneValues)}

    assert days == {
        "city-plan": ("", "2022-12-19"),
        "plan": ("", "2022-12-30"),
        "village-conference": ("2023-01-02", "2023-02-28"),
        "commune-conference": ("2023-03-01", "2023-03-10"),
        "report": ("", "2023-03-19"),
    }


def test_each_level_gets_the_contents_of_its_conference() -> None:
    sections = [(line.level, line.section) for line, _ in _lines(AgendaValues)]
    clauses = [row[0] for row in _rows()]
    general = sum(re.fullmatch(r"II\.1\.[1-9]", clause) is not None for clause in clauses)
    of_village = sum(clause.startswith("II.1.a.") for clause in clauses)
    of_commune = sum(clause.startswith("II.1.b.") for clause in clauses)

    assert sections.count(("village", "II.1")) == sections.count(("commune", "II.1")) == general
    assert sections.count(("village", "II.1.a")) == of_village
    assert sections.count(("commune", "II.1.b")) == of_commune
    assert len(sections) == 2 * general + of_village + of_commune


def test_every_body_of_the_city_gets_its_work() -> None:
    assert {kind for _, kind in _bodies_of(_draft())} == CITY_BODIES


def _bodies_of(draft: DraftYear) -> set[tuple[str, str]]:
    """Clause and kind of every body of the city that owes something by name."""
    year = plan_year(draft.lines, _ground())
    kind_of = {body.body_id: body.kind for body in _ground().bodies}
    return {(kind.section, kind_of[one.body_id]) for kind in year.kinds for one in kind.bodies or ()}


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the text of the plan is not part of the project")
def test_the_original_gives_the_same_duties_in_the_same_clauses_and_work_to_the_same_bodies() -> None:
    original = draft_year(read_text(ORIGINAL.read_text(encoding="utf-8")), _ground().shape)

    assert _duties_of(original) == _duties_of(_draft())
    assert _bodies_of(original) == _bodies_of(_draft())


def test_the_weekly_clean_up_is_weekly_work_of_its_department() -> None:
    weekly = [values for _, values in _lines(AssignmentValues) if values.rrule]

    assert [(v.body_kind, v.rrule) for v in weekly] == [("dept_culture_sports", "FREQ=WEEKLY;BYDAY=FR,SA")]


@pytest.mark.parametrize(("level", "section"), [("district", "III.4"), ("commune", "III.5")])
def test_what_the_levels_below_are_given_is_kept_at_their_level(level: str, section: str) -> None:
    given = [line for line, values in _lines(AssignmentValues) if line.section == section and values.tasks]

    assert given
    assert {line.level for line in given} == {level}


def test_no_body_of_the_city_is_left_unknown() -> None:
    warnings = list_warnings(_reading(), _draft().lines, _ground())

    assert [w.sentence for w in warnings if w.code == "unknown_body"] == []


def test_the_grant_is_one_for_each_district_and_each_commune() -> None:
    warnings = list_warnings(_reading(), _draft().lines, _ground())

    assert {(line.level, values.amount) for line, values in _lines(GrantValues)} == {
        ("district", 5_000_000),
        ("commune", 5_000_000),
    }
    assert any("3.045.000.000" in w.sentence for w in warnings if w.code == "grant_per_unit")


def test_the_plan_names_twelve_documents_and_one_mailbox() -> None:
    assert len(_lines(CitationValues)) == 12
    assert len(_lines(MailboxValues)) == 1


def test_what_the_plan_leaves_out_is_listed_as_unknown() -> None:
    assert {unknown.what for unknown in _reading().unknown} >= {"number", "signers", "recipients", "annex"}
