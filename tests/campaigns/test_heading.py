"""Year, name and theme of a plan."""

from dataclasses import replace
from datetime import date

import pytest

from danban.campaigns.rules.heading import amends_a_plan, name_of, same_name, theme_of, year_of
from danban.planreader.reading import Reading
from tests.campaigns.readings import CHANGE, reading_of

TODAY = date(2023, 2, 10)
BARE = Reading(text="", doc_type=None, number=None, place=None, title=None, issuers=(), issued_on=None)


def test_the_year_is_that_of_the_title_then_of_the_days_then_of_the_issue() -> None:
    assert year_of(reading_of(), TODAY) == 2023
    assert year_of(replace(BARE, deadlines=reading_of().deadlines), TODAY) == 2023
    assert year_of(replace(BARE, issued_on=date(2021, 5, 1)), TODAY) == 2021
    assert year_of(BARE, date(2019, 1, 1)) == 2019


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tổ chức Hội nghị năm 2023", "Hội nghị năm 2023"),
        ("Về việc xây dựng mô hình", "Xây dựng mô hình năm 2023"),
        (None, "Kế hoạch năm 2023"),
        ("x " * 150, ("x " * 95).strip().capitalize() + "… năm 2023"),
    ],
)
def test_the_name_is_the_title_without_its_verb(title: str | None, name: str) -> None:
    found = name_of(replace(BARE, title=title), 2023)

    assert found == name
    assert len(found) <= 200


def test_the_theme_stands_in_quotation_marks() -> None:
    assert theme_of(replace(BARE, text="với chủ đề: “Kỷ cương,  sáng tạo” trong năm")) == "Kỷ cương, sáng tạo"
    assert theme_of(BARE) == ""


def test_an_amending_document_says_so_and_names_the_same_work() -> None:
    assert amends_a_plan(reading_of(CHANGE))
    assert not amends_a_plan(reading_of())
    assert same_name("Tổ chức Hội nghị đại biểu năm 2023", "hội nghị đại biểu năm 2024")
    assert not same_name("Hội nghị năm 2023", "Tiêm chủng năm 2023")
