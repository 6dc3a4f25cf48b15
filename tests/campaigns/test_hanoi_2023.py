"""The real plan of 2023 over a city of 30 districts and 579 communes. Skipped where the text is not at hand."""

from datetime import date
from pathlib import Path

import pytest

from danban.campaigns import actions, queries
from danban.campaigns.models import Draft
from danban.campaigns.states import ItemKind
from danban.kit import paths
from danban.kit.vietnamese import fold
from danban.units.models import Placement, Unit
from tests.campaigns.finders import milestone
from tests.cast import AT, Cast

TEXT = Path(__file__).resolve().parents[3] / "shared" / "plan-hanoi-2023.txt"
pytestmark = pytest.mark.skipif(not TEXT.exists(), reason="the text of the plan is not part of the project")


@pytest.fixture
def hanoi(cast: Cast) -> Cast:
    """The cast's city grown to 30 districts and 579 communes."""
    _grow(cast, cast.city, "001", 30 - 2, "d")
    districts = Placement.objects.filter(tree=cast.tree, level__code="district").order_by("pk")
    _grow(cast, districts[2], "00001", 579 - 4, "c")
    return cast


def _grow(cast: Cast, parent: Placement, like: str, count: int, prefix: str) -> None:
    units = Unit.objects.bulk_create(Unit(name=f"{prefix}{n}") for n in range(count))
    model = cast.places[like]
    rows = [
        Placement(
            tree=cast.tree, unit=unit, parent=parent, level=model.level, kind=model.kind, name=unit.name,
            path=paths.step(parent.path, 100 + n), code=unit.name, folded=fold(unit.name), sort_key=unit.name,
            at_1=parent.at_1,
        )
        for n, unit in enumerate(units)
    ]  # fmt: skip
    placed = Placement.objects.bulk_create(rows)
    for place in placed:
        setattr(place, f"at_{place.depth}", place.pk)
    Placement.objects.bulk_update(placed, ["at_1", "at_2"])


@pytest.fixture
def draft(hanoi: Cast) -> Draft:
    """The real plan, through the front door."""
    return actions.read_plan(
        TEXT.read_bytes(), file_name=TEXT.name, tree_id=hanoi.tree.pk, actor=hanoi.actors["mrs_ha"], at=AT
    )


def test_the_days_land_as_milestones_and_the_weekly_one_as_an_assignment(draft: Draft) -> None:
    days = {code: milestone(draft, code).values for code in ("city-plan", "plan", "report")}
    windows = {code: milestone(draft, code).values for code in ("village-conference", "commune-conference")}

    assert {code: values["due_on"] for code, values in days.items()} == {
        "city-plan": "2022-12-19",
        "plan": "2022-12-30",
        "report": "2023-03-19",
    }
    assert {code: (values["starts_on"], values["due_on"]) for code, values in windows.items()} == {
        "village-conference": ("2023-01-02", "2023-02-28"),
        "commune-conference": ("2023-03-01", "2023-03-10"),
    }
    assert draft.items.filter(kind=ItemKind.MILESTONE).count() == 5
    weekly = draft.items.get(kind=ItemKind.ASSIGNMENT, values__rrule__startswith="FREQ=WEEKLY")
    assert "Văn ho" in weekly.values["actor"]
    assert (draft.year, draft.theme) == (2023, "Kỷ cương, trách nhiệm, hành động, sáng tạo, phát triển")


def test_every_duty_is_found_in_the_real_plan_and_the_money_adds_up(hanoi: Cast, draft: Draft) -> None:
    page = queries.draft_page(hanoi.actors["mrs_ha"], draft.pk, at=AT)

    assert "duty_without_clause" not in {warning.code for warning in page.warnings}
    assert page.summary.grant_total == 3_045_000_000
    assert any("3.045.000.000 đ" in warning.sentence for warning in page.warnings)
    assert {"overlaps_tet", "one_night"} <= {warning.code for warning in page.warnings}
    assert page.summary.by_level["village"] == 9 * 8
    assert page.summary.by_level["commune"] == 11 * 579
    assert page.summary.by_level["district"] == 8 * 30


def test_the_real_plan_is_launched_as_the_dry_run_said(hanoi: Cast, draft: Draft) -> None:
    said = queries.launch_summary(draft)

    campaign = actions.launch_draft(draft.pk, actor=hanoi.actors["mrs_ha"], at=AT)

    assert queries.summary_of_campaign(campaign) == said
    assert campaign.issued_on == date(2022, 12, 16)
    assert campaign.clauses.count() == 18
    assert campaign.citations.count() == 12
