"""Whole plans of other places, years and subjects, in our own words: the facts that matter of each."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from danban.planreader import Reading, read_text
from danban.planreader.reading import Deadline

PLANS = Path(__file__).parent / "plans"
NAMES = sorted(path.stem for path in PLANS.glob("*.txt"))


def reading_of(name: str) -> Reading:
    return read_text((PLANS / f"{name}.txt").read_text(encoding="utf-8"))


def essence(reading: Reading) -> dict[str, Any]:
    """The facts of a reading without its spans and long names, as JSON-ready values."""
    return {
        "head": [reading.doc_type, reading.number, reading.place, reading.title, list(reading.issuers)],
        "issued_on": reading.issued_on and reading.issued_on.isoformat(),
        "signers": list(reading.signers),
        "cited": [f"{one.number or one.name} {one.issued_on or ''}".strip() for one in reading.cited],
        "sections": [f"{one.path} {one.title[:60]}".strip() for one in reading.sections],
        "deadlines": [_line(one) for one in reading.deadlines],
        "money": [f"{one.amount} / {', '.join(one.per)} / {one.payer} / {one.section}" for one in reading.money],
        "quotas": [f"{one.value:g} / {one.text} / {one.section}" for one in reading.quotas],
        "assignments": [f"{one.section} / {'; '.join(one.actors)} / {len(one.tasks)}" for one in reading.assignments],
        "contents": [f"{one.section} / {one.level} / {len(one.items)}" for one in reading.contents],
        "recipients": list(reading.recipients),
        "emails": list(reading.emails),
        "unknown": [one.what for one in reading.unknown],
    }  # fmt: skip


def _line(one: Deadline) -> str:
    when = (one.kind, one.start, one.end, one.inclusive, one.rrule or one.relative)
    return " / ".join(str(part) for part in (*when, one.actor, one.task, one.section))


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_read_as_a_person_reads_it(name: str) -> None:
    expected = json.loads((PLANS / f"{name}.json").read_text(encoding="utf-8"))

    assert essence(reading_of(name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_points_at_its_words(name: str) -> None:
    reading = reading_of(name)

    for deadline in reading.deadlines:
        assert deadline.text in reading.text[slice(*deadline.span)]
    for money in reading.money:
        assert money.text == reading.text[slice(*money.span)]
    for quota in reading.quotas:
        assert quota.text == reading.text[slice(*quota.span)]
    for citation in reading.cited:
        assert citation.name == reading.text[slice(*citation.span)]
    for section in reading.sections:
        assert section.title in reading.text[slice(*section.span)].replace("\n", " ")


def test_a_blank_number_and_day_are_unknown_but_the_year_still_helps() -> None:
    reading = reading_of("trong-cay")

    assert reading.number is None
    assert reading.issued_on is None
    assert {"number", "issued_on"} <= {one.what for one in reading.unknown}
    assert date(2025, 11, 30) in [one.end for one in reading.deadlines]


def test_letters_in_figures_are_read_as_digits_and_noted() -> None:
    reading = reading_of("chay-rung")

    assert reading.number == "12/PA-BCĐ"
    assert [one.amount for one in reading.money] == [300_000_000]
    assert any("2O22" in note for note in reading.notes)


def test_rows_of_an_annex_become_tasks_and_deadlines() -> None:
    reading = reading_of("ocop")

    rows = [one for one in reading.assignments if one.section.startswith("PHỤ LỤC")]
    assert [one.actors[0] for one in rows] == [
        "Văn phòng Điều phối",
        "Sở Công Thương",
        "Sở Y tế",
        "Văn phòng Điều phối",
    ]
    assert "annex" not in {one.what for one in reading.unknown}
